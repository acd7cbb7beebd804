import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { doorOf } from '#shared/features/session/roster/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Load } from '../../platform/handler.ts';
import { sessionStanding } from '../programme/public.ts';

/** Finds the planned session that a call names, with what the caller is to it. */
export const loadSession: Load<{ readonly sessionId: SessionId }, SessionStanding> = ({
  tx,
  subject,
  input,
  now,
}) => sessionStanding(tx, subject, input.sessionId, now);

/**
 * Nothing new begins: its door has closed, and whoever is still in may say goodbye; or it was ended or cancelled, and nobody
 * is in.
 * Said before a missing seat is: this is why it is missing.
 */
export function isOver(session: SessionStanding, now: Instant): boolean {
  const door = doorOf(session, now);
  return door === 'session-over' || door === 'session-ended' || door === 'session-cancelled';
}
