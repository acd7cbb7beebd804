import { type SQL, sql } from 'drizzle-orm';
import type { Chat, ChatMessage } from '#shared/features/session/chat/model.ts';
import type { MessageId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

const MESSAGE = sql`m.id, m.person_id as by, m.display_name as "byName", ${msOf(sql`m.at`)} as at,
  m.text, m.lang, m.reply_to as "replyTo", ${msOf(sql`m.edited_at`)} as "editedAt",
  ${msOf(sql`m.deleted_at`)} as "deletedAt"`;

/** One message of this session; null for one that is not, or of another session. */
export async function messageOf(
  tx: Tx,
  sessionId: SessionId,
  messageId: MessageId,
): Promise<ChatMessage | null> {
  const { rows } = await tx.execute<ChatMessage>(sql`
    select ${MESSAGE} from chat_message m
    where m.id = ${messageId} and m.session_id = ${sessionId}`);
  return rows[0] ?? null;
}

/** The same for one that is about to be changed. A reply to it may be posted meanwhile. */
export async function lockMessage(
  tx: Tx,
  sessionId: SessionId,
  messageId: MessageId,
): Promise<ChatMessage | null> {
  const { rows } = await tx.execute<ChatMessage>(sql`
    select ${MESSAGE} from chat_message m
    where m.id = ${messageId} and m.session_id = ${sessionId} for no key update`);
  return rows[0] ?? null;
}

/** Everything that a person has said in a session. */
export async function messagesBy(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
): Promise<ChatMessage[]> {
  const { rows } = await tx.execute<ChatMessage>(sql`
    select ${MESSAGE} from chat_message m
    where m.session_id = ${sessionId} and m.person_id = ${personId} order by m.nth`);
  return rows;
}

/** The latest messages, oldest first. */
export function latestMessages(tx: Tx, sessionId: SessionId, limit: number): Promise<Chat> {
  return chatWhere(tx, sql`m.session_id = ${sessionId}`, limit);
}

/** The messages next before one of this session; none for one that it does not have. */
export function messagesBefore(
  tx: Tx,
  sessionId: SessionId,
  before: MessageId,
  limit: number,
): Promise<Chat> {
  return chatWhere(
    tx,
    sql`m.session_id = ${sessionId} and m.nth < (
      select nth from chat_message where id = ${before} and session_id = ${sessionId})`,
    limit,
  );
}

async function chatWhere(tx: Tx, condition: SQL, limit: number): Promise<Chat> {
  const { rows } = await tx.execute<ChatMessage>(sql`
    select ${MESSAGE} from chat_message m where ${condition} order by m.nth desc limit ${limit + 1}`);
  return { messages: rows.slice(0, limit).reverse(), hasEarlier: rows.length > limit };
}

/** Adds a message to a session whose row this transaction has locked: that lock makes the order. */
export async function addMessage(
  tx: Tx,
  sessionId: SessionId,
  message: ChatMessage,
): Promise<void> {
  const { id, by, byName, at, text, lang, replyTo } = message;
  await tx.execute(sql`
    insert into chat_message (id, session_id, person_id, display_name, at, text, lang, reply_to)
    values (${id}, ${sessionId}, ${by}, ${byName}, ${momentOf(at)}, ${text}, ${lang},
      ${replyTo})`);
}

/** By what the words that were taken back are known again; null where nothing is. */
export async function fingerprintOf(tx: Tx, messageId: MessageId): Promise<string | null> {
  const { rows } = await tx.execute<{ fingerprint: string | null }>(sql`
    select deleted_fingerprint as fingerprint from chat_message where id = ${messageId}`);
  return rows[0]?.fingerprint ?? null;
}

/**
 * Keeps a changed message; its earlier words are gone from the facts that told them, too.
 * @param fingerprint of words that are taken back, to know them again
 */
export async function saveMessage(
  tx: Tx,
  sessionId: SessionId,
  { id, text, editedAt, deletedAt }: ChatMessage,
  fingerprint: string | null = null,
): Promise<void> {
  await tx.execute(sql`
    update chat_message
    set text = ${text}, deleted_at = ${deletedAt === null ? null : momentOf(deletedAt)},
      edited_at = ${editedAt === null ? null : momentOf(editedAt)},
      deleted_fingerprint = ${fingerprint}
    where id = ${id}`);
  await retellMessage(tx, sessionId, id, text);
}

/**
 * Puts the new words into the facts that told the old ones. Whoever catches up hears the same outcome and
 * none of the words that were taken back.
 */
async function retellMessage(
  tx: Tx,
  sessionId: SessionId,
  messageId: MessageId,
  text: string,
): Promise<void> {
  const posted = JSON.stringify([{ message: { id: messageId } }]);
  const edited = JSON.stringify([{ type: 'message-edited', id: messageId }]);
  const restored = JSON.stringify([{ type: 'message-restored', id: messageId }]);
  const words = JSON.stringify(text);
  await tx.execute(sql`
    update fact set facts = (
      select jsonb_agg(
        case
          when told #>> '{message,id}' = ${messageId}
            then jsonb_set(told, '{message,text}', ${words}::jsonb)
          when told ->> 'type' in ('message-edited', 'message-restored') and told ->> 'id' = ${messageId}
            then jsonb_set(told, '{text}', ${words}::jsonb)
          else told
        end order by nth)
      from jsonb_array_elements(facts) with ordinality as each(told, nth))
    where channel = 'session' and id = ${sessionId}
      and (facts @> ${posted}::jsonb or facts @> ${edited}::jsonb or facts @> ${restored}::jsonb)`);
}
