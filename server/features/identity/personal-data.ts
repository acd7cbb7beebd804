import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';

/** Our tables that name a person. */
export const PERSONAL_TABLES = [
  'person',
  'role_held',
  'sign_in',
  'credential',
  'verification',
  'door',
  'letter',
  'person_picture',
  'person_appearance',
  'authenticator_app',
  'paper_code',
  'passkey',
  'passkey_challenge',
  'half_sign_in',
  'provider_try',
] as const;

/**
 * What we hold about a person: who they are to the school, what they may, and where they are signed in. Of
 * secrets (password, tokens, codes) only that they exist: hashes help nobody but a thief.
 */
export async function exportPersonalData(
  tx: Tx,
  personId: PersonId,
): Promise<
  Readonly<
    Record<
      | 'person'
      | 'pictures'
      | 'appearance'
      | 'roles'
      | 'signIns'
      | 'credentials'
      | 'secondFactors'
      | 'letters',
      readonly object[]
    >
  >
> {
  const rows = async (query: ReturnType<typeof sql>) =>
    (await tx.execute<Record<string, unknown>>(query)).rows;
  return {
    person: await rows(sql`
      select email, email_verified, display_name, given_name, place, language, status, image,
        registered_name, registered_given_name, pronouns,
        created_at, updated_at
      from person where id = ${personId}`),
    pictures: await rows(sql`
      select 'image/webp' as type, encode(bytes, 'base64') as base64, at from person_picture where person_id = ${personId}`),
    appearance: await rows(sql`
      select text_size, font, spacing, theme, motion, low_energy
      from person_appearance where person_id = ${personId}`),
    roles: await rows(sql`
      select role, until from role_held where person_id = ${personId} order by role`),
    signIns: await rows(sql`
      select device, created_at, updated_at as last_seen_at, expires_at
      from sign_in where person_id = ${personId} order by created_at`),
    credentials: await rows(sql`
      select provider_id as kind, created_at, updated_at
      from credential where person_id = ${personId} order by provider_id`),
    secondFactors: await rows(sql`
      select 'app' as kind, '' as name, confirmed_at as created_at, null::timestamptz as last_used_at
      from authenticator_app where person_id = ${personId} and confirmed_at is not null
      union all
      select 'passkey', name, created_at, last_used_at from passkey where person_id = ${personId}
      union all
      select 'unused code on paper', '', null, null from paper_code where person_id = ${personId}`),
    letters: await rows(sql`
      select subject, text, at, sent_at from letter
      where person_id = ${personId} or address = (select email from person where id = ${personId})
      order by at`),
  };
}

/**
 * Forgets who a person is. The row stays, without a name or a right, because what they took part in names
 * its id; nobody can sign in as it again.
 */
export async function erasePersonalData(tx: Tx, personId: PersonId): Promise<void> {
  const { rows } = await tx.execute<{ email: string }>(
    sql`select email from person where id = ${personId} for update`,
  );
  const [found] = rows;
  if (!found) return;
  await tx.execute(sql`delete from verification where identifier = ${codesOf(found.email)}`);
  await tx.execute(sql`delete from sign_in where person_id = ${personId}`);
  await tx.execute(sql`delete from credential where person_id = ${personId}`);
  await tx.execute(sql`delete from authenticator_app where person_id = ${personId}`);
  await tx.execute(sql`delete from paper_code where person_id = ${personId}`);
  await tx.execute(sql`delete from passkey where person_id = ${personId}`);
  await tx.execute(sql`delete from passkey_challenge where person_id = ${personId}`);
  await tx.execute(sql`delete from provider_try where person_id = ${personId}`);
  await tx.execute(sql`delete from half_sign_in where person_id = ${personId}`);
  await tx.execute(sql`delete from role_held where person_id = ${personId}`);
  await tx.execute(sql`delete from person_picture where person_id = ${personId}`);
  await tx.execute(sql`delete from person_appearance where person_id = ${personId}`);
  await tx.execute(sql`
    delete from letter where person_id = ${personId} or address = ${found.email}`);
  await tx.execute(sql`delete from door where person_id = ${personId}`);
  await tx.execute(sql`
    update person set email = ${`${personId}@erased.invalid`}, email_verified = false,
      display_name = '', given_name = '', image = null,
      registered_name = null, registered_given_name = null, pronouns = '', place = 'home', language = 'nb',
      status = 'suspended'
    where id = ${personId}`);
}

/** How better-auth names an address's codes in the database (`verification.storeIdentifier: 'hashed'`). */
function codesOf(email: string): string {
  return createHash('sha256').update(`sign-in-otp-${email}`).digest('base64url');
}
