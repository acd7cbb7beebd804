import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { endGuestRole } from '../../identity/public.ts';
import { endInvitation } from '../../programme/public.ts';
import { type LinkGuest, lockGuestsOf } from './repository.ts';

/** Takes from a guest what the link gave: the invitation, and the sign-in of whoever has nothing else to come to. */
export async function endAccess(tx: Tx, guest: LinkGuest): Promise<void> {
  await endInvitation(tx, guest.sessionId, guest.personId);
  if (!guest.hasAnother) await endGuestRole(tx, guest.personId);
}

/** A session that is over for everybody is over for its guests in every way. */
export async function endGuestsOf(tx: Tx, sessionId: SessionId, now: Instant): Promise<void> {
  for (const guest of await lockGuestsOf(tx, sessionId, now)) await endAccess(tx, guest);
}
