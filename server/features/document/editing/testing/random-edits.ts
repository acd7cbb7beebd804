import * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';

/** The same numbers for the same seed, from 0 up to 1. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const WORDS = ['makt', 'språk ', 'å lytte', ' ord', 'nærhet ', 'døra 🚪', 'ja', '\n', 'Sámi '];

/** One edit, as an editor makes them: paragraphs that come and go, words typed and deleted, marks, attributes. */
export function typeAtRandom(doc: Y.Doc, chance: () => number): void {
  const below = (limit: number) => Math.floor(chance() * limit);
  const root = doc.getXmlFragment(TEXT_FIELD);
  doc.transact(() => {
    const kind = below(10);
    if (root.length === 0 || kind === 0) {
      const paragraph = new Y.XmlElement(kind % 2 ? 'heading' : 'paragraph');
      paragraph.insert(0, [new Y.XmlText(WORDS[below(WORDS.length)] ?? '')]);
      root.insert(below(root.length + 1), [paragraph]);
      return;
    }
    const at = below(root.length);
    const block = root.get(at) as Y.XmlElement;
    const text = block.get(0) as Y.XmlText | undefined;
    if (kind === 1 && root.length > 2) root.delete(at, 1);
    else if (kind === 2) block.setAttribute('level', String(below(3)));
    else if (!text) block.insert(0, [new Y.XmlText('ny')]);
    else if (kind === 3 && text.length > 2) text.format(0, below(text.length), { bold: true });
    else if (kind < 6 && text.length > 3) text.delete(below(text.length - 2), 1 + below(2));
    else text.insert(below(text.length + 1), WORDS[below(WORDS.length)] ?? '');
  });
}
