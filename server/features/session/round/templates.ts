import { sql } from 'drizzle-orm';
import type { RoundTemplate } from '#shared/features/session/round/model.ts';
import type { PersonId, RoundTemplateId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

/** What one teacher keeps to begin rounds from, by name. */
export async function templatesOf(tx: Tx, personId: PersonId): Promise<RoundTemplate[]> {
  const { rows } = await tx.execute<RoundTemplate>(sql`
    select id, name, prompt, about, minutes from round_template
    where person_id = ${personId} order by lower(name), id`);
  return rows;
}

/** Keeps one; false where the same person has one by that name. */
export async function saveTemplate(
  tx: Tx,
  { id, name, prompt, about, minutes }: RoundTemplate,
  personId: PersonId,
): Promise<boolean> {
  const kept = await tx.execute(sql`
    insert into round_template (id, person_id, name, prompt, about, minutes)
    values (${id}, ${personId}, ${name}, ${prompt}, ${about}, ${minutes})
    on conflict (person_id, name) do nothing`);
  return kept.rowCount === 1;
}

/** One's own alone. What is not there is no matter. */
export async function dropTemplate(tx: Tx, id: RoundTemplateId, personId: PersonId): Promise<void> {
  await tx.execute(sql`delete from round_template where id = ${id} and person_id = ${personId}`);
}
