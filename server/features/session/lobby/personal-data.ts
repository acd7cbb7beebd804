import { sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

export const LOBBY_TABLES = ['lobby_place'] as const;

/** Where the person has waited, and what a host said when they were not let in; and what they said themselves to others. */
export async function exportLobbyPlaces(tx: Tx, personId: PersonId): Promise<readonly object[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select session_id, status, since, at, words, lang, person_id = ${personId} as "mine"
    from lobby_place where person_id = ${personId} or declined_by = ${personId}
    order by since, session_id`);
  return rows;
}

/**
 * Erases the person's places whole, and their words to others. What told of either is gone too: whoever has missed some reads
 * it anew. After the line to the teachers, which may begin here.
 */
export async function eraseLobbyPlaces(tx: Tx, personId: PersonId): Promise<void> {
  const began = JSON.stringify([{ entry: { personId } }]);
  const ended = JSON.stringify([{ personId }]);
  await tx.execute(sql`
    delete from fact f using lobby_place p
    where (f.channel = 'lobby-place' and f.id = p.line_id
        and (p.person_id = ${personId} or p.declined_by = ${personId}))
      or (f.channel = 'lobby' and f.id = p.session_id and p.person_id = ${personId}
        and (f.facts @> ${began}::jsonb or f.facts @> ${ended}::jsonb))`);
  await tx.execute(sql`delete from lobby_place where person_id = ${personId}`);
  await tx.execute(sql`
    update lobby_place set words = '', declined_by = null where declined_by = ${personId}`);
}
