import { expect, test } from 'vitest';
import type { Heard } from '../platform/unit-of-work.ts';
import { toyChannel } from '../testing/toy-slice.ts';
import {
  CATCH_UP_BYTES,
  CATCH_UP_FACTS,
  CATCH_UP_REVISIONS,
  makeRevisionLine,
} from './revision-line.ts';

const revision = (nth: number): Heard => ({
  channel: toyChannel,
  id: 'a',
  revision: nth,
  facts: [{ type: 'raised', to: nth }],
});
const numbers = (heard: readonly Heard[] | null) => heard?.map((each) => each.revision);

test('CHANNEL-1 revisions that overtook each other are passed on in order', () => {
  const line = makeRevisionLine();
  line.startAt(4, []);
  for (const nth of [6, 5, 8]) line.hear(revision(nth));
  expect(numbers(line.takeReady(0))).toEqual([5, 6]);
  expect(line.takeReady(50)).toEqual([]);
  line.hear(revision(7));
  expect(numbers(line.takeReady(60))).toEqual([7, 8]);
  expect(line.isWaiting()).toBe(false);
});

test('CHANNEL-1 a gap that does not close holds nobody up for long', () => {
  const line = makeRevisionLine();
  line.startAt(1, []);
  line.hear(revision(3));
  expect(line.takeReady(1_000)).toEqual([]);
  expect(numbers(line.takeReady(1_100))).toEqual([3]);
  // The step over the gap is not remembered as if nothing were missing.
  expect(line.since(1)).toBeNull();
  expect(numbers(line.since(2))).toEqual([3]);
});

test('CHANNEL-1 what was heard before the first reading and is in it is not told twice', () => {
  const line = makeRevisionLine();
  for (const nth of [1, 2, 3]) line.hear(revision(nth));
  expect(line.takeReady(0)).toEqual([]);
  line.startAt(2, [revision(2)]);
  expect(numbers(line.takeReady(0))).toEqual([3]);
  expect(numbers(line.since(1))).toEqual([2, 3]);
});

test('CHANNEL-2 remembers the latest revisions and says when it does not', () => {
  const line = makeRevisionLine();
  line.startAt(0, []);
  const last = 3 * CATCH_UP_REVISIONS;
  for (let nth = 1; nth <= last; nth++) {
    line.hear(revision(nth));
    line.takeReady(nth);
  }
  expect(line.since(last)).toEqual([]);
  expect(line.since(last - CATCH_UP_REVISIONS)?.length).toBe(CATCH_UP_REVISIONS);
  expect(line.since(last - CATCH_UP_REVISIONS - 1)).toBeNull();
  expect(line.since(last + 1)).toBeNull();
  // Told to whoever comes just now, though the others get it with their next frame.
  line.hear(revision(last + 1));
  line.hear(revision(last + 3));
  expect(numbers(line.since(last - 1))).toEqual([last, last + 1]);
  expect(line.through()).toBe(last + 1);
});

test('CHANNEL-2 counts what revisions say, not only how many there are', () => {
  const line = makeRevisionLine();
  line.startAt(0, []);
  const facts = Array.from({ length: CATCH_UP_FACTS / 25 }, () => ({ type: 'raised' }));
  for (let nth = 1; nth <= 40; nth++) {
    line.hear({ ...revision(nth), facts });
    line.takeReady(nth);
  }
  expect(line.since(40 - 25)?.length).toBe(25);
  expect(line.since(40 - 26)).toBeNull();
});

test('X10 CHANNEL-2 what is long is not caught up with: whoever is told all of it would be cut off for not reading', () => {
  const line = makeRevisionLine();
  line.startAt(0, []);
  const facts = [{ type: 'posted', text: '€'.repeat(CATCH_UP_BYTES / 30) }];
  for (let nth = 1; nth <= 20; nth++) {
    line.hear({ ...revision(nth), facts });
    line.takeReady(nth);
  }
  expect(numbers(line.since(20 - 9))).toHaveLength(9);
  expect(line.since(20 - 10)).toBeNull();
});

test('S16 CHANNEL-2 a thousand who lost their lines and are back are told of, to the last of them too', () => {
  const line = makeRevisionLine();
  line.startAt(0, []);
  const all = (type: string) => Array.from({ length: 1_000 }, () => ({ type }));
  line.hear({ ...revision(1), facts: all('line-lost') });
  line.hear({ ...revision(2), facts: all('line-back') });
  line.takeReady(0);
  expect(numbers(line.since(0))).toEqual([1, 2]);
});
