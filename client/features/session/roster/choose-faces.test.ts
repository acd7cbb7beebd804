import { expect, test } from 'vitest';
import type { RosterEntry } from '#shared/features/session/roster/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { chooseFaces } from './choose-faces.ts';

const person = (name: string, since: number): RosterEntry => ({
  personId: name as PersonId,
  displayName: name,
  part: 'student',
  expected: true,
  presence: { status: 'present', place: 'home', since },
});
const here = [person('late', 9), person('early', 1), person('hand', 5), person('lead', 7)];
const chosen = (rest: Partial<Parameters<typeof chooseFaces>[0]> = {}) =>
  chooseFaces({
    here,
    leadId: 'lead' as PersonId,
    hands: ['hand' as PersonId],
    wordHolder: undefined,
    count: 4,
    ...rest,
  }).map((entry) => entry.personId);

test('who leads, who waits for the word, then who came first', () => {
  expect(chosen()).toEqual(['lead', 'hand', 'early', 'late']);
});

test('somebody who comes in moves nobody', () => {
  const before = chosen({ count: 3 });
  expect(chosen({ count: 3, here: [...here, person('new', 20)] })).toEqual(before);
});

test('who has the word stands elsewhere, large', () => {
  expect(chosen({ wordHolder: 'early' as PersonId })).toEqual(['lead', 'hand', 'late']);
});
