import * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';

const WRITERS = 12;
/** Words that somebody writes before they go on somewhere else. */
const STRETCH = 10;
const TAKEN_OUT_SHARE = 0.15;
const WORDS = ['erfaring', 'og', 'makt', 'som', 'vi', 'deler', 'fordi', 'det', 'angår', 'flere'];

/** What a group's document of some years is made of: stretches of words all over the text, some of them taken out again. */
export function* yearsOfEdits(
  operations: number,
): Generator<{ readonly update: Uint8Array; readonly doc: Y.Doc }> {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  let state = 5;
  const chance = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  let update = new Uint8Array();
  doc.on('update', (bytes: Uint8Array) => {
    update = bytes as Uint8Array<ArrayBuffer>;
  });
  doc.getXmlFragment(TEXT_FIELD).insert(0, [paragraph]);
  yield { update, doc };
  let at = 0;
  let takesOut = false;
  for (let nth = 1; nth < operations; nth++) {
    if (nth % STRETCH === 0) {
      at = Math.floor(chance() * text.length);
      takesOut = chance() < TAKEN_OUT_SHARE;
    }
    if (nth % (STRETCH * 50) === 0) doc.clientID = 1_000 + Math.floor(chance() * WRITERS);
    const word = `${WORDS[Math.floor(chance() * WORDS.length)]} `;
    if (takesOut && at + word.length < text.length) text.delete(at, word.length);
    else {
      text.insert(at, word);
      at += word.length;
    }
    yield { update, doc };
  }
}
