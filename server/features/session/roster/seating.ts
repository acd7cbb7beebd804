import type { Roster } from '#shared/features/session/roster/model.ts';
import type { Seating } from '#shared/features/session/rules.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { saveHandQueue } from '../hand-queue/repository.ts';
import { saveLead, saveSeats } from './repository.ts';

/** Keeps what coming and going has changed, and nothing else. */
export async function saveSeating(
  tx: Tx,
  sessionId: SessionId,
  before: Pick<Seating, 'roster' | 'handQueue'>,
  next: Pick<Seating, 'roster' | 'handQueue'>,
): Promise<void> {
  await saveRoster(tx, sessionId, before.roster, next.roster);
  if (next.handQueue !== before.handQueue) await saveHandQueue(tx, sessionId, next.handQueue);
}

export async function saveRoster(
  tx: Tx,
  sessionId: SessionId,
  before: Roster,
  next: Roster,
): Promise<void> {
  // The rules make a new entry where something changed, and hand on the rest as it is.
  const known = new Set(before.entries);
  await saveSeats(
    tx,
    sessionId,
    next.entries.filter((entry) => !known.has(entry)),
  );
  if (next.leadId !== before.leadId) await saveLead(tx, sessionId, next.leadId);
}
