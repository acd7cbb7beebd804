import { sql } from 'drizzle-orm';
import { VOICE_PART_BYTES } from '#shared/features/session/round/voice-note.ts';
import type { PersonId, SessionId, VoiceNoteId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../../storage/database.ts';
import type { Sound } from './sound.ts';

/** A note, and whose it is in which session: nobody reaches another's by its id. */
export type OwnNote = {
  readonly noteId: VoiceNoteId;
  readonly sessionId: SessionId;
  readonly personId: PersonId;
};

/**
 * Keeps a part of a note that is on its way. What the person had been sending before it gives way: it was recorded anew. The
 * session's row is locked.
 * @returns false where the note is not theirs to go on with, or another part lies under that number
 */
export async function keepPart(
  tx: Tx,
  { noteId, sessionId, personId }: OwnNote,
  nth: number,
  bytes: Buffer,
): Promise<boolean> {
  await tx.execute(sql`
    delete from voice_note
    where session_id = ${sessionId} and person_id = ${personId} and sound is null and id <> ${noteId}`);
  await tx.execute(sql`
    insert into voice_note (id, session_id, person_id)
    values (${noteId}, ${sessionId}, ${personId}) on conflict do nothing`);
  await tx.execute(sql`
    insert into voice_note_part (note_id, nth, bytes)
    select id, ${nth}, ${bytes} from voice_note
    where id = ${noteId} and session_id = ${sessionId} and person_id = ${personId} and sound is null
    on conflict do nothing`);
  const { rowCount } = await tx.execute(sql`
    select from voice_note_part part join voice_note note on note.id = part.note_id
    where part.note_id = ${noteId} and part.nth = ${nth} and part.bytes = ${bytes}
      and note.session_id = ${sessionId} and note.person_id = ${personId}`);
  return rowCount === 1;
}

/** What has come of a note, put together; null where a part between is missing. */
export async function partsOf(
  tx: Tx,
  { noteId, sessionId, personId }: OwnNote,
): Promise<Buffer | null> {
  const { rows } = await tx.execute<{ nth: number; bytes: Buffer }>(sql`
    select part.nth, part.bytes from voice_note_part part join voice_note note on note.id = part.note_id
    where note.id = ${noteId} and note.session_id = ${sessionId} and note.person_id = ${personId}
    order by part.nth`);
  const isWhole = rows.every(
    ({ nth, bytes }, place) =>
      nth === place && (place === rows.length - 1 || bytes.length === VOICE_PART_BYTES),
  );
  return isWhole && rows.length > 0 ? Buffer.concat(rows.map(({ bytes }) => bytes)) : null;
}

/** The note is there to be heard, and its parts are not needed any more. */
export async function keepSound(tx: Tx, { noteId }: OwnNote, sound: Sound): Promise<void> {
  await tx.execute(sql`
    update voice_note set type = ${sound.type}, sound = ${sound.bytes} where id = ${noteId}`);
  await tx.execute(sql`delete from voice_note_part where note_id = ${noteId}`);
}

/** Nothing of it is kept. */
export async function dropNote(tx: Tx, { noteId, sessionId, personId }: OwnNote): Promise<void> {
  await tx.execute(sql`
    delete from voice_note
    where id = ${noteId} and session_id = ${sessionId} and person_id = ${personId} and sound is null`);
}

/** What had begun to come goes with the turn that it was for. */
export async function dropUnfinished(
  tx: Tx,
  sessionId: SessionId,
  holder: PersonId | null,
): Promise<void> {
  await tx.execute(sql`
    delete from voice_note
    where session_id = ${sessionId} and sound is null and person_id is distinct from ${holder}::uuid`);
}

/** What a player is told of a note before it is sent any of it. */
export type NoteSize = Pick<Sound, 'type'> & { readonly length: number };

export async function sizeOfNote(
  tx: Tx,
  sessionId: SessionId,
  noteId: VoiceNoteId,
): Promise<NoteSize | null> {
  const { rows } = await tx.execute<NoteSize>(sql`
    select type, length(sound) as length from voice_note
    where id = ${noteId} and session_id = ${sessionId} and sound is not null`);
  return rows[0] ?? null;
}

/** A stretch of it, without what lies around it; `from` counts from 0. */
export async function stretchOfNote(
  tx: Tx,
  noteId: VoiceNoteId,
  from: number,
  length: number,
): Promise<Buffer> {
  const { rows } = await tx.execute<{ bytes: Buffer }>(sql`
    select substring(sound from ${from + 1}::int for ${length}::int) as bytes from voice_note where id = ${noteId}`);
  const [row] = rows;
  if (!row) throw new Error('a voice note vanished while it was read');
  return row.bytes;
}
