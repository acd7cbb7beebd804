import type { Instant } from '#shared/kernel/duration.ts';
import { holds, type Subject } from '#shared/wire/access.ts';
import type { SessionStanding } from '../../programme/calendar/model.ts';
import { mayJoinSession, partOf } from '../roster/policy.ts';

/** Row 28: everybody who may be in the session. */
export function mayReadCaptions(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return mayJoinSession(subject, session, now);
}

/** Row 28, for all: a guest who was invited to this session as its captioner, and nobody else whatever their role. */
export function mayWriteCaptions(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  const isGuest = partOf(subject, session, now) === 'guest' && holds(subject, 'guest', now);
  return isGuest && session.invitedAs === 'captioner';
}

/** Row 28, own speech: whoever is of the school, or answers for a student's practice. A guest writes as captioner or not at all. */
export function mayCaptionOwnSpeech(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  const part = partOf(subject, session, now);
  return part === 'guest' ? holds(subject, 'practiceSupervisor', now) : part !== null;
}
