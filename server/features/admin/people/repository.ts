import { type SQL, sql } from 'drizzle-orm';
import {
  type ListedPerson,
  PEOPLE_AT_ONCE,
  type PersonState,
} from '#shared/features/admin/people/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

export type Asked = {
  readonly search: string;
  readonly role: Role | null;
  readonly state: PersonState | null;
  readonly after: number;
};

/** Of a guest who came by a link of a session, and of whoever has been erased, there is no address to show. */
const NO_MAILBOX = '%.invalid';

/** Who answers to what is asked, by name, so many of them at once; and how many they are in all. */
export async function peopleListed(
  tx: Tx,
  { search, role, state, after }: Asked,
  now: Instant,
): Promise<{ people: ListedPerson[]; count: number }> {
  const like = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await tx.execute<ListedPerson & { count: number }>(sql`
    with everybody as (${everybodyAt(now)})
    select *, count(*) over ()::int as count from everybody
    where (name ilike ${like} or email ilike ${like})
      and (${state}::text is null or state = ${state})
      and (${role}::text is null or roles @> jsonb_build_array(jsonb_build_object('role', ${role}::text)))
    order by lower(name), email limit ${PEOPLE_AT_ONCE} offset ${after}`);
  return {
    people: rows.map(({ count: _, ...person }) => person),
    count: rows[0]?.count ?? 0,
  };
}

/** One of them, who is known to be there. */
export async function personListed(
  tx: Tx,
  personId: PersonId,
  now: Instant,
): Promise<ListedPerson> {
  const { rows } = await tx.execute<ListedPerson>(sql`
    with everybody as (${everybodyAt(now)})
    select * from everybody where "personId" = ${personId}`);
  const [person] = rows;
  if (!person) throw new Error('a person who was there has gone');
  return person;
}

/** People of the school and open invitations to it. */
function everybodyAt(now: Instant): SQL {
  const at = momentOf(now);
  return sql`
    select p.id as "personId", null::uuid as "welcomeId",
      coalesce(p.registered_name, p.display_name) as name, p.email, p.status as state,
      coalesce((
        select jsonb_agg(jsonb_build_object('role', h.role, 'until', ${msOf(sql`h.until`)}) order by h.role)
        from role_held h where h.person_id = p.id and (h.until is null or h.until > ${at})
      ), '[]') as roles,
      coalesce((
        select jsonb_agg(c.name order by c.name) from cohort c where exists (
          select from enrolment e where e.cohort_id = c.id and e.person_id = p.id
            and e.from_at <= ${at} and (e.until_at is null or e.until_at > ${at}))
      ), '[]') as "cohortNames",
      null::float8 as "usableUntil"
    from person p where p.email not like ${NO_MAILBOX}
    union all
    select null, w.id, w.display_name, w.email,
      case when w.until_at > ${at} then 'invited' else 'expired' end,
      (select jsonb_agg(jsonb_build_object('role', role, 'until', ${msOf(sql`w.roles_until`)}) order by role)
        from unnest(w.roles) role),
      coalesce((select jsonb_build_array(c.name) from cohort c where c.id = w.cohort_id), '[]'),
      ${msOf(sql`w.until_at`)}
    from welcome w
    where w.accepted_at is null and w.withdrawn_at is null`;
}
