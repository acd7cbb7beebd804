import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { seenByParticipants } from '#shared/features/session/breakout/rules.ts';
import type { SessionFact } from '#shared/features/session/channel.ts';
import { isMessageChange } from '#shared/features/session/chat/rules.ts';
import { maySeeLog } from '#shared/features/session/moderation/policy.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { Subject } from '#shared/wire/access.ts';

/**
 * Who hears what of a live session. Nearly everything is for everybody who sits in it; who is kept out is for those who see
 * the log. What some may not hear gets its own here, not a second channel.
 */
export type Audience = 'host' | 'participant';

export function audienceOf(subject: Subject, session: SessionStanding, now: Instant): Audience {
  return maySeeLog(subject, session, now) ? 'host' : 'participant';
}

/** The fact as this audience may hear it; null for what is for hosts alone. */
export function hear(fact: SessionFact, audience: string): SessionFact | null {
  switch (fact.type) {
    case 'participant-removed':
    case 'participant-readmitted':
      return audience === 'host' ? fact : null;
    case 'help-called':
    case 'help-ended':
    case 'minute-asked':
    case 'minute-answered':
    case 'knocked':
    case 'knock-answered':
    case 'breakout-hands':
      return audience === 'host' ? fact : null;
    case 'breakouts-opened':
      return audience === 'host'
        ? fact
        : { ...fact, breakouts: seenByParticipants(fact.breakouts) };
    default:
      return fact;
  }
}

/** Whoever catches up later hears none of the words that were taken back. */
export function retells(fact: SessionFact): boolean {
  return isMessageChange(fact) || fact.type === 'chat-erased';
}
