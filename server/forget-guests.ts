import type { Instant } from '#shared/kernel/duration.ts';
import * as assignment from './features/assignment/personal-data.ts';
import * as care from './features/care/personal-data.ts';
import * as document from './features/document/personal-data.ts';
import * as identity from './features/identity/personal-data.ts';
import * as programme from './features/programme/personal-data.ts';
import * as seminarRoom from './features/seminar-room/personal-data.ts';
import * as session from './features/session/personal-data.ts';
import { forgetGuestLinks, forgottenGuests } from './features/session/public.ts';
import type { Log } from './platform/log.ts';
import type { Database } from './storage/database.ts';
import { inTransaction } from './storage/transaction.ts';

/** Identity is last: it says that somebody is forgotten. */
const SLICES = [seminarRoom, document, assignment, care, session, programme, identity] as const;

/**
 * Forgets guests whose time is up, in every slice. Each is a transaction of their own: one that fails, or a server that is
 * killed, leaves the rest for the next turn.
 */
export async function forgetGuests(parts: {
  readonly database: Database;
  readonly log: Log;
  readonly now: Instant;
}): Promise<void> {
  const { database, log, now } = parts;
  const due = await forgottenGuests(database, now);
  for (const personId of due) {
    await inTransaction(database, 'change', async (tx) => {
      for (const slice of SLICES) await slice.erasePersonalData(tx, personId);
    });
  }
  await forgetGuestLinks(database, now);
  if (due.length > 0) log.info({ guests: due.length }, 'guests forgotten');
}
