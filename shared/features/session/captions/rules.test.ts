import { expect, test } from 'vitest';
import type { CaptionId, PersonId } from '#shared/kernel/ids.ts';
import { CAPTION_KEPT_MS, type CaptionLine, captionText, type HeardCaption } from './model.ts';
import { freshCaptions, hearCaption } from './rules.ts';

const line = (id: string, text: string, by = 'tone'): CaptionLine => ({
  captionId: id as CaptionId,
  by: by as PersonId,
  source: 'captioner',
  speaker: null,
  text,
  done: false,
});
const after = (...heard: readonly CaptionLine[]) =>
  heard.reduce<readonly HeardCaption[]>((lines, one, nth) => hearCaption(lines, one, nth), []);
const texts = (lines: readonly HeardCaption[]) => lines.map((one) => one.line.text);

test('CAP-2 F26 a line grows and is corrected where it stands, and three stand at a time', () => {
  expect(
    texts(after(line('a', 'God'), line('a', 'God dag'), line('b', 'Vi'), line('a', 'Hei'))),
  ).toEqual(['Hei', 'Vi']);
  expect(texts(after(line('a', '1'), line('b', '2'), line('c', '3'), line('d', '4')))).toEqual([
    '2',
    '3',
    '4',
  ]);
});

test('CAP-2 a line that is emptied is gone', () => {
  expect(texts(after(line('a', 'Feil'), line('b', 'Rett'), line('a', '  ')))).toEqual(['Rett']);
});

test('CAP-1 nobody changes the line of another by naming it', () => {
  expect(texts(after(line('a', 'Mitt'), line('a', 'Ditt', 'ola'), line('a', '', 'ola')))).toEqual([
    'Mitt',
  ]);
});

test('CAP-6 a line stands for a minute after it was last written on', () => {
  const lines = after(line('a', 'Hei'));
  expect(freshCaptions(lines, CAPTION_KEPT_MS - 1)).toHaveLength(1);
  expect(freshCaptions(lines, CAPTION_KEPT_MS)).toHaveLength(0);
  expect(texts(hearCaption(lines, line('b', 'Ny'), CAPTION_KEPT_MS))).toEqual(['Ny']);
});

test('CAP-3 a line is print on one line: no line break, and nothing that is not seen', () => {
  expect(captionText.safeParse('Æ, ø og å – «så» 👍').success).toBe(true);
  for (const bad of ['a\nb', 'a\tb', 'a\u0000', 'a\u2028b', 'x'.repeat(161)])
    expect(captionText.safeParse(bad).success, JSON.stringify(bad)).toBe(false);
});
