import type { SessionFact } from '#shared/features/session/channel.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { closeOpenPoll } from '../poll/closing.ts';
import { closeOpenQuiz } from '../quiz/closing.ts';

/** The session is over, and with it whatever is being asked. Its row is locked. */
export async function closeWithSession(
  tx: Tx,
  sessionId: SessionId,
  at: Instant,
): Promise<readonly SessionFact[]> {
  return [...(await closeOpenPoll(tx, sessionId, at)), ...(await closeOpenQuiz(tx, sessionId, at))];
}
