import {
  maySeeAttendance,
  maySeeEverybodysAttendance,
} from '#shared/features/attendance/presence/policy.ts';
import * as contracts from '#shared/features/attendance/presence/queries.ts';
import {
  dayFigureOf,
  soFar,
  stateOf,
  timeFigureOf,
  timesThere,
} from '#shared/features/attendance/presence/rules.ts';
import { totalsOf } from '#shared/features/attendance/sheet/rules.ts';
import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { DAY_MS, type Instant } from '#shared/kernel/duration.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { answerQuery } from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import {
  assignedTeachers,
  gatheringStandings,
  standingsBetween,
  studentsOfGatherings,
  studentsOfSessions,
} from '../../programme/public.ts';
import { loadSession, visitorsOf } from '../../session/public.ts';
import { toldAt } from '../correction/entries.ts';
import { countRequired } from '../requirement/count.ts';
import { isShownToOthers, standsIn } from '../requirement/notices.ts';
import { daysOf } from './days.ts';
import { heldIn } from './occasions.ts';
import { seenIn } from './seen.ts';

/** Longer than the longest study. */
const LOOKED_BACK_MS = 3 * 365 * DAY_MS;

export const sessionAttendance = answerQuery(
  contracts.sessionAttendance,
  loadSession,
  async ({ tx, object, subject, now }) => {
    const { sessionId } = object;
    const seesAll = maySeeEverybodysAttendance(subject, object, now);
    const whose = seesAll ? null : subject.personId;
    const held = heldIn(object, now);
    const seen = await seenIn(tx, [sessionId], whose);
    const told = await toldAt(tx, [{ sessionId }], whose);
    const visitors = await visitorsOf(tx, sessionId);
    const students = await studentsOfSessions(tx, [sessionId], whose);
    const counted = (personId: Subject['personId']) => {
      const { corrections, ...said } = told({ sessionId }, personId);
      const times = [...timesThere(seen(sessionId, personId), soFar(held))];
      return { times, figure: timeFigureOf(held, times, said), corrections: [...corrections] };
    };
    const came = new Set(visitors.map(({ personId }) => personId));
    const others = students
      .filter(({ personId }) => !came.has(personId))
      .map(({ personId, displayName }) => ({ personId, displayName, part: 'student' as const }));
    // Whoever never came is there by what has been said of them.
    const said = others.filter(({ personId }) => counted(personId).figure.source !== 'measured');
    const isOwn = ({ personId }: { readonly personId: string }) => personId === subject.personId;
    return {
      length: held.length,
      own: visitors.some(isOwn) || said.some(isOwn) ? counted(subject.personId) : null,
      everybody: seesAll
        ? [...visitors, ...said].map((who) => ({ ...who, figure: counted(who.personId).figure }))
        : null,
    };
  },
);

type Own = OutputOf<typeof contracts.ownAttendance>;

export const ownAttendance = answerQuery(
  contracts.ownAttendance,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ tx, subject, now }) => ({
    now,
    courses: await ownCourses(tx, subject, now),
    gatherings: await ownGatherings(tx, subject, now),
  }),
);

async function ownCourses(tx: Tx, subject: Subject, now: Instant): Promise<Own['courses']> {
  const me = subject.personId;
  const behind = { fromAt: now - LOOKED_BACK_MS, untilAt: now + 1 };
  const begun = (await standingsBetween(tx, subject, behind, now)).filter(
    (session) => !session.cancelled && maySeeAttendance(subject, session, now),
  );
  const ids = begun.map(({ sessionId }) => sessionId);
  const mine = new Set((await studentsOfSessions(tx, ids, me)).map(({ sessionId }) => sessionId));
  const sessions = begun.filter(({ sessionId }) => mine.has(sessionId));
  const seen = await seenIn(tx, [...mine], me);
  const told = await toldAt(
    tx,
    sessions.map(({ sessionId }) => ({ sessionId })),
    me,
  );
  const required = await ownRequirements(tx, me, sessions, now);
  const codes = [...new Set(sessions.map(({ courseCode }) => courseCode))];
  return codes.toSorted().map((code) => {
    const ofCourse = sessions.filter(({ courseCode }) => courseCode === code);
    const counted = ofCourse.toReversed().map((session) => {
      const { sessionId, title } = session;
      const held = heldIn(session, now);
      const times = [...timesThere(seen(sessionId, me), soFar(held))];
      const { corrections, ...said } = told({ sessionId }, me);
      const figure = timeFigureOf(held, times, said);
      const { length } = held;
      const state = stateOf(held);
      return { sessionId, title, length, state, figure, times, corrections: [...corrections] };
    });
    const title = ofCourse[0]?.courseTitle ?? code;
    const requirement = required.get(code) ?? null;
    return { code, title, totals: totalsOf(counted), requirement, sessions: counted };
  });
}

/** What each course requires, and whom to talk to: those who taught it last. */
async function ownRequirements(
  tx: Tx,
  personId: Subject['personId'],
  sessions: readonly SessionStanding[],
  now: Instant,
) {
  const all = new Map<string, NonNullable<Own['courses'][number]['requirement']>>();
  for (const counted of await countRequired(tx, { personId }, now)) {
    const { code } = counted.required;
    const last = sessions.findLast(({ courseCode }) => courseCode === code);
    const teachers = last ? await assignedTeachers(tx, last.sessionId) : [];
    const talkTo = teachers.map(({ displayName }) => displayName);
    all.set(code, { ...standsIn(counted), othersSee: isShownToOthers(counted, now), talkTo });
  }
  return all;
}

async function ownGatherings(tx: Tx, subject: Subject, now: Instant): Promise<Own['gatherings']> {
  const me = subject.personId;
  const begun = (await gatheringStandings(tx, subject, null, now)).filter(
    ({ inCohort, startsAt }) => inCohort && startsAt <= now,
  );
  const ids = begun.map(({ gatheringId }) => gatheringId);
  const theirs = await studentsOfGatherings(tx, ids, me);
  const mine = begun.filter(({ gatheringId }) =>
    theirs.some((one) => one.gatheringId === gatheringId),
  );
  const keys = mine.flatMap((gathering) =>
    daysOf(gathering).map(({ day }) => ({ gatheringId: gathering.gatheringId, day })),
  );
  const told = await toldAt(tx, keys, me);
  return mine.toReversed().map((gathering) => {
    const { gatheringId, title, place, mandatory } = gathering;
    const days = daysOf(gathering)
      .filter(({ length }) => length.from <= now)
      .map(({ day, length }) => {
        const { corrections, ...said } = told({ gatheringId, day }, me);
        return { day, at: length.from, figure: dayFigureOf(said), corrections: [...corrections] };
      });
    return { gatheringId, title, place, mandatory, days };
  });
}
