import { sql } from 'drizzle-orm';
import type {
  PersonAct,
  PersonStanding,
  RoleRequest,
} from '#shared/features/admin/standing/model.ts';
import { mayGrant } from '#shared/features/admin/standing/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CohortId, PersonId, RoleRequestId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

/** Somebody of the school; null for nobody, for a guest of a session without an address, and for who has been erased. */
export async function findPerson(
  tx: Tx,
  personId: PersonId,
  now: Instant,
): Promise<PersonStanding | null> {
  const { rows } = await tx.execute<PersonStanding>(sql`
    select p.id as "personId", p.display_name as name, p.status = 'active' as active,
      coalesce((select jsonb_agg(h.role order by h.role) from role_held h
        where h.person_id = p.id and (h.until is null or h.until > ${momentOf(now)})), '[]') as roles
    from person p where p.id = ${personId} and p.email not like '%.invalid'`);
  return rows[0] ?? null;
}

/** One who changes who runs the school at a time: of two administrators who suspend each other at once, one stays. */
export async function lockStandings(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('standing', 61))`);
}

/** Administrators beside this person who are active, and whose role has no end. */
export async function otherAdministrators(tx: Tx, personId: PersonId): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from role_held h join person p on p.id = h.person_id
    where h.role = 'admin' and h.until is null and p.status = 'active' and p.id <> ${personId}`);
  return rows[0]?.count ?? 0;
}

export type NewAct = {
  readonly about: PersonId;
  readonly act: PersonAct;
  readonly role?: Role;
  readonly cohortId?: CohortId;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Instant;
};

/** Keeps who did what to whom, when and why. */
export async function noteAct(
  tx: Tx,
  { about, act, role, cohortId, reason, by, at }: NewAct,
): Promise<void> {
  await tx.execute(sql`
    insert into person_act (id, person_id, act, role, cohort_id, reason, by_id, at)
    values (${newId<'person-act'>()}, ${about}, ${act}, ${role ?? null}, ${cohortId ?? null}::uuid, ${reason}, ${by}, ${momentOf(at)})`);
}

type Act = {
  readonly act: PersonAct;
  readonly role: Role | null;
  readonly cohortName: string | null;
  readonly reason: string;
  readonly byName: string;
  readonly at: Instant;
};

export async function actsAbout(tx: Tx, personId: PersonId): Promise<Act[]> {
  const { rows } = await tx.execute<Act>(sql`
    select a.act, a.role, c.name as "cohortName", a.reason, by_.display_name as "byName", ${msOf(sql`a.at`)} as at
    from person_act a join person by_ on by_.id = a.by_id left join cohort c on c.id = a.cohort_id
    where a.person_id = ${personId} order by a.at desc, a.id desc limit 100`);
  return rows;
}

export type AskedRole = {
  readonly personId: PersonId;
  readonly role: 'admin' | 'rector';
  readonly askedBy: PersonId;
};

/** @throws when it is asked for already (unique `role_request_waits`) */
export async function addRequest(
  tx: Tx,
  { personId, role, askedBy }: AskedRole,
  at: Instant,
): Promise<RoleRequestId> {
  const id = newId<'role-request'>() as RoleRequestId;
  await tx.execute(sql`
    insert into role_request (id, person_id, role, asked_by, asked_at)
    values (${id}, ${personId}, ${role}, ${askedBy}, ${momentOf(at)})`);
  return id;
}

type FoundRequest = AskedRole & { readonly requestId: RoleRequestId; readonly settled: boolean };

/** A request about this person: the one that waits first. */
export async function findRequest(
  tx: Tx,
  personId: PersonId,
  which: { readonly role: Role } | { readonly requestId: RoleRequestId },
): Promise<FoundRequest | null> {
  const named = 'role' in which ? sql`role = ${which.role}` : sql`id = ${which.requestId}`;
  const { rows } = await tx.execute<FoundRequest>(sql`
    select id as "requestId", person_id as "personId", role, asked_by as "askedBy",
      settled_at is not null as settled
    from role_request where person_id = ${personId} and ${named} order by settled_at is not null limit 1`);
  return rows[0] ?? null;
}

export async function settleRequest(
  tx: Tx,
  requestId: RoleRequestId,
  settled: { readonly by: PersonId; readonly at: Instant; readonly granted: boolean },
): Promise<void> {
  await tx.execute(sql`
    update role_request set settled_by = ${settled.by}, settled_at = ${momentOf(settled.at)},
      granted = ${settled.granted}
    where id = ${requestId}`);
}

/** Whether nobody but this person has ever been administrator or rector here: once, they say yes alone. */
export async function isAloneSoFar(tx: Tx, personId: PersonId): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    select from role_held where role in ('admin', 'rector') and person_id <> ${personId}
    union all select from role_request where granted limit 1`);
  return rowCount === 0;
}

/** Which of the two roles somebody is asked to have, and waits for. */
export async function rolesAsked(
  tx: Tx | Database,
  personId: PersonId,
): Promise<AskedRole['role'][]> {
  const { rows } = await tx.execute<Pick<AskedRole, 'role'>>(sql`
    select role from role_request where person_id = ${personId} and settled_at is null order by role`);
  return rows.map(({ role }) => role);
}

/** All that waits for a second person, the oldest first; as one of them sees it. */
export async function requestsFor(tx: Tx, by: PersonId): Promise<RoleRequest[]> {
  const { rows } = await tx.execute<Omit<RoleRequest, 'mayGrant'> & { askedBy: PersonId }>(sql`
    select r.id as "requestId", r.person_id as "personId", p.display_name as name, r.role,
      r.asked_by as "askedBy", by_.display_name as "askedByName", ${msOf(sql`r.asked_at`)} as "askedAt"
    from role_request r join person p on p.id = r.person_id join person by_ on by_.id = r.asked_by
    where r.settled_at is null order by r.asked_at, r.id`);
  return rows.map(({ askedBy, ...request }) => ({
    ...request,
    mayGrant: mayGrant({ personId: request.personId, askedBy }, by),
  }));
}

/** Whether the school would be without an administrator if this person went. */
export async function isLastAdministrator(
  tx: Tx,
  personId: PersonId,
  now: Instant,
): Promise<boolean> {
  const person = await findPerson(tx, personId, now);
  if (!person?.active || !person.roles.includes('admin')) return false;
  return (await otherAdministrators(tx, personId)) === 0;
}
