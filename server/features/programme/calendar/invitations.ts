import { sql } from 'drizzle-orm';
import type { GuestAs } from '#shared/features/programme/invitation/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';

/** Invites somebody from outside to one session. One who had been invited before is invited anew. */
export async function inviteAsGuest(
  tx: Tx,
  invitation: {
    readonly sessionId: SessionId;
    readonly personId: PersonId;
    readonly as: GuestAs;
    readonly untilAt: Instant;
  },
): Promise<void> {
  const { sessionId, personId, as, untilAt } = invitation;
  await tx.execute(sql`
    insert into session_invitation (session_id, person_id, until_at, guest_as)
    values (${sessionId}, ${personId}, ${momentOf(untilAt)}, ${as})
    on conflict (session_id, person_id) do update
      set until_at = excluded.until_at, guest_as = excluded.guest_as`);
}

/** Takes an invitation back. Rights that hang on it end with this commit, on every line. */
export async function endInvitation(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
): Promise<void> {
  await tx.execute(sql`
    delete from session_invitation where session_id = ${sessionId} and person_id = ${personId}`);
}

/** As what a guest was invited; null for whoever was invited without a link. */
export async function invitedAs(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
): Promise<GuestAs | null> {
  const { rows } = await tx.execute<{ as: GuestAs | null }>(sql`
    select guest_as as "as" from session_invitation
    where session_id = ${sessionId} and person_id = ${personId}`);
  return rows[0]?.as ?? null;
}
