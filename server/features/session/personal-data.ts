import { sql } from 'drizzle-orm';
import { evolveHandQueue, withdraw } from '#shared/features/session/hand-queue/rules.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { messagesBy, saveMessage } from './chat/repository.ts';
import { saveHandQueue } from './hand-queue/repository.ts';
import { lockLive } from './live-session.ts';
import { saveLead } from './roster/repository.ts';

/** Our tables that name a person. */
export const PERSONAL_TABLES = ['seat', 'chat_message', 'session_live', 'session_log'] as const;

/** What we hold about a person: where and when they sat in sessions, and what they wrote there. */
export async function exportPersonalData(
  tx: Tx,
  personId: PersonId,
): Promise<{
  readonly seats: readonly object[];
  readonly messages: readonly object[];
  readonly acts: readonly object[];
}> {
  const seats = await tx.execute<Record<string, unknown>>(sql`
    select session_id, display_name, part, place, since, lost_at, left_at
    from seat where person_id = ${personId} order by since`);
  const messages = await tx.execute<Record<string, unknown>>(sql`
    select session_id, at, text, lang, edited_at, deleted_at
    from chat_message where person_id = ${personId} order by nth`);
  const acts = await tx.execute<Record<string, unknown>>(sql`
    select session_id, at, act, by_id = ${personId} as "byMe"
    from session_log where by_id = ${personId} or about_id = ${personId} order by id`);
  return { seats: seats.rows, messages: messages.rows, acts: acts.rows };
}

/**
 * Takes the person's words and name out of every session, and out of the facts that told them. Rows without
 * either stay, so that replies and counts keep their meaning; they name an id that identity has forgotten.
 */
export async function erasePersonalData(tx: Tx, personId: PersonId): Promise<void> {
  const { rows } = await tx.execute<{ sessionId: SessionId }>(sql`
    select session_id as "sessionId" from seat where person_id = ${personId}
    union select session_id from chat_message where person_id = ${personId}
    order by "sessionId"`);
  for (const { sessionId } of rows) {
    await leaveLive(tx, sessionId, personId);
    for (const message of await messagesBy(tx, sessionId, personId)) {
      await saveMessage(tx, sessionId, {
        ...message,
        text: '',
        deletedAt: message.deletedAt ?? message.at,
      });
    }
    await takeNameOut(tx, sessionId, personId);
  }
}

async function leaveLive(tx: Tx, sessionId: SessionId, personId: PersonId): Promise<void> {
  const live = await lockLive(tx, sessionId);
  if (!live) return;
  const withdrawn = withdraw(live.handQueue, personId, 0);
  await saveHandQueue(tx, sessionId, withdrawn.reduce(evolveHandQueue, live.handQueue));
  if (live.leadId === personId) await saveLead(tx, sessionId, null);
}

async function takeNameOut(tx: Tx, sessionId: SessionId, personId: PersonId): Promise<void> {
  await tx.execute(sql`
    update seat set display_name = '' where session_id = ${sessionId} and person_id = ${personId}`);
  await tx.execute(sql`
    update chat_message set display_name = ''
    where session_id = ${sessionId} and person_id = ${personId}`);
  const joined = JSON.stringify([{ entry: { personId } }]);
  const posted = JSON.stringify([{ message: { by: personId } }]);
  await tx.execute(sql`
    update fact set facts = (
      select jsonb_agg(
        case
          when told #>> '{entry,personId}' = ${personId}
            then jsonb_set(told, '{entry,displayName}', '""')
          when told #>> '{message,by}' = ${personId}
            then jsonb_set(told, '{message,byName}', '""')
          else told
        end order by nth)
      from jsonb_array_elements(facts) with ordinality as each(told, nth))
    where channel = 'session' and id = ${sessionId}
      and (facts @> ${joined}::jsonb or facts @> ${posted}::jsonb)`);
}
