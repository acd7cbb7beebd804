import { type SQL, sql } from 'drizzle-orm';
import { breakoutChannel } from '#shared/features/session/breakout/channel.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import type { ChatFact } from '#shared/features/session/chat/facts.ts';
import type { BreakoutId, SessionId } from '#shared/kernel/ids.ts';
import type { Publish } from '../../../platform/handler.ts';

/** Where something is said: in a breakout of a session, or to all in it (null). */
export type ChatPlace = {
  readonly sessionId: SessionId;
  readonly breakoutId: BreakoutId | null;
};

/** A condition on `chat_message m`. */
export function saidIn({ sessionId, breakoutId }: ChatPlace): SQL {
  return sql`m.session_id = ${sessionId} and m.breakout_id is not distinct from ${breakoutId}::uuid`;
}

/** The channel that its facts are told on. */
export function channelOf({ sessionId, breakoutId }: ChatPlace): {
  readonly name: string;
  readonly id: string;
} {
  return breakoutId === null
    ? { name: sessionChannel.name, id: sessionId }
    : { name: breakoutChannel.name, id: breakoutId };
}

/** Tells those who hear what is said there, and nobody else. */
export function tellIn(publish: Publish, place: ChatPlace, facts: readonly ChatFact[]): void {
  if (place.breakoutId === null) publish(sessionChannel, place.sessionId, facts);
  else publish(breakoutChannel, place.breakoutId, facts);
}
