import { type SQL, sql } from 'drizzle-orm';
import type { AuditLine } from '#shared/features/audit/model.ts';
import type { Tx } from '../../storage/database.ts';
import { msOf } from '../../storage/moment.ts';

/** Lines of the log with the names of today; whoever was erased has none. */
export async function readLines(
  tx: Tx,
  where: SQL,
  { order, most }: { readonly order: 'latest-first' | 'oldest-first'; readonly most: number },
): Promise<AuditLine[]> {
  const person = (id: SQL, name: SQL) => sql`case when ${id} is not null
    then json_build_object('personId', ${id}, 'name', nullif(${name}, '')) end`;
  const { rows } = await tx.execute<AuditLine>(sql`
    select e.seq::float8 as seq, ${msOf(sql`e.at`)} as at,
      ${person(sql`e.actor_id`, sql`a.display_name`)} as by,
      ${person(sql`e.subject_id`, sql`s.display_name`)} as of,
      e.action, e.object, e.outcome, e.hash
    from audit_entry e left join person a on a.id = e.actor_id left join person s on s.id = e.subject_id
    where e.seq is not null and (${where})
    order by e.seq ${order === 'latest-first' ? sql`desc` : sql`asc`} limit ${most}`);
  return rows;
}
