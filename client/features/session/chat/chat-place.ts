import type { Chat } from '#shared/features/session/chat/model.ts';
import type { BreakoutId, CallId, MessageId } from '#shared/kernel/ids.ts';
import type { Room } from '../session-room.ts';

/** A message, or a change of one, or its way back, that was refused for good. Its words are kept until the person has done something with them. */
export type FailedMessage = {
  readonly callId: CallId;
  readonly kind: 'post' | 'change' | 'restoring';
  readonly text: string;
  readonly why: string;
};

/** Where a chat is: with all, or in one breakout. */
export type ChatPlace = {
  readonly breakoutId: BreakoutId | undefined;
  /** Undefined while nothing is heard from there. */
  readonly chat: () => Chat | undefined;
  readonly whenFact: Room['whenFact'];
  /** Of the session's own place: what is known of the chats of breakouts, which may be left with something unsent. */
  readonly groups?: {
    readonly has: (messageId: MessageId) => boolean;
    readonly hasPlace: (breakoutId: BreakoutId) => boolean;
    readonly leftBehind: () => readonly FailedMessage[];
    readonly dropLeftBehind: (callId: CallId) => void;
  };
};
