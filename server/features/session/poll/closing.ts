import type { PollFact } from '#shared/features/session/poll/facts.ts';
import type { Poll } from '#shared/features/session/poll/model.ts';
import * as rules from '#shared/features/session/poll/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { breakSeal } from '../sealed/tally.ts';
import { tallyOfBallots } from './ballots.ts';
import { pollOn, savePoll } from './repository.ts';

/** Takes no more answers, and keeps what all may see. The session's row is locked. */
export async function closeNow(tx: Tx, poll: Poll, at: Instant): Promise<readonly PollFact[]> {
  if (poll.closedAt !== null) return [];
  const tally = poll.named
    ? await tallyOfBallots(tx, poll)
    : await breakSeal(tx, { pollId: poll.id });
  const { facts } = rules.closePoll(poll, tally, at);
  const closed = facts.reduce<Poll | null>(rules.evolvePoll, poll);
  if (closed) await savePoll(tx, closed);
  return facts;
}

/** What is being asked in the session, if anything. */
export async function closeOpenPoll(
  tx: Tx,
  sessionId: SessionId,
  at: Instant,
): Promise<readonly PollFact[]> {
  const poll = await pollOn(tx, sessionId);
  return poll ? closeNow(tx, poll, at) : [];
}
