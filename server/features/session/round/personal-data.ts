import { sql } from 'drizzle-orm';
import { withoutPerson } from '#shared/features/session/round/rules.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { roundOf, saveRound } from './repository.ts';

/** Our tables that name a person. */
export const ROUND_TABLES = ['round', 'voice_note', 'round_template'] as const;

/** The rounds that go on with the person in them, what they have written and recorded there, and what they keep to begin others from. */
export async function exportRounds(tx: Tx, personId: PersonId): Promise<readonly object[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select session_id, round ->> 'prompt' as prompt, by_id = ${personId} as "byMe",
      (select coalesce(jsonb_agg(turn -> 'text'), '[]') from jsonb_array_elements(round -> 'written') turn
        where turn ->> 'personId' = ${personId}) as written,
      (select coalesce(jsonb_agg(jsonb_build_object('type', type, 'base64', encode(sound, 'base64'))), '[]')
        from voice_note note
        where note.session_id = round.session_id and note.person_id = ${personId} and sound is not null) as "voiceNotes"
    from round where round -> 'ring' ? ${personId} or by_id = ${personId}`);
  const kept = await tx.execute<Record<string, unknown>>(sql`
    select name, prompt, about, minutes from round_template
    where person_id = ${personId} order by name`);
  return [...rows, ...kept.rows];
}

/** Takes the person out of them. One that the person began is over, and what they kept goes. */
export async function eraseRounds(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`delete from round_template where person_id = ${personId}`);
  await tx.execute(sql`delete from round where by_id = ${personId}`);
  await tx.execute(sql`delete from voice_note where person_id = ${personId}`);
  const { rows } = await tx.execute<{ sessionId: SessionId }>(sql`
    select session_id as "sessionId" from round where round -> 'ring' ? ${personId}`);
  for (const { sessionId } of rows) {
    const held = await roundOf(tx, sessionId);
    if (held) await saveRound(tx, sessionId, withoutPerson(held, personId));
  }
}
