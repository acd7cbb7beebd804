import { sql } from 'drizzle-orm';
import type { KnownWelcome, Welcomed } from '#shared/features/admin/welcome/model.ts';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CohortId, PersonId, WelcomeId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

/** An invitation with all that whoever comes by it becomes. */
export type FoundWelcome = KnownWelcome & {
  readonly welcomeId: WelcomeId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly cohortId: CohortId | null;
  readonly cohortName: string | null;
  readonly rolesUntil: Instant | null;
  readonly invitedBy: string;
  readonly madeBy: PersonId;
};

export async function findWelcome(tx: Tx, welcomeId: WelcomeId): Promise<FoundWelcome | null> {
  const { rows } = await tx.execute<FoundWelcome>(sql`
    select w.id as "welcomeId", w.display_name as name, w.email, w.language,
      to_jsonb(w.roles) as roles,
      w.cohort_id as "cohortId", c.name as "cohortName", ${msOf(sql`w.roles_until`)} as "rolesUntil",
      w.round, ${msOf(sql`w.until_at`)} as "untilAt", w.withdrawn_at is not null as withdrawn,
      w.person_id as "personId", by_.display_name as "invitedBy",
      w.made_by as "madeBy"
    from welcome w join person by_ on by_.id = w.made_by left join cohort c on c.id = w.cohort_id
    where w.id = ${welcomeId}`);
  return rows[0] ?? null;
}

/** The same, held until the transaction ends. Locked first and read then: what was waited for has happened. */
export async function lockWelcome(tx: Tx, welcomeId: WelcomeId): Promise<FoundWelcome | null> {
  await tx.execute(sql`select from welcome where id = ${welcomeId} for update`);
  return findWelcome(tx, welcomeId);
}

/** One who invites at a time, so that nobody is invited twice at once. */
export async function lockInviting(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('welcome', 60))`);
}

/** Which of these addresses are somebody's here, and which have an invitation that can still be used. */
export async function takenAddresses(
  tx: Tx,
  emails: readonly string[],
  now: Instant,
): Promise<{ readonly here: ReadonlySet<string>; readonly invited: ReadonlySet<string> }> {
  const asked = sql`any (${sql.param([...emails])}::text[])`;
  const { rows } = await tx.execute<{ email: string; here: boolean }>(sql`
    select email, true as here from person where email = ${asked}
    union all
    select email, false from welcome where email = ${asked} and accepted_at is null
      and withdrawn_at is null and until_at > ${momentOf(now)}`);
  const those = (here: boolean) =>
    new Set(rows.filter((row) => row.here === here).map(({ email }) => email));
  return { here: those(true), invited: those(false) };
}

export type NewWelcome = Welcomed & { readonly welcomeId: WelcomeId; readonly untilAt: Instant };

/** Keeps new invitations, in place of those to the same addresses that can be used no more. */
export async function addWelcomes(
  tx: Tx,
  welcomes: readonly NewWelcome[],
  { by, at }: { readonly by: PersonId; readonly at: Instant },
): Promise<void> {
  const emails = welcomes.map(({ email }) => email);
  await tx.execute(sql`
    update welcome set withdrawn_at = ${momentOf(at)}, withdrawn_by = ${by}
    where email = any (${sql.param(emails)}::text[]) and accepted_at is null
      and withdrawn_at is null`);
  await tx.execute(sql`
    insert into welcome (id, email, display_name, language, roles, cohort_id, roles_until, until_at,
      made_by, made_at)
    select row."welcomeId", row.email, row.name, row.language,
      array(select jsonb_array_elements_text(row.roles)), row."cohortId",
      to_timestamp(row."rolesUntil" / 1000), to_timestamp(row."untilAt" / 1000),
      ${by}::uuid, ${momentOf(at)}
    from jsonb_to_recordset(${JSON.stringify(welcomes)}::jsonb) as row (
      "welcomeId" uuid, email text, name text, language text, roles jsonb, "cohortId" uuid,
      "rolesUntil" float8, "untilAt" float8)`);
}

/** A round more, which is the one that holds. */
export async function raiseRound(tx: Tx, welcomeId: WelcomeId, untilAt: Instant): Promise<void> {
  await tx.execute(sql`
    update welcome set round = round + 1, until_at = ${momentOf(untilAt)} where id = ${welcomeId}`);
}

export async function withdrawWelcome(
  tx: Tx,
  welcomeId: WelcomeId,
  { by, at }: { readonly by: PersonId; readonly at: Instant },
): Promise<void> {
  await tx.execute(sql`
    update welcome set withdrawn_at = ${momentOf(at)}, withdrawn_by = ${by}
    where id = ${welcomeId} and accepted_at is null and withdrawn_at is null`);
}

export async function acceptWelcome(
  tx: Tx,
  welcomeId: WelcomeId,
  { personId, at }: { readonly personId: PersonId; readonly at: Instant },
): Promise<void> {
  await tx.execute(sql`
    update welcome set person_id = ${personId}, accepted_at = ${momentOf(at)} where id = ${welcomeId}`);
}
