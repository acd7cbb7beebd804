import { Schema } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { whereIs } from './where-is.ts';

const schema = new Schema({
  nodes: {
    doc: { content: 'block*' },
    paragraph: { group: 'block', content: 'text*' },
    image: { group: 'block', atom: true, attrs: { imageId: {} } },
    text: {},
  },
});
const paragraph = (words: string) => schema.node('paragraph', null, schema.text(words));
const image = (imageId: string) => schema.node('image', { imageId });
const text = (...blocks: ReturnType<typeof image>[]) => schema.node('doc', null, blocks);

test('a picture is found where others’ writing above has moved it', () => {
  expect(whereIs(text(image('a')), 'a', 0)).toBe(0);
  expect(whereIs(text(paragraph('Ny'), image('b'), image('a')), 'a', 0)).toBe(5);
});

test('of several that show the same, the nearest is meant', () => {
  const twice = text(image('a'), paragraph('Mellom'), image('a'));
  expect(whereIs(twice, 'a', 1)).toBe(0);
  expect(whereIs(twice, 'a', 8)).toBe(9);
});

test('one that was taken out is nowhere', () => {
  expect(whereIs(text(paragraph('Ny'), image('b')), 'a', 4)).toBeUndefined();
});
