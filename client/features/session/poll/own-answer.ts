import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import { answerPoll } from '#shared/features/session/poll/commands.ts';
import type { PollAnswer } from '#shared/features/session/poll/model.ts';
import { ownAnswer } from '#shared/features/session/poll/queries.ts';
import type { PollId } from '#shared/kernel/ids.ts';
import { createQuery } from '../../../platform/query.ts';
import type { Room } from '../session-room.ts';

/** An answer that was taken here: set at once, before anybody is asked. */
export type Said = {
  readonly pollId: PollId;
  /** Kept of a named one alone, which can be changed. */
  readonly answer: PollAnswer | null;
  /** Another had been counted before, and this one was dropped. */
  readonly before: boolean;
};

/**
 * Whether one has answered what is open. Nothing on the screen that all share tells it: it is asked for when a question
 * comes, when one is back, and when an answer has left that an earlier page had made.
 */
export function createOwnAnswer(room: Room, openId: Accessor<PollId | undefined>) {
  const { sessionId } = room;
  const [said, setSaid] = createSignal<Said>();
  const [heard, setHeard] = createSignal<PollId>();
  room.whenFact((fact) => {
    if (fact.type === 'poll-opened') setHeard(fact.poll.id);
  });
  const asked = createMemo(() => {
    const pollId = openId();
    return pollId ? createQuery(ownAnswer, () => ({ sessionId, pollId })) : undefined;
  });
  const isUnsent = createMemo(() => room.waits(answerPoll) !== undefined || room.sends(answerPoll));
  const isOnline = createMemo(() => room.live.connection.state().status === 'online');
  createEffect(
    on(
      () => isOnline() && !isUnsent(),
      (settled) => {
        if (settled) asked()?.refetch();
      },
      { defer: true },
    ),
  );
  const saidOfThis = () => {
    const now = said();
    return now && now.pollId === openId() ? now : undefined;
  };
  return {
    said: saidOfThis,
    setSaid,
    isAnswered: createMemo(
      () => saidOfThis() !== undefined || (asked()?.value()?.answered ?? false),
    ),
    /** Nobody has answered what came a moment ago; of what was there before, the server knows. Where it cannot be asked, one may answer. */
    isKnown: createMemo(
      () =>
        saidOfThis() !== undefined || heard() === openId() || asked()?.state().status !== 'loading',
    ),
    /** What one answered, where it can be changed. */
    answer: () => saidOfThis()?.answer ?? asked()?.value()?.answer ?? undefined,
  };
}
