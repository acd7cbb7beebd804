import { maySeeGathering, maySeeSession } from '#shared/features/programme/calendar/policy.ts';
import {
  type CalendarSession,
  calendarBetween as contract,
} from '#shared/features/programme/calendar/queries.ts';
import { type Span, statusAt } from '#shared/features/programme/calendar/rules.ts';
import { mayPlanSession } from '#shared/features/programme/planning/policy.ts';
import { clashesOf } from '#shared/features/programme/planning/rules.ts';
import { addDays, type Day } from '#shared/kernel/calendar-day.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import { instantInOslo } from '#shared/kernel/oslo-time.ts';
import type { Subject } from '#shared/wire/access.ts';
import { answerQuery } from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import { gatheringStandings } from '../gathering/standing.ts';
import { daysOffBetween } from '../holiday/repository.ts';
import { type Planned, plannedBetween } from '../planning/repository.ts';
import { standingsBetween } from './standing.ts';

/** CAL-8: one's own calendar of some days. */
export const calendarBetween = answerQuery(
  contract,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ tx, subject, now, input: { from, to } }) => {
    const around = { startsAt: beginOf(from), endsAt: beginOf(addDays(to, 1)) };
    return {
      now,
      sessions: await sessionsIn(tx, subject, around, now),
      gatherings: await gatheringsIn(tx, subject, around, now),
      daysOff: await daysOffBetween(tx, from, to),
    };
  },
);

/** The sessions of a stretch of time that the subject may see, in the order of their start. */
export async function sessionsIn(
  tx: Tx,
  subject: Subject,
  around: Span,
  now: Instant,
): Promise<CalendarSession[]> {
  const { startsAt: fromAt, endsAt: untilAt } = around;
  const visible = new Map(
    (await standingsBetween(tx, subject, { fromAt, untilAt }, now))
      .filter((session) => maySeeSession(subject, session, now))
      .map((session) => [session.sessionId, session]),
  );
  const planned = await plannedBetween(tx, subject, around, now);
  const titleOf = ({ sessionId, title }: Planned) => (visible.has(sessionId) ? title : null);
  return planned
    .filter(({ sessionId }) => visible.has(sessionId))
    .map((session) => {
      const mayPlan = mayPlanSession(subject, session, now);
      const { sessionId: id, title, courseCode, cohortName, groupName, startsAt, endsAt } = session;
      const { room, movedFrom, cancelReason, assigned } = session;
      return {
        ...{ id, title, courseCode, cohortName, groupName, startsAt, endsAt, room, movedFrom },
        ...{ cancelReason, mayPlan, status: statusAt(session, now) },
        substitutes: assigned
          .filter(({ isSubstitute }) => isSubstitute)
          .map(({ displayName }) => displayName),
        clashes: (mayPlan ? clashesOf([session], planned) : []).map(({ with: other, over }) => ({
          ...{ sessionId: other.sessionId, title: titleOf(other), over: [...over] },
          ...{ startsAt: other.startsAt, endsAt: other.endsAt },
        })),
      };
    });
}

/** The gatherings of a stretch of time that the subject may see, in the order of their start. */
export async function gatheringsIn(tx: Tx, subject: Subject, around: Span, now: Instant) {
  return (await gatheringStandings(tx, subject, null, now))
    .filter((gathering) => maySeeGathering(subject, gathering, now))
    .filter(({ startsAt, endsAt }) => startsAt < around.endsAt && endsAt > around.startsAt)
    .map(({ gatheringId: id, title, place, mandatory, startsAt, endsAt }) => {
      return { kind: 'gathering' as const, id, title, place, mandatory, startsAt, endsAt };
    });
}

function beginOf(day: Day): Instant {
  const at = instantInOslo(day, '00:00');
  if (at === null) throw new Error(`no such day: ${day}`);
  return at;
}
