import { describe, expect, test } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Presence, Roster, RosterEntry } from './model.ts';
import * as rules from './rules.ts';

const [anne, bjorn, kari] = ['anne', 'bjorn', 'kari'] as PersonId[] as [
  PersonId,
  PersonId,
  PersonId,
];
const teachers = [anne, bjorn];

const present: Presence = { status: 'present', place: 'home', since: 0 };
const lostAt = (at: number): Presence => ({ status: 'lost', place: 'home', since: 0, lostAt: at });
const left: Presence = { status: 'left', at: 0 };

function entry(personId: PersonId, presence: Presence): RosterEntry {
  const part = teachers.includes(personId) ? 'teacher' : 'student';
  return { personId, displayName: personId, part, expected: true, presence };
}

function rosterOf(leadId: PersonId | null, who: Partial<Record<string, Presence>>): Roster {
  const entries = Object.entries(who).map(([id, presence]) =>
    entry(id as PersonId, presence ?? { status: 'absent' }),
  );
  return { entries, leadId };
}

describe('the door', () => {
  const planned = {
    startsAt: 1000 * MINUTE_MS,
    endsAt: 1090 * MINUTE_MS,
    cancelled: false,
    endedAt: null,
  };

  test.each([
    [985 * MINUTE_MS - 1, 'not-open-yet'],
    [985 * MINUTE_MS, 'open'],
    [1000 * MINUTE_MS, 'open'],
    [1120 * MINUTE_MS - 1, 'open'],
    [1120 * MINUTE_MS, 'session-over'],
  ])('ROSTER-3 at %d it is %s', (now, door) => {
    expect(rules.doorOf(planned, now)).toBe(door);
    expect(rules.doorOf({ ...planned, endedAt: now }, now)).toBe('session-ended');
    expect(rules.doorOf({ ...planned, endedAt: now, cancelled: true }, now)).toBe(
      'session-cancelled',
    );
  });
});

describe('a seat', () => {
  const who = { personId: kari, displayName: 'kari', part: 'student', expected: true } as const;

  test('ROSTER-2 whoever holds one keeps it as it is', () => {
    const roster = rosterOf(null, { kari: present });
    expect(rules.takeSeat(roster, who, 'trondheim', 5).facts).toEqual([]);
  });

  test('ROSTER-5 joining brings a held seat back, with its place and its time', () => {
    const roster = rosterOf(null, { kari: lostAt(3) });
    const taken = rules.takeSeat(roster, who, 'trondheim', 5).facts;
    expect(taken).toEqual([{ type: 'line-back', personId: kari, at: 5 }]);
    expect(rules.seatOf(taken.reduce(rules.evolveRoster, roster), kari)).toEqual(present);
  });

  test('ROSTER-1 whoever has left takes a new one', () => {
    const roster = rosterOf(null, { kari: left });
    expect(rules.takeSeat(roster, who, 'trondheim', 5).facts).toEqual([
      {
        type: 'participant-joined',
        entry: { ...who, presence: { status: 'present', place: 'trondheim', since: 5 } },
      },
    ]);
  });

  test('ROSTER-4 a place needs a seat, and saying it again changes nothing', () => {
    const roster = rosterOf(null, { kari: present, anne: left });
    expect(rules.choosePlace(roster, anne, 'home')).toEqual({ ok: false, refusal: 'not-joined' });
    expect(rules.choosePlace(roster, kari, 'home')).toEqual({ ok: true, facts: [] });
  });

  test('ROSTER-5 a line is lost once and comes back once', () => {
    const held = rosterOf(null, { kari: lostAt(3) });
    expect(rules.loseLine(held, kari, 9).facts).toEqual([]);
    expect(rules.regainLine(rosterOf(null, { kari: present }), kari, 9).facts).toEqual([]);
    expect(rules.loseLine(rosterOf(null, { kari: left }), kari, 9).facts).toEqual([]);
    expect(rules.regainLine(rosterOf(null, { kari: left }), kari, 9).facts).toEqual([]);
  });

  test('ROSTER-6 it is given up 60 seconds after the drop', () => {
    const roster = rosterOf(null, { kari: lostAt(1000), anne: lostAt(2000), bjorn: present });
    expect(rules.seatsToGiveUp(roster, 60_999)).toEqual([]);
    expect(rules.seatsToGiveUp(roster, 61_000)).toEqual([kari]);
  });
});

describe('the lead', () => {
  const settle = (roster: Roster, now: number) => rules.settleLead(roster, teachers, now);
  const taken = (by: PersonId, at: number) => [{ type: 'lead-taken', by, at }];
  const HOLD = rules.LEAD_HOLD_MS;

  test('ROSTER-11 a vacant lead falls to the first assigned teacher present', () => {
    expect(settle(rosterOf(null, { bjorn: present, anne: present }), 5)).toEqual(taken(anne, 5));
    expect(settle(rosterOf(null, { bjorn: present, anne: lostAt(0) }), 5)).toEqual(taken(bjorn, 5));
    expect(settle(rosterOf(null, { kari: present, anne: left }), 5)).toEqual([]);
  });

  test('ROSTER-11 whoever leads keeps it when an earlier one comes', () => {
    expect(settle(rosterOf(bjorn, { anne: present, bjorn: present }), 5)).toEqual([]);
  });

  test('ROSTER-12 it passes ten seconds after the drop, if somebody else is present', () => {
    const both = rosterOf(anne, { anne: lostAt(0), bjorn: present });
    expect(settle(both, HOLD - 1)).toEqual([]);
    expect(settle(both, HOLD)).toEqual(taken(bjorn, HOLD));
    expect(settle(rosterOf(anne, { anne: lostAt(0), bjorn: lostAt(0) }), HOLD)).toEqual([]);
    expect(settle(rosterOf(anne, { anne: lostAt(0), kari: present }), HOLD)).toEqual([]);
  });

  test('ROSTER-13 it passes at once when the lead has left or is no longer assigned', () => {
    expect(settle(rosterOf(anne, { anne: left, bjorn: present }), 5)).toEqual(taken(bjorn, 5));
    expect(settle(rosterOf(anne, { anne: left, kari: present }), 5)).toEqual([
      { type: 'lead-vacated', at: 5 },
    ]);
    expect(rules.settleLead(rosterOf(anne, { anne: present, bjorn: present }), [bjorn], 5)).toEqual(
      taken(bjorn, 5),
    );
  });

  test('ROSTER-18 whoever leads gives the lead away, and a teacher who is here takes it over', () => {
    const both = rosterOf(anne, { anne: present, bjorn: present, kari: present });
    const pass = (by: PersonId, to: PersonId, roster = both) =>
      rules.passLead(roster, teachers, { by, to }, 5);
    expect(pass(anne, bjorn)).toEqual({ ok: true, facts: taken(bjorn, 5) });
    expect(pass(bjorn, bjorn)).toEqual({ ok: true, facts: taken(bjorn, 5) });
    expect(pass(bjorn, anne)).toEqual({ ok: true, facts: [] });
    const away = rosterOf(anne, { anne: present, bjorn: lostAt(0) });
    for (const refused of [pass(anne, kari), pass(kari, kari), pass(anne, bjorn, away)])
      expect(refused).toEqual({ ok: false, refusal: 'not-a-teacher-here' });
    const vacant = rosterOf(null, { anne: present, bjorn: present });
    expect(pass(bjorn, anne, vacant)).toEqual({ ok: false, refusal: 'not-the-lead' });
    // Nobody who comes, and no time, takes from whoever was given it.
    expect(settle(rosterOf(bjorn, { anne: present, bjorn: present }), 60_000)).toEqual([]);
  });

  test('what is next due is the lead at ten seconds, then the seats at sixty', () => {
    const roster = rosterOf(anne, { anne: lostAt(0), kari: lostAt(2 * SECOND_MS) });
    expect(rules.nextDueAt(roster, 0)).toBe(HOLD);
    expect(rules.nextDueAt(roster, HOLD)).toBe(rules.SEAT_HOLD_MS);
    expect(rules.nextDueAt(rosterOf(anne, { anne: present }), 0)).toBeNull();
  });
});

test('the order of a roster is the same whoever comes when', () => {
  const names = ['Åse', 'anne', 'Bo', 'Bo'];
  const entries = names.map((displayName, nth) => ({
    ...entry(`p${nth}` as PersonId, present),
    displayName,
  }));
  const after = (order: readonly RosterEntry[]) =>
    order
      .map((one) => ({ type: 'participant-joined', entry: one }) as const)
      .reduce(rules.evolveRoster, { entries: [], leadId: null });
  expect(after(entries)).toEqual(after([...entries].reverse()));
});

describe('F23 ROSTER-19 how long a teacher is here', () => {
  const HOLD = rules.LEAD_HOLD_MS;

  test.each([
    ['for ever while one is', { anne: present, bjorn: left }, Number.POSITIVE_INFINITY],
    ['so, though another has lost the line', { anne: lostAt(5), bjorn: present }, Infinity],
    ['as long as the lead is held', { anne: lostAt(5), bjorn: left, kari: present }, 5 + HOLD],
    ['by the line that was lost last', { anne: lostAt(5), bjorn: lostAt(900) }, 900 + HOLD],
    ['not at all, however many students are', { anne: left, kari: present }, null],
  ])('%s', (_, who, until) => {
    expect(rules.teacherHereUntil(rosterOf(null, who))).toBe(until);
  });
});

test('CAP-15 everybody takes part but a captioner, other guests too', () => {
  expect(rules.takesPart({ guestAs: 'captioner' })).toBe(false);
  expect(rules.takesPart({ guestAs: 'lecturer' })).toBe(true);
  expect(rules.takesPart({})).toBe(true);
});
