import { sql } from 'drizzle-orm';
import { isAddress, tidyAddress } from '#shared/features/admin/welcome/rules.ts';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import { DAY_MS, type Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { personName } from '#shared/kernel/person-name.ts';
import { writeAudit } from '../../../platform/audit.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import {
  createPerson,
  hashOfToken,
  leaveLetter,
  newToken,
  personAt,
  resetSecondFactors,
  resetWaysIn,
} from '../../identity/public.ts';
import { resetLetter } from '../standing/letter.ts';

/** Long enough for a lunch, and for a mail server that has to be set up first. */
const LINK_LIVES_MS = DAY_MS;

/**
 * What opens the school to its first administrator, made anew at each start: the one from before is void. Null as soon as anybody is
 * here who can get in, or who is somebody else (docs/decisions/0107): until then, who mistyped their address would be shut out for good.
 * @param again the address of an administrator whom the operator lets in again; the link is for them alone
 */
export function renewFirstLink(
  database: Database,
  again: string | null,
  now: Instant,
): Promise<{ readonly token: string; readonly untilAt: Instant } | null> {
  return inTransaction(database, 'change', async (tx) => {
    await tx.execute(sql`delete from first_administrator_link`);
    const given = again === null ? await hasNobody(tx) : await administratorAt(tx, again);
    if (!given) return null;
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
  if (!(await lockFirstLink(tx, tokenHash, now))) return 'link-over';
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
  await writeAudit(tx, { at: now, by: personId, of: personId, action: 'came-in' });
  return { personId };
}

type NameFault = Extract<ReturnType<typeof personName>, { ok: false }>['refusal'];

/**
 * Lets an administrator in again whom the operator has named, with everything they had to get in by void: they set it up anew, a letter
 * tells of it, and so does the log.
 */
export async function enterAgain(
  tx: Tx,
  { tokenHash, email, now }: FirstEntering,
  again: string,
): Promise<{ readonly personId: PersonId } | 'link-over' | 'another-address'> {
  if (!(await lockFirstLink(tx, tokenHash, now))) return 'link-over';
  if (tidyAddress(email) !== tidyAddress(again)) return 'another-address';
  const personId = await administratorAt(tx, again);
  if (!personId) return 'link-over';
  await tx.execute(sql`delete from first_administrator_link`);
  await resetWaysIn(tx, personId);
  await resetSecondFactors(tx, { personId, by: null }, now);
  await leaveLetter(tx, personId, { write: resetLetter, path: '/', at: now });
  return { personId };
}

/** Whether the link holds, which nobody else uses meanwhile. */
async function lockFirstLink(tx: Tx, tokenHash: string, now: Instant): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    select from first_administrator_link where token_hash = ${tokenHash} for update`);
  return Boolean(rowCount) && (await firstLinkUntil(tx, tokenHash, now)) !== null;
}

/** Active, and with no end: who else is administrator is not the school's own. */
const ADMINISTERS = sql`p.status = 'active' and exists (select from role_held held
  where held.person_id = p.id and held.role = 'admin' and held.until is null)`;

/** Nothing by which they could have come in again: only then the link is the one way. */
const HAS_NO_WAY_IN = sql`not p.email_verified
  and not exists (select from authenticator_app app where app.person_id = p.id and app.confirmed_at is not null)
  and not exists (select from passkey key where key.person_id = p.id)`;

/** Whether nobody is here but administrators without a way in. */
async function hasNobody(tx: Tx): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    select from person p where not (${ADMINISTERS} and ${HAS_NO_WAY_IN}) limit 1`);
  return rowCount === 0;
}

async function administratorAt(tx: Tx, email: string): Promise<PersonId | null> {
  const { rows } = await tx.execute<{ personId: PersonId }>(sql`
    select p.id as "personId" from person p where p.email = ${tidyAddress(email)} and ${ADMINISTERS}`);
  return rows[0]?.personId ?? null;
}

async function isUnprovedAdministrator(tx: Tx, personId: PersonId): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    select from person p where p.id = ${personId} and ${ADMINISTERS} and ${HAS_NO_WAY_IN}`);
  return Boolean(rowCount);
}
