import type { PlanAtDoor } from '#shared/features/programme/planning/model.ts';
import { mayPlanSession } from '#shared/features/programme/planning/policy.ts';
import { hasBegun } from '#shared/features/programme/planning/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Tx } from '../../../storage/database.ts';
import { plannedSessionOf } from './repository.ts';

/** What of a session's plan is told to whoever may see the session. */
export async function planAtDoor(
  tx: Tx,
  subject: Subject,
  sessionId: SessionId,
  now: Instant,
): Promise<PlanAtDoor> {
  const session = await plannedSessionOf(tx, subject, sessionId, now);
  if (!session) throw new Error('a session that was found has gone');
  const { room, movedFrom, cancelReason, assigned } = session;
  return {
    ...{ room, movedFrom, cancelReason },
    substitutes: assigned.flatMap(({ isSubstitute, displayName }) =>
      isSubstitute ? [displayName] : [],
    ),
    mayChange: mayPlanSession(subject, session, now) && !hasBegun(session, now),
  };
}
