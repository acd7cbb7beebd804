import { sql } from 'drizzle-orm';
import { isAddress, tidyAddress } from '#shared/features/admin/welcome/rules.ts';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import { DAY_MS, type Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { personName } from '#shared/kernel/person-name.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { createPerson, hashOfToken, newToken, personAt } from '../../identity/public.ts';

/** Long enough for a lunch, and for a mail server that has to be set up first. */
const LINK_LIVES_MS = DAY_MS;

/**
 * What opens the school to its first administrator, made anew at each start: the one from before is void. Null where an
 * administrator has proved their address by a code: until then, somebody who mistyped it would be shut out for good.
 */
export function renewFirstLink(
  database: Database,
  now: Instant,
): Promise<{ readonly token: string; readonly untilAt: Instant } | null> {
  return inTransaction(database, 'change', async (tx) => {
    await tx.execute(sql`delete from first_administrator_link`);
    if (await isAdministered(tx, now)) return null;
    const token = newToken();
    const untilAt = now + LINK_LIVES_MS;
    await tx.execute(sql`
      insert into first_administrator_link (token_hash, until_at)
      values (${hashOfToken(token)}, ${momentOf(untilAt)})
      on conflict (one) do update
        set token_hash = excluded.token_hash, until_at = excluded.until_at`);
    return { token, untilAt };
  });
}

/** Until when this link holds; null where it does not. */
export async function firstLinkUntil(
  tx: Tx,
  tokenHash: string,
  now: Instant,
): Promise<Instant | null> {
  const { rows } = await tx.execute<{ untilAt: Instant }>(sql`
    select ${msOf(sql`until_at`)} as "untilAt" from first_administrator_link
    where token_hash = ${tokenHash} and until_at > ${momentOf(now)}`);
  return rows[0]?.untilAt ?? null;
}

export type FirstEntering = {
  readonly tokenHash: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly now: Instant;
};

/**
 * Makes the first administrator, and uses the link up. Of two who come at once one gets in. Whoever made their way in before
 * and never proved the address is the same person when they give it again.
 */
export async function enterAsFirst(
  tx: Tx,
  { tokenHash, name, email: written, language, now }: FirstEntering,
): Promise<
  { readonly personId: PersonId } | 'link-over' | 'bad-address' | 'address-taken' | NameFault
> {
  const { rowCount } = await tx.execute(sql`
    select from first_administrator_link where token_hash = ${tokenHash} for update`);
  if (!rowCount || (await firstLinkUntil(tx, tokenHash, now)) === null) return 'link-over';
  const named = personName(name);
  if (!named.ok) return named.refusal;
  const email = tidyAddress(written);
  if (!isAddress(email)) return 'bad-address';
  const known = await personAt(tx, email);
  if (known && !(await isUnprovedAdministrator(tx, known))) return 'address-taken';
  await tx.execute(sql`delete from first_administrator_link`);
  if (known) return { personId: known };
  const [givenName = named.name] = named.name.split(' ');
  const personId = await createPerson(tx, {
    ...{ email, displayName: named.name, givenName, language, roles: [{ role: 'admin' }] },
  });
  return { personId };
}

type NameFault = Extract<ReturnType<typeof personName>, { ok: false }>['refusal'];

async function isAdministered(tx: Tx, now: Instant): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    select from role_held held join person p on p.id = held.person_id
    where held.role = 'admin' and (held.until is null or held.until > ${momentOf(now)})
      and p.status = 'active' and p.email_verified limit 1`);
  return Boolean(rowCount);
}

async function isUnprovedAdministrator(tx: Tx, personId: PersonId): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    select from role_held held join person p on p.id = held.person_id
    where p.id = ${personId} and held.role = 'admin' and held.until is null
      and p.status = 'active' and not p.email_verified`);
  return Boolean(rowCount);
}
