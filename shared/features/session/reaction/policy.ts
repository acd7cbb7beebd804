import type { Instant } from '#shared/kernel/duration.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { SessionStanding } from '../../programme/calendar/model.ts';
import { mayJoinSession } from '../roster/policy.ts';

/** Row 13: everybody who may be in the session. */
export function mayReact(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return mayJoinSession(subject, session, now);
}
