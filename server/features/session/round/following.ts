import type { SessionFact } from '#shared/features/session/channel.ts';
import { followPeople } from '#shared/features/session/round/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { hereIn, roundOf, saveRound } from './repository.ts';

/** What those who have come, gone, stepped away or come back make of a round, when that is saved: the session's row is locked. */
export async function followPeopleInRound(
  tx: Tx,
  sessionId: SessionId,
  at: Instant,
): Promise<readonly SessionFact[]> {
  const held = await roundOf(tx, sessionId);
  if (!held) return [];
  const step = followPeople(held, await hereIn(tx, sessionId), at);
  if (step.facts.length > 0) await saveRound(tx, sessionId, step.held);
  return step.facts;
}
