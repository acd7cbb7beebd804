import type { Instant } from '#shared/kernel/duration.ts';
import type { Erasures } from './erasures.ts';
import { forgetGuestLinks, forgottenGuests } from './features/session/public.ts';
import type { Log } from './platform/log.ts';
import type { Database } from './storage/database.ts';

/**
 * Forgets guests whose time is up, in every slice. Each is a transaction of their own: one that fails, or a server that is
 * killed, leaves the rest for the next turn.
 */
export async function forgetGuests(parts: {
  readonly database: Database;
  readonly erasures: Erasures;
  readonly log: Log;
  readonly now: Instant;
}): Promise<void> {
  const { database, erasures, log, now } = parts;
  const due = await forgottenGuests(database, now);
  for (const personId of due) await erasures.erase(personId);
  await forgetGuestLinks(database, now);
  if (due.length > 0) log.info({ guests: due.length }, 'guests forgotten');
}
