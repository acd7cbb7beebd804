import { maySeeSession } from '#shared/features/programme/calendar/policy.ts';
import { pastSessions as contract } from '#shared/features/programme/calendar/queries.ts';
import { statusAt } from '#shared/features/programme/calendar/rules.ts';
import { DAY_MS } from '#shared/kernel/duration.ts';
import { answerQuery } from '../../../platform/handler.ts';
import { standingsBetween } from './standing.ts';

/** Longer than the longest study. */
const LOOKED_BACK_MS = 3 * 365 * DAY_MS;
const SESSIONS_MAX = 400;

/** CAL-7: the sessions that are over and that one may see, the latest first. */
export const pastSessions = answerQuery(
  contract,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ tx, subject, now }) => {
    const behind = { fromAt: now - LOOKED_BACK_MS, untilAt: now };
    const visible = (await standingsBetween(tx, subject, behind, now)).filter((session) =>
      maySeeSession(subject, session, now),
    );
    const over = visible.filter(
      (session) => session.endsAt <= now || statusAt(session, now) === 'past',
    );
    const sessions = over
      .toReversed()
      .slice(0, SESSIONS_MAX)
      .map(({ sessionId: id, title, courseCode, startsAt, cancelled }) => {
        return { id, title, courseCode, startsAt, cancelled };
      });
    return { sessions };
  },
);
