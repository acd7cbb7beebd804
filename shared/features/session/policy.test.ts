import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import type { CohortId, GroupId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { ROLES, type Role, type Subject } from '#shared/wire/access.ts';
import { maySeeCalendar, maySeeSession } from '../programme/calendar/policy.ts';
import { NO_NOTES } from '../programme/session-notes/model.ts';
import { mayStepAgenda } from './agenda/policy.ts';
import { mayChangeOwnMessage, mayPostMessage, mayReadChat } from './chat/policy.ts';
import { mayEndSession } from './ending/policy.ts';
import { mayCallOthers, mayQueueForTheWord } from './hand-queue/policy.ts';
import { mayJoinSession, maySeeInvitations, maySeeRoster, partOf } from './roster/policy.ts';

const NOW = 1_000_000;
const me = 'me' as PersonId;

/** One's relations to a session, besides roles. */
type Relations = Pick<
  SessionStanding,
  | 'inCohort'
  | 'inGroup'
  | 'teaches'
  | 'teachesCohort'
  | 'invitedUntil'
  | 'invitedAs'
  | 'keptOut'
  | 'admission'
>;
const STRANGER: Relations = {
  inCohort: false,
  inGroup: false,
  teaches: false,
  teachesCohort: false,
  invitedUntil: null,
  invitedAs: null,
  keptOut: false,
  admission: null,
};

function standing(relations: Partial<Relations>, groupId: GroupId | null = null): SessionStanding {
  return {
    sessionId: 's' as SessionId,
    cohortId: 'c' as CohortId,
    groupId,
    title: '',
    courseCode: '',
    courseTitle: '',
    notes: NO_NOTES,
    startsAt: 0,
    endsAt: 1,
    cancelled: false,
    endedAt: null,
    ...STRANGER,
    ...relations,
  };
}

function subject(roles: Role[], until: number | null = null, active = true): Subject {
  return { personId: me, active, roles: roles.map((role) => ({ role, until })) };
}

const POLICIES = {
  session: maySeeSession,
  roster: maySeeRoster,
  join: mayJoinSession,
  step: mayStepAgenda,
  end: mayEndSession,
  ownHand: mayQueueForTheWord,
  others: mayCallOthers,
  read: mayReadChat,
  post: mayPostMessage,
  changeOwn: (by: Subject, at: SessionStanding, now: number) =>
    mayChangeOwnMessage(by, { standing: at, message: { by: me } }, now),
};
const IN = ['session', 'roster', 'join', 'ownHand', 'read', 'post', 'changeOwn'];
const OF_TEACHER = [...IN, 'step', 'end', 'others'];
const INVITED = ['roster', 'join', 'ownHand', 'read', 'post', 'changeOwn'];

function allowed(by: Subject, at: SessionStanding): string[] {
  return Object.entries(POLICIES)
    .filter(([, may]) => may(by, at, NOW))
    .map(([name]) => name)
    .sort();
}

describe('rows 1, 2, 9, 11, 12, 14 and 15, cell by cell', () => {
  const group = 'g' as GroupId;
  const until = NOW + 1;
  const asked = { invitedUntil: until, admission: 'let-in' } as const;
  test.each<[string, Role[], Partial<Relations>, GroupId | null, string[]]>([
    ['ST in the cohort', ['student'], { inCohort: true }, null, IN],
    ['ST of another cohort', ['student'], {}, null, []],
    ['ST invited, of another cohort', ['student'], { invitedUntil: until }, null, []],
    ['ST of the cohort, not of the group', ['student'], { inCohort: true }, group, []],
    ['GM', ['student'], { inCohort: true, inGroup: true }, group, IN],
    ['enrolled, but no student', [], { inCohort: true, inGroup: true }, null, []],
    ['TE assigned', ['teacher'], { teaches: true, teachesCohort: true }, null, OF_TEACHER],
    ['TE assigned, of a group session', ['teacher'], { teaches: true }, group, OF_TEACHER],
    ['TE of the cohort alone', ['teacher'], { teachesCohort: true }, null, ['session']],
    ['TE of elsewhere', ['teacher'], {}, null, []],
    ['TE of elsewhere, invited', ['teacher'], { invitedUntil: until }, null, []],
    ['assigned, but no teacher', ['student'], { teaches: true, teachesCohort: true }, null, []],
    ['PC', ['practiceCoordinator'], {}, null, ['session', 'roster']],
    ['PC invited', ['practiceCoordinator'], asked, null, IN],
    ['PV', ['practiceSupervisor'], {}, null, []],
    ['PV invited', ['practiceSupervisor'], asked, null, INVITED],
    ['SA', ['studyAdviser'], {}, null, ['session', 'roster']],
    ['SA invited', ['studyAdviser'], asked, null, IN],
    ['AD', ['admin'], {}, null, ['session', 'roster']],
    ['AD invited', ['admin'], asked, null, IN],
    ['RE', ['rector'], {}, null, ['session', 'roster']],
    ['RE invited', ['rector'], asked, null, IN],
    ['GU', ['guest'], {}, null, []],
    ['GU invited', ['guest'], asked, null, INVITED],
    ['GU whose invitation has ended', ['guest'], { ...asked, invitedUntil: NOW }, null, []],
    ['GU invited, in the lobby', ['guest'], { invitedUntil: until }, null, []],
    [
      'SA invited, in the lobby',
      ['studyAdviser'],
      { invitedUntil: until },
      null,
      ['session', 'roster'],
    ],
    [
      'SA let in, no longer invited',
      ['studyAdviser'],
      { admission: 'let-in' },
      null,
      ['session', 'roster'],
    ],
    [
      'SA sent back',
      ['studyAdviser'],
      { ...asked, admission: 'sent-back' },
      null,
      ['session', 'roster'],
    ],
    ['ST sent back', ['student'], { inCohort: true, admission: 'sent-back' }, null, ['session']],
    ['ST let in again', ['student'], { inCohort: true, admission: 'let-in' }, null, IN],
    ['TE never waits', ['teacher'], { teaches: true, admission: 'sent-back' }, null, OF_TEACHER],
    ['EX', ['examiner'], {}, null, []],
    ['EX invited', ['examiner'], { invitedUntil: until }, null, []],
  ])('%s', (_who, roles, relations, groupId, may) => {
    const at = standing(relations, groupId);
    expect(allowed(subject(roles), at)).toEqual([...may].sort());
    // A role that has ended and a person who is suspended have nothing of it.
    expect(allowed(subject(roles, NOW), at)).toEqual([]);
    expect(allowed(subject(roles, null, false), at)).toEqual([]);
  });
});

test('row 1: a calendar is its owner, and guests, practice supervisors and examiners have none', () => {
  const own = { ownerId: me };
  const having = ROLES.filter((role) => maySeeCalendar(subject([role]), own, NOW));
  expect(having).toEqual([
    'student',
    'teacher',
    'practiceCoordinator',
    'studyAdviser',
    'admin',
    'rector',
  ]);
  expect(maySeeCalendar(subject(['rector']), { ownerId: 'you' as PersonId }, NOW)).toBe(false);
});

test('row 9: one is told of one’s own invitations, unless no session could be joined by them', () => {
  const own = { ownerId: me };
  const told = ROLES.filter((role) => maySeeInvitations(subject([role]), own, NOW));
  expect(told).toEqual(ROLES.filter((role) => role !== 'examiner'));
  expect(maySeeInvitations(subject(['guest'], NOW), own, NOW)).toBe(false);
  expect(maySeeInvitations(subject([...ROLES]), { ownerId: 'you' as PersonId }, NOW)).toBe(false);
});

test('row 15: nobody changes what another has written', () => {
  const at = standing({ teaches: true, inCohort: true });
  const written = { standing: at, message: { by: 'you' as PersonId } };
  expect(mayChangeOwnMessage(subject([...ROLES]), written, NOW)).toBe(false);
});

test.each([
  ['student', { inCohort: true }, 'student'],
  ['teacher', { teaches: true }, 'teacher'],
  ['rector', { invitedUntil: NOW + 1, admission: 'let-in' }, 'staff'],
  ['practiceSupervisor', { invitedUntil: NOW + 1, admission: 'let-in' }, 'guest'],
  ['guest', { invitedUntil: NOW + 1, admission: 'let-in' }, 'guest'],
] as const)('a %s comes as what the relation says', (role, relations, part) => {
  expect(partOf(subject([role]), standing(relations), NOW)).toBe(part);
});

const relations = fc.record({
  inCohort: fc.boolean(),
  inGroup: fc.boolean(),
  teaches: fc.boolean(),
  teachesCohort: fc.boolean(),
  invitedUntil: fc.constantFrom(null, NOW - 1, NOW + 1),
  admission: fc.constantFrom(null, 'let-in' as const),
});
const roles = fc.subarray([...ROLES]);
const groupOf = fc.constantFrom(null, 'g' as GroupId);

test('taking a relation or a role away never gives a right', () => {
  fc.assert(
    fc.property(roles, relations, groupOf, (held, all, groupId) => {
      const rights = allowed(subject(held), standing(all, groupId));
      for (const key of Object.keys(STRANGER) as (keyof Relations)[]) {
        const fewer = standing({ ...all, [key]: STRANGER[key] }, groupId);
        expect(rights).toEqual(expect.arrayContaining(allowed(subject(held), fewer)));
      }
      for (const role of held) {
        const rest = subject(held.filter((other) => other !== role));
        expect(rights).toEqual(expect.arrayContaining(allowed(rest, standing(all, groupId))));
      }
    }),
    { numRuns: 1000 },
  );
});

test('whoever may be in a session may hear all of its one audience: roster and chat', () => {
  fc.assert(
    fc.property(roles, relations, groupOf, (held, all, groupId) => {
      const rights = allowed(subject(held), standing(all, groupId));
      if (rights.includes('join')) expect(rights).toEqual(expect.arrayContaining(INVITED));
    }),
  );
});
