import { createHmac } from 'node:crypto';
import type { PersonId } from '#shared/kernel/ids.ts';

/** A row as anybody with the database sees it, with what PostgreSQL keeps beside it. */
export type Row = {
  readonly name: string;
  readonly place: string;
  readonly made: string;
  readonly locked: string;
  readonly text: string;
};

/** What somebody who has all of it guesses, with the key for as long as there is one: for each person the words that they wrote. */
type Guess = (
  rows: readonly Row[],
  people: readonly PersonId[],
  words: readonly string[],
  key: Buffer | null,
) => (string | undefined)[];

const placeIn = (text: string, words: readonly string[]) =>
  words
    .filter((word) => text.includes(word))
    .toSorted((one, other) => text.indexOf(one) - text.indexOf(other));

/** The words in the order in which they lie in the heap, and in their rows. */
const inHeap = (rows: readonly Row[], words: readonly string[]) => [
  ...new Set(rows.flatMap(({ text }) => placeIn(text, words))),
];

/** People by the transaction that touched them last, or first. */
function byTouch(
  rows: readonly Row[],
  people: readonly PersonId[],
  pick: (...all: number[]) => number,
) {
  const at = (person: PersonId) =>
    pick(
      ...rows
        .filter(({ text }) => text.includes(person))
        .flatMap(({ made, locked }) => [Number(made), Number(locked)]),
    );
  return people.toSorted((one, other) => at(one) - at(other));
}

const ranked =
  (order: (rows: readonly Row[], people: readonly PersonId[]) => readonly PersonId[]): Guess =>
  (rows, people, words) => {
    const [those, lie] = [order(rows, people), inHeap(rows, words)];
    return people.map((person) => lie[those.indexOf(person)]);
  };

/** Ways of guessing, each as good as somebody with the database can make it. */
export const GUESSES: Record<string, Guess> = {
  'what the same transaction touched': (rows, people, words) =>
    people.map((person) => {
      const own = rows.filter(({ text }) => text.includes(person));
      const touched = new Set(
        own.flatMap(({ made, locked }) => [made, locked]).filter((xid) => xid !== '0'),
      );
      const beside = rows.filter(({ made, locked }) => touched.has(made) || touched.has(locked));
      // The fewer words a row has, the more it tells.
      const told = beside
        .map(({ text }) => placeIn(text, words))
        .filter((found) => found.length > 0);
      return told.toSorted((one, other) => one.length - other.length)[0]?.at(-1);
    }),
  'the order of the last touch': ranked((rows, people) => byTouch(rows, people, Math.max)),
  'the order of the first touch': ranked((rows, people) => byTouch(rows, people, Math.min)),
  'the order of the marks, with the key': (rows, people, words, key) => {
    const tally = rows.find(({ name }) => name === 'sealed_tally')?.text ?? '';
    if (!key) return people.map(() => undefined);
    const mark = (person: PersonId) =>
      tally.indexOf(createHmac('sha256', key).update(person).digest('base64url'));
    const those = people.toSorted((one, other) => mark(one) - mark(other));
    return people.map((person) => inHeap(rows, words)[those.indexOf(person)]);
  },
};
