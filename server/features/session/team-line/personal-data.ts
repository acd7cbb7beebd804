import { sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

export const TEAM_LINE_TABLES = ['team_message', 'team_line_read'] as const;

/** All that stands on the person's own lines, and what they as a teacher have answered on others'. */
export async function exportTeamLines(tx: Tx, personId: PersonId): Promise<readonly object[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select session_id, at, text, lang, by_id = ${personId} as "byMe"
    from team_message where person_id = ${personId} or by_id = ${personId} order by nth`);
  return rows;
}

/**
 * Erases the person's own lines whole, answers included: all of it is about them. What they answered on others' lines loses
 * words and name. What told either is gone too: whoever has missed some reads the line anew.
 */
export async function eraseTeamLines(tx: Tx, personId: PersonId): Promise<void> {
  const own = JSON.stringify([{ personId }]);
  const answered = JSON.stringify([{ message: { by: personId } }]);
  await tx.execute(sql`
    delete from fact f using line_holder s
    where s.person_id = ${personId} and (
      (f.channel = 'team-line' and f.id = s.line_id)
      or (f.channel = 'team-desk' and f.id = s.session_id
        and (f.facts @> ${own}::jsonb or f.facts @> ${answered}::jsonb)))`);
  await tx.execute(sql`
    delete from fact f using team_message m
      join line_holder s on s.session_id = m.session_id and s.person_id = m.person_id
    where m.by_id = ${personId} and f.facts @> ${answered}::jsonb and (
      (f.channel = 'team-line' and f.id = s.line_id)
      or (f.channel = 'team-desk' and f.id = m.session_id))`);
  await tx.execute(sql`delete from team_message where person_id = ${personId}`);
  await tx.execute(sql`
    update team_message set text = '', display_name = '' where by_id = ${personId}`);
}
