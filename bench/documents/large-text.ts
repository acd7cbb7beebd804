import * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';

const WRITERS = 5;
const WORDS = 36_000;

/** A text of about 1.1 MB as Yjs writes it, put together word by word all over the place, as people do. */
export function largeText(): {
  readonly update: string;
  readonly bytes: number;
  readonly length: number;
} {
  const whole = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  whole.getXmlFragment(TEXT_FIELD).insert(0, [paragraph]);
  let state = 11;
  const chance = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let nth = 0; nth < WORDS; nth++) {
    // Somebody else now and then: then it is another client's stretch.
    if (nth % 200 === 0) whole.clientID = 1_000 + ((nth / 200) % WRITERS);
    text.insert(Math.floor(chance() * text.length), `ord${nth} `);
  }
  const update = Y.encodeStateAsUpdate(whole);
  return {
    update: Buffer.from(update).toString('base64'),
    bytes: update.length,
    length: text.length,
  };
}
