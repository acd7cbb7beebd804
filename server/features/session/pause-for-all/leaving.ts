import type { SessionFact } from '#shared/features/session/channel.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { forgetReady, pauseForAllOf } from './repository.ts';

/** Takes away the marks of those who have gone, or have stepped away. The session's row is locked. */
export async function unreadyThem(
  tx: Tx,
  sessionId: SessionId,
  people: readonly PersonId[],
): Promise<readonly SessionFact[]> {
  if (!(await forgetReady(tx, sessionId, people))) return [];
  const pause = await pauseForAllOf(tx, sessionId);
  return pause ? [{ type: 'ready-counted', ready: pause.ready }] : [];
}
