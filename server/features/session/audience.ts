import type { SessionFact } from '#shared/features/session/channel.ts';
import { isMessageChange } from '#shared/features/session/chat/rules.ts';

/**
 * Who hears what of a live session. Everything there is so far is for everybody who sits in it, so there is one
 * audience. What some may not hear (a private line to the teachers, a vote) gets its own here, not a second channel.
 */
export type Audience = 'participant';

export function audienceOf(): Audience {
  return 'participant';
}

export function hear(fact: SessionFact): SessionFact {
  return fact;
}

/** Whoever catches up later hears none of the words that were taken back. */
export function retells(fact: SessionFact): boolean {
  return isMessageChange(fact);
}
