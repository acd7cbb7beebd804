import type { SessionFact } from '#shared/features/session/channel.ts';
import { endWithLeaving } from '#shared/features/session/pause/rules.ts';
import type { RosterFact } from '#shared/features/session/roster/facts.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { unreadyThem } from '../pause-for-all/leaving.ts';
import { followPeopleInRound } from '../round/following.ts';
import { pausesIn, savePauses, somebodySits } from './repository.ts';

type Left = Extract<RosterFact, { type: 'participant-left' }>;

/** What those who have left take with them of pauses, when their seats are saved: the session's row is locked. */
export async function leavePauses(
  tx: Tx,
  sessionId: SessionId,
  happened: readonly SessionFact[],
  at: Instant,
): Promise<readonly SessionFact[]> {
  const left = happened.filter((fact): fact is Left => fact.type === 'participant-left');
  if (left.length === 0) return [];
  const pauses = await pausesIn(tx, sessionId);
  const facts = endWithLeaving(pauses, left, await somebodySits(tx, sessionId), at);
  await savePauses(tx, sessionId, facts);
  const gone = left.map(({ personId }) => personId);
  return [
    ...facts,
    ...(await unreadyThem(tx, sessionId, gone)),
    ...(await followPeopleInRound(tx, sessionId, at)),
  ];
}
