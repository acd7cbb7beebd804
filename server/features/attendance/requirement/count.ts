import {
  dayFigureOf,
  soFar,
  stateOf,
  timeFigureOf,
  timesThere,
  totalOf,
} from '#shared/features/attendance/presence/rules.ts';
import type { Counted } from '#shared/features/attendance/requirement/rules.ts';
import { DAY_MS, type Instant } from '#shared/kernel/duration.ts';
import type { CohortId, PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import {
  gatheringsOfCourses,
  recognisedOf,
  sessionsOfCourses,
  studentsOfSessions,
} from '../../programme/public.ts';
import { toldAt } from '../correction/entries.ts';
import { daysOf } from '../presence/days.ts';
import { heldIn } from '../presence/occasions.ts';
import { seenIn } from '../presence/seen.ts';
import { type Required, requiredOf } from './repository.ts';

/** Longer than the longest study. */
const LOOKED_BACK_MS = 3 * 365 * DAY_MS;

/** Whose attendance is held against what is required: everybody's, or a part of it. */
export type Whose = {
  readonly personId?: PersonId;
  readonly cohortId?: CohortId;
  readonly courseCode?: string;
};

/** What of a course has been, and is to come, for one student. */
export type CountedFor = {
  readonly personId: PersonId;
  readonly required: Required;
  readonly sessions: Counted[];
  /** How long each session to come is. */
  readonly ahead: number[];
  readonly days: Counted[];
};

/** Everybody of whom a course requires something, with what is counted in it. Who has it recognised from before owes it nothing. */
export async function countRequired(tx: Tx, whose: Whose, now: Instant): Promise<CountedFor[]> {
  const required = await requiredOf(tx, whose.courseCode ?? null);
  if (required.length === 0) return [];
  const courseIds = required.map(({ courseId }) => courseId);
  const all = new Map<string, CountedFor>();
  const of = (personId: PersonId, courseId: Required['courseId']) => {
    const key = `${personId} ${courseId}`;
    const course = required.find((one) => one.courseId === courseId);
    if (!course) throw new Error('a course that requires nothing');
    const known = all.get(key) ?? {
      ...{ personId, required: course, sessions: [], ahead: [], days: [] },
    };
    all.set(key, known);
    return known;
  };
  await addSessions(tx, whose, courseIds, of, now);
  await addDays(tx, whose, courseIds, of, now);
  for (const { personId, courseId } of await recognisedOf(tx, courseIds))
    all.delete(`${personId} ${courseId}`);
  return [...all.values()];
}

type Of = (personId: PersonId, courseId: Required['courseId']) => CountedFor;

async function addSessions(
  tx: Tx,
  { personId = null, cohortId = null }: { personId?: PersonId | null; cohortId?: CohortId | null },
  courseIds: readonly Required['courseId'][],
  of: Of,
  now: Instant,
): Promise<void> {
  const sessions = await sessionsOfCourses(tx, courseIds, cohortId, now - LOOKED_BACK_MS);
  const ids = sessions.map(({ sessionId }) => sessionId);
  const begun = sessions.filter(({ startsAt }) => startsAt <= now).map((one) => one.sessionId);
  const students = Map.groupBy(
    await studentsOfSessions(tx, ids, personId),
    ({ sessionId }) => sessionId,
  );
  const seen = await seenIn(tx, begun, personId);
  const told = await toldAt(
    tx,
    begun.map((sessionId) => ({ sessionId })),
    personId,
  );
  for (const session of sessions) {
    const { sessionId, courseId } = session;
    const held = heldIn(session, now);
    const state = stateOf(held);
    const length = totalOf([held.length]);
    for (const { personId: student } of students.get(sessionId) ?? []) {
      const counted = of(student, courseId);
      if (state === 'ahead') counted.ahead.push(length);
      if (state !== 'over') continue;
      const said = told({ sessionId }, student);
      const times = timesThere(seen(sessionId, student), soFar(held));
      counted.sessions.push({
        there: timeFigureOf(held, times, said).thereMs,
        of: length,
        knownAt: Math.max(held.length.to, said.saidAt),
      });
    }
  }
}

async function addDays(
  tx: Tx,
  { personId = null }: { personId?: PersonId | null },
  courseIds: readonly Required['courseId'][],
  of: Of,
  now: Instant,
): Promise<void> {
  const gatherings = (await gatheringsOfCourses(tx, courseIds, personId)).filter(
    ({ startsAt }) => startsAt <= now,
  );
  const days = gatherings.flatMap((gathering) =>
    daysOf(gathering).map((day) => ({ ...gathering, ...day })),
  );
  const told = await toldAt(tx, days, personId);
  for (const { gatheringId, day, length, courseId, personId: student } of days) {
    const said = told({ gatheringId, day }, student);
    const { present } = dayFigureOf(said);
    if (present === null) continue;
    const knownAt = Math.max(length.to, said.saidAt);
    of(student, courseId).days.push({ there: present ? 1 : 0, of: 1, knownAt });
  }
}
