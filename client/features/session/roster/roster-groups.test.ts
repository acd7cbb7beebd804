import { expect, test } from 'vitest';
import type { Presence, RosterEntry } from '#shared/features/session/roster/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { groupRoster, withoutKeptOut } from './roster-groups.ts';

const home: Presence = { status: 'present', place: 'home', since: 0 };
const entry = (displayName: string, presence: Presence, rest: Partial<RosterEntry> = {}) => ({
  personId: displayName as PersonId,
  displayName,
  part: 'student' as const,
  expected: true,
  presence,
  ...rest,
});
const shape = (entries: RosterEntry[], leadId: string | null = null) =>
  groupRoster({ entries, leadId: leadId as PersonId | null }).map(
    (group) => [group.kind, group.entries.map((one) => one.displayName)] as const,
  );

test('F10 people stand by where they are: teachers, places, expected, gone', () => {
  expect(
    shape(
      [
        entry('Åse', home),
        entry('Marit', { status: 'present', place: 'trondheim', since: 0 }),
        entry('Anne', home, { part: 'teacher' }),
        entry('Jonas', { status: 'absent' }),
        entry('Elin', { status: 'left', at: 5 }),
        entry('Bo', home),
      ],
      'Anne',
    ),
  ).toEqual([
    ['teachers', ['Anne']],
    ['home', ['Bo', 'Åse']],
    ['trondheim', ['Marit']],
    ['expected', ['Jonas']],
    ['left', ['Elin']],
  ]);
});

test('a lost line keeps its seat in the list', () => {
  const lost: Presence = { status: 'lost', place: 'kristiansand', since: 0, lostAt: 9 };
  expect(shape([entry('Per', lost)])).toEqual([['kristiansand', ['Per']]]);
});

test('who leads stands before the other teachers', () => {
  const teacher = { part: 'teacher' } as const;
  expect(shape([entry('Anne', home, teacher), entry('Solveig', home, teacher)], 'Solveig')).toEqual(
    [['teachers', ['Solveig', 'Anne']]],
  );
});

test('somebody who looked in without being expected, and is not here, is not waited for', () => {
  expect(shape([entry('Gjest', { status: 'absent' }, { expected: false })])).toEqual([]);
});

test('REMOVE-6 whoever is shown as taken out is not shown as gone or awaited too', () => {
  const entries = [
    entry('Elin', { status: 'left', at: 5 }),
    entry('Jonas', { status: 'absent' }),
    entry('Bo', home),
    entry('Marit', { status: 'left', at: 7 }),
  ];
  const keptOut = new Set(['Elin', 'Jonas', 'Bo'] as PersonId[]);
  // Bo has been let in and is back; the list of who is kept out has not said so yet.
  expect(withoutKeptOut(entries, keptOut).map((one) => one.displayName)).toEqual(['Bo', 'Marit']);
});
