import { eq, sql } from 'drizzle-orm';
import {
  carriesRoles,
  mustHaveSecondFactor,
} from '#shared/features/identity/second-factor/rules.ts';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SignInId } from '#shared/kernel/ids.ts';
import type { Role, Subject } from '#shared/wire/access.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import { together } from '../../../storage/together.ts';
import { halveSignIns } from '../second-factor/half-sign-ins.ts';
import { type Place, person, roleHeld } from './tables.ts';

export type NewPerson = {
  /** A new one, unless given. */
  readonly id?: PersonId;
  readonly email: string;
  /**
   * Whether it is certain that the address is theirs. If not, the first mailed code proves it, and ends
   * every sign-in and password from before that.
   */
  readonly emailVerified?: boolean;
  readonly displayName: string;
  readonly givenName: string;
  readonly pronouns?: string;
  readonly place?: Place;
  readonly language?: Language;
  readonly roles: readonly { readonly role: Role; readonly until?: Instant | null }[];
};

/**
 * A new person who can sign in by mailed code at once.
 * @throws when the address is somebody's already (unique `person_email_key`)
 */
export async function createPerson(tx: Tx, given: NewPerson): Promise<PersonId> {
  const { roles, email, id = newId<'person'>(), ...rest } = given;
  await tx.insert(person).values({ ...rest, id, email: canonicalEmail(email) });
  if (roles.length > 0) {
    await tx.insert(roleHeld).values(
      roles.map(({ role, until }) => ({
        personId: id,
        role,
        until: until == null ? null : new Date(until),
      })),
    );
  }
  return id;
}

/** One spelling of each address, so that it names one person and one count of tries. */
export function canonicalEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** Whose address it is; null for nobody's. The address is canonical. */
export async function personAt(tx: Tx | Database, email: string): Promise<PersonId | null> {
  const [found] = await tx.select({ id: person.id }).from(person).where(eq(person.email, email));
  return (found?.id as PersonId | undefined) ?? null;
}

/**
 * Takes every right away at once: all sign-ins end, and each server is told when it is committed. What the
 * person made stays.
 */
export async function suspendPerson(tx: Tx, personId: PersonId): Promise<void> {
  await tx.update(person).set({ status: 'suspended' }).where(eq(person.id, personId));
  await tx.execute(sql`delete from sign_in where person_id = ${personId}`);
  await tx.execute(sql`delete from half_sign_in where person_id = ${personId}`);
}

/** Lets a suspended person sign in again. The earlier sign-ins stay ended. */
export async function restorePerson(tx: Tx, personId: PersonId): Promise<void> {
  await tx.update(person).set({ status: 'active' }).where(eq(person.id, personId));
}

/** Ends every sign-in and forgets the password: from then on a mailed code is the way in. */
export async function resetWaysIn(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`delete from sign_in where person_id = ${personId}`);
  await tx.execute(sql`delete from credential where person_id = ${personId}`);
}

/**
 * Gives a role until then; null for good. Whoever holds it, holds it until then instead. Where it asks for a second factor, a sign-in
 * that has shown none is only half of one from then on (SIGN-27).
 */
export async function giveRole(
  tx: Tx,
  personId: PersonId,
  {
    role,
    until,
    now,
  }: { readonly role: Role; readonly until: Instant | null; readonly now: Instant },
): Promise<void> {
  await tx.execute(sql`
    insert into role_held (person_id, role, until)
    values (${personId}, ${role}, ${until === null ? null : new Date(until).toISOString()}::timestamptz)
    on conflict (person_id, role) do update set until = excluded.until`);
  if (mustHaveSecondFactor([role])) await halveSignIns(tx, personId, now);
}

export async function endRole(tx: Tx, personId: PersonId, role: Role): Promise<void> {
  await tx.execute(sql`delete from role_held where person_id = ${personId} and role = ${role}`);
}

/** Who has lost a role by its end date within a stretch of time. */
export async function rolesEnded(
  database: Database,
  after: Instant,
  until: Instant,
): Promise<PersonId[]> {
  const { rows } = await database.execute<{ personId: PersonId }>(sql`
    select distinct person_id as "personId" from role_held
    where until > ${momentOf(after)} and until <= ${momentOf(until)}`);
  return rows.map((row) => row.personId);
}

/** The roles that somebody holds at a moment, in the order of their names. */
export async function rolesHeld(
  database: Database | Tx,
  personId: PersonId,
  now: Instant,
): Promise<Role[]> {
  const { rows } = await database.execute<{ role: Role }>(sql`
    select role from role_held
    where person_id = ${personId} and (until is null or until > ${momentOf(now)}) order by role`);
  return rows.map(({ role }) => role);
}

type SubjectRow = { active: boolean; roles: { role: Role; until: Instant | null }[] };
type SignedInRow = SubjectRow & { secondFactor: boolean };

const STANDING_AND_ROLES = sql`person.status = 'active' as active,
      (select coalesce(json_agg(json_build_object(
          'role', held.role, 'until', extract(epoch from held.until) * 1000)), '[]')
        from role_held held where held.person_id = person.id) as roles`;

const subjectRow = together(
  { person: 'uuid', sign_in: 'uuid', at: 'timestamptz' },
  sql<SignedInRow>`
    select ${STANDING_AND_ROLES}, sign_in.second_factor as "secondFactor"
    from sign_in join person on person.id = sign_in.person_id
    where sign_in.id = asked.sign_in and person.id = asked.person and sign_in.expires_at > asked.at`,
);

/**
 * Who asks, read in the asking transaction: one query over three primary keys, for all who ask at once in it. Null when
 * the sign-in has ended or expired, or lacks the second factor that their roles ask for; a suspended person comes back
 * inactive, and may nothing.
 */
export async function subjectOf(
  tx: Tx,
  personId: PersonId,
  signInId: SignInId,
  now: Instant,
): Promise<Subject | null> {
  const at = new Date(now).toISOString();
  const row = await subjectRow(tx, { person: personId, sign_in: signInId, at });
  if (!row) return null;
  const { active, roles } = row;
  const held = roles.filter(({ until }) => until === null || until > now).map(({ role }) => role);
  return carriesRoles(row, held) ? { personId, active, roles } : null;
}

/** The same of somebody who is not signed in, as their own programs ask by a secret of theirs. Null for whoever is nobody. */
export async function subjectApart(tx: Tx, personId: PersonId): Promise<Subject | null> {
  const { rows } = await tx.execute<SubjectRow>(sql`
    select ${STANDING_AND_ROLES} from person where person.id = ${personId}::uuid`);
  const [row] = rows;
  return row ? { personId, active: row.active, roles: row.roles } : null;
}
