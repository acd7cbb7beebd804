import { expect, test } from 'vitest';
import type { CaptionId, PersonId } from '#shared/kernel/ids.ts';
import { endLine, type Step, startWriting, takeUpLast, type, type Writing } from './writing.ts';

let ids = 0;
const newId = () => `id-${ids++}` as CaptionId;
const people = [
  { personId: 'anne' as PersonId, name: 'Anne' },
  { personId: 'kari' as PersonId, name: 'Kari' },
];
const with_ = { abbreviations: new Map([['ek', 'erfaringskonsulent']]), people, newId };
const start = () => startWriting(newId());

/** Key by key, as hands do. */
function keys(from: Writing, text: string): { writing: Writing; out: Step['out'] } {
  let writing = from;
  const out = [];
  for (const key of text) {
    const now = writing.text + key;
    const step = type(writing, { text: now, caret: now.length }, with_);
    writing = step.writing;
    out.push(...step.out);
  }
  return { writing, out };
}

test('CAP-7 F26 every press goes out as the whole line so far, and Enter ends it', () => {
  const first = start();
  const { writing, out } = keys(first, 'Hei på');
  expect(out.map(({ text }) => text)).toEqual(['H', 'He', 'Hei', 'Hei', 'Hei p', 'Hei på']);
  expect(new Set(out.map(({ captionId }) => captionId)).size).toBe(1);
  const ended = endLine(writing, with_);
  expect(ended.out).toEqual([
    { captionId: first.captionId, speaker: null, text: 'Hei på', done: true },
  ]);
  expect(ended.writing.text).toBe('');
  expect(ended.writing.captionId).not.toBe(first.captionId);
  expect(endLine(ended.writing, with_).out).toEqual([]);
});

test('CAP-8 what goes out is written out, also by Enter, and what stands after the caret stays', () => {
  expect(keys(start(), 'En ek.').writing.text).toBe('En erfaringskonsulent.');
  const { writing } = keys(start(), 'En ek');
  expect(endLine(writing, with_).out[0]?.text).toBe('En erfaringskonsulent');
  const middle = type({ ...start(), text: 'ekher' }, { text: 'ek her', caret: 3 }, with_);
  expect([middle.writing.text, middle.caret]).toEqual(['erfaringskonsulent her', 19]);
  // Whoever takes away is not written out again.
  const back = type({ ...start(), text: 'ek s' }, { text: 'ek ', caret: 3 }, with_);
  expect(back.writing.text).toBe('ek ');
});

test('CAP-9 Backspace in an empty field takes the last line up again, and it is corrected where it stands', () => {
  const first = start();
  const ended = endLine(keys(first, 'Vi møtes tirsdag').writing, with_);
  const again = takeUpLast(ended.writing);
  expect(again?.writing.text).toBe('Vi møtes tirsdag');
  const right = type(again?.writing ?? first, { text: 'Vi møtes onsdag', caret: 15 }, with_);
  expect(right.out).toMatchObject([{ captionId: first.captionId, text: 'Vi møtes onsdag' }]);
  expect(takeUpLast(keys(ended.writing, 'x').writing), 'not over what is written').toBeUndefined();
  expect(takeUpLast(again?.writing ?? first), 'one line back, not more').toBeUndefined();
});

test('CAP-7 a line that is full goes on as the next one from its last space', () => {
  const words =
    'Makt er et ord som mange av oss har kjent på kroppen lenge før vi lærte å si det høyt. ';
  const { writing, out } = keys(start(), words + words);
  const done = out.filter((line) => line.done);
  expect(done).toHaveLength(1);
  expect(`${done[0]?.text} ${writing.text}`).toBe(words + words);
  expect(done[0]?.text.length).toBeLessThanOrEqual(160);
  const long = type(start(), { text: 'x'.repeat(400), caret: 400 }, with_);
  expect(long.out.map(({ text }) => text.length)).toEqual([160, 160, 80]);
  // Whoever writes in the middle of a full line stays where they write.
  const full = `${'ord '.repeat(39)}slutt`;
  const middle = type({ ...start(), text: full }, { text: `${full}en`, caret: full.length }, with_);
  expect([middle.writing.text, middle.caret]).toEqual(['slutten', 5]);
});

test('CAP-10 "@" and the beginning of a name says whose words the line and the next ones are', () => {
  const named = keys(start(), '@ka ').writing;
  expect([named.text, named.speaker]).toEqual(['', 'kari']);
  const { writing, out } = keys(named, 'Ja');
  expect(out.at(-1)).toMatchObject({ text: 'Ja', speaker: 'kari' });
  expect(endLine(writing, with_).writing.speaker).toBe('kari');
  expect(keys(start(), '@per ').writing.text, 'nobody of that name').toBe('@per ');
});
