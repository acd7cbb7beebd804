import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { CohortId, GroupId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { ROLES, type Subject } from '#shared/wire/access.ts';
import { mayReadAgreement, mayWriteAgreement } from '../../care/agreement/policy.ts';
import { mayEditDocument, mayReadDocument } from '../../document/catalogue/policy.ts';
import { NO_NOTES } from '../../programme/session-notes/model.ts';
import { mayEnterSeminarRoom } from '../../seminar-room/policy.ts';
import { mayPostMessage, mayReadChat } from '../chat/policy.ts';
import { mayQueueForTheWord } from '../hand-queue/policy.ts';
import { mayPause } from '../pause/policy.ts';
import { mayReact } from '../reaction/policy.ts';
import { mayJoinSession, partOf, partOnceInside } from '../roster/policy.ts';
import { mayUseOwnTeamLine } from '../team-line/policy.ts';
import { mayKeepLobby, mayWaitInLobby, mustWait } from './policy.ts';

const NOW = 100 * MINUTE_MS;

const subject = fc.subarray([...ROLES]).map(
  (roles): Subject => ({
    personId: 'me' as PersonId,
    active: true,
    roles: roles.map((role) => ({ role, until: null })),
  }),
);
const session = fc.record<SessionStanding>({
  sessionId: fc.constant('s' as SessionId),
  cohortId: fc.constant('c' as CohortId),
  groupId: fc.constantFrom(null, 'g' as GroupId),
  title: fc.constant(''),
  courseCode: fc.constant(''),
  courseTitle: fc.constant(''),
  notes: fc.constant(NO_NOTES),
  startsAt: fc.constant(NOW - 60 * MINUTE_MS),
  endsAt: fc.constantFrom(NOW - 31 * MINUTE_MS, NOW - MINUTE_MS, NOW + MINUTE_MS),
  cancelled: fc.constant(false),
  endedAt: fc.constantFrom(null, NOW - 1),
  inCohort: fc.boolean(),
  inGroup: fc.boolean(),
  teaches: fc.boolean(),
  teachesCohort: fc.boolean(),
  invitedUntil: fc.constantFrom(null, NOW, NOW + 1),
  invitedAs: fc.constantFrom(null, 'captioner'),
  keptOut: fc.boolean(),
  admission: fc.constantFrom(null, 'let-in', 'sent-back'),
});
const always = (says: (who: Subject, at: SessionStanding) => void) =>
  fc.assert(fc.property(subject, session, says), { numRuns: 2_000 });

test('F3 LOBBY-1 whoever must wait has nothing of the session but the agreement, the notes and a line to its teachers', () => {
  let waiting = 0;
  always((who, at) => {
    if (!mustWait(who, at, NOW)) return;
    waiting++;
    for (const may of [
      mayJoinSession,
      mayReadChat,
      mayPostMessage,
      mayQueueForTheWord,
      mayReact,
      mayPause,
      mayEnterSeminarRoom,
      mayKeepLobby,
    ]) {
      expect(may(who, at, NOW)).toBe(false);
    }
    const document = {
      place: { kind: 'session' as const, session: at, forSome: null },
      trashedAt: null,
      sharedWithMe: null,
    };
    expect(mayReadDocument(who, document, NOW)).toBe(false);
    expect(mayEditDocument(who, document, NOW)).toBe(false);
    expect(mayUseOwnTeamLine(who, at, NOW)).toBe(true);
    expect(mayReadAgreement(who, at, NOW)).toBe(true);
    // A student sent back is still one of the cohort that wrote it.
    if (partOnceInside(who, at, NOW) !== 'student')
      expect(mayWriteAgreement(who, at, NOW)).toBe(false);
  });
  expect(waiting).toBeGreaterThan(100);
});

test('F3 LOBBY-1 whoever may come is in or waits, and is the same when let in', () => {
  always((who, at) => {
    const part = partOnceInside(who, at, NOW);
    expect(partOf(who, at, NOW)).toBe(mustWait(who, at, NOW) ? null : part);
    expect(partOf(who, { ...at, admission: 'let-in' }, NOW)).toBe(part);
    expect(mayWaitInLobby(who, at, NOW)).toBe(part !== null && part !== 'teacher');
  });
});

test('F4 LOBBY-2 teachers never wait, and enrolled members only when sent back, for as long as the session lasts', () => {
  always((who, at) => {
    const part = partOnceInside(who, at, NOW);
    if (part === 'teacher') expect(mustWait(who, at, NOW)).toBe(false);
    if (part !== 'student') return;
    const lasts = at.endedAt === null && NOW < at.endsAt + 30 * MINUTE_MS;
    const invitedIn = at.admission === 'let-in';
    expect(mustWait(who, at, NOW)).toBe(at.admission === 'sent-back' && lasts && !invitedIn);
  });
});

test('LOBBY-3 being taken out is stronger than being let in, and no word of a host brings in who is not asked', () => {
  always((who, at) => {
    const letIn = { ...at, admission: 'let-in' } as const;
    if (at.keptOut && partOnceInside(who, at, NOW) !== 'teacher') {
      expect(mayJoinSession(who, letIn, NOW)).toBe(false);
      expect(mayWaitInLobby(who, letIn, NOW)).toBe(false);
    }
    const notAsked = {
      ...letIn,
      invitedUntil: null,
      inCohort: false,
      inGroup: false,
      teaches: false,
    };
    expect(mayJoinSession(who, notAsked, NOW)).toBe(false);
    expect(mayWaitInLobby(who, notAsked, NOW)).toBe(false);
  });
});
