import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { wordsInUpdates } from './words-in-update.ts';

function paragraph(words: string): Y.XmlElement {
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [new Y.XmlText(words)]);
  return block;
}

it('DOC-27 gives back what was typed, a line for each block', () => {
  const doc = new Y.Doc();
  const text = doc.getXmlFragment('text');
  text.insert(0, [paragraph('Delt fra før')]);
  const mine: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => mine.push(update));
  text.insert(1, [paragraph('Mitt første')]);
  text.insert(2, [paragraph('Og «mitt» andre 🙂')]);
  (text.get(0) as Y.XmlElement).delete(0, 1);
  expect(wordsInUpdates(mine)).toBe('Mitt første\nOg «mitt» andre 🙂');
  expect(wordsInUpdates([Y.mergeUpdates(mine)])).toBe('Mitt første\nOg «mitt» andre 🙂');
});

it('is empty where nothing was written', () => {
  expect(wordsInUpdates([])).toBe('');
  expect(wordsInUpdates([Y.encodeStateAsUpdate(new Y.Doc())])).toBe('');
});
