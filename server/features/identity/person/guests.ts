import { sql } from 'drizzle-orm';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import { createPerson } from './persons.ts';

/** Nobody has a mailbox under it (RFC 2606). */
const NO_MAILBOX = '.invalid';

/** Whether anything that is sent there can arrive. A guest has given us no address. */
export function hasMailbox(email: string): boolean {
  return !email.endsWith(NO_MAILBOX);
}

/** Somebody from outside, without an address and without a role yet. */
export function createGuest(
  tx: Tx,
  { displayName, language }: { readonly displayName: string; readonly language: Language },
): Promise<PersonId> {
  const id = newId<'person'>() as PersonId;
  const [givenName = displayName] = displayName.split(' ');
  const email = `${id}@guest${NO_MAILBOX}`;
  return createPerson(tx, { id, email, displayName, givenName, language, roles: [] });
}

/** Lets somebody be a guest until then. Whoever is one for longer, or for good, stays it; and so does their sign-in. */
export async function holdGuestRole(tx: Tx, personId: PersonId, until: Instant): Promise<void> {
  await tx.execute(sql`
    insert into role_held (person_id, role, until) values (${personId}, 'guest', ${momentOf(until)})
    on conflict (person_id, role) do update
      set until = case when role_held.until is not null then greatest(role_held.until, excluded.until) end`);
  await tx.execute(sql`
    update sign_in set until = greatest(until, ${momentOf(until)})
    where person_id = ${personId} and until is not null`);
}

/** Ends what `holdGuestRole` gave: the role, and every sign-in of whoever is nothing else here. */
export async function endGuestRole(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`
    delete from role_held where person_id = ${personId} and role = 'guest' and until is not null`);
  await tx.execute(sql`
    delete from sign_in where person_id = ${personId} and until is not null`);
}
