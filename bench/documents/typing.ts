import * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';

/** Every writer begins with a paragraph of their own: an element and the text in it. */
export const FIRST_CLOCK = 2;
const TEXT_CLOCK = 1;

/** More than the numbers of one letter take. */
const NUMBERS_BYTES = 10;

/** The letter that a writer types at a clock: so that whoever reads it can tell whether it is the right one. */
export function letterAt(client: number, clock: number): number {
  return 97 + ((client + clock * 7) % 26);
}

export function textUntil(client: number, clock: number): string {
  let text = '';
  for (let at = FIRST_CLOCK; at < clock; at++) text += String.fromCharCode(letterAt(client, at));
  return text;
}

/** An empty paragraph, as Yjs makes it. */
export function startOf(client: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText()]);
  doc.getXmlFragment(TEXT_FIELD).insert(0, [paragraph]);
  return Y.encodeStateAsUpdate(doc);
}

/** One letter behind the one before, byte for byte as Yjs writes it. */
export function letterUpdate(client: number, clock: number): Uint8Array {
  const bytes = new Uint8Array(3 * NUMBERS_BYTES);
  let at = 0;
  const put = (value: number) => {
    let rest = value;
    while (rest > 127) {
      bytes[at++] = (rest & 127) | 128;
      rest = Math.floor(rest / 128);
    }
    bytes[at++] = rest;
  };
  put(1); // one client
  put(1); // one struct
  put(client);
  put(clock);
  if (clock === FIRST_CLOCK) {
    bytes[at++] = 0x04; // a string, without neighbours
    put(0); // its parent is no root
    put(client);
    put(TEXT_CLOCK);
  } else {
    bytes[at++] = 0x84; // a string behind something
    put(client);
    put(clock - 1);
  }
  put(1);
  bytes[at++] = letterAt(client, clock);
  put(0); // deletes nothing
  return bytes.subarray(0, at);
}

/** Reads one of the above without making anything: a million of them are read in a few seconds. */
class LetterReader {
  client = 0;
  clock = 0;
  /** Whether it is the letter that belongs there. */
  right = true;
  #at = 0;

  #number(bytes: Uint8Array): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = bytes[this.#at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  }

  /** @returns whether it is one letter of somebody's */
  read(bytes: Uint8Array): boolean {
    if (bytes.length > 3 * NUMBERS_BYTES || bytes[0] !== 1 || bytes[1] !== 1) return false;
    this.#at = 2;
    this.client = this.#number(bytes);
    this.clock = this.#number(bytes);
    const info = bytes[this.#at++];
    if (info === 0x04) this.#at++;
    else if (info !== 0x84) return false;
    this.#number(bytes);
    this.#number(bytes);
    if (bytes[this.#at++] !== 1) return false;
    this.right = bytes[this.#at] === letterAt(this.client, this.clock);
    return this.#at === bytes.length - 2;
  }
}

export const letterReader = new LetterReader();
