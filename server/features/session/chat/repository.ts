import { type SQL, sql } from 'drizzle-orm';
import type {
  Chat,
  ChatMessage,
  MessageReaction,
  SaidMessage,
} from '#shared/features/session/chat/model.ts';
import type { searchMessages } from '#shared/features/session/chat/queries.ts';
import type { MessageReacted } from '#shared/features/session/chat/rules.ts';
import type { GuestMark } from '#shared/features/session/roster/model.ts';
import type { BreakoutId, MessageId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';
import {
  askedFor,
  markedIn,
  snippetOf,
  snippetParts,
} from '../../../storage/norwegian/asked-words.ts';
import { type ChatPlace, channelOf, saidIn } from './place.ts';

const MESSAGE = sql`m.id, m.person_id as by, m.display_name as "byName", ${msOf(sql`m.at`)} as at,
  m.text, m.lang, m.reply_to as "replyTo", m.to_all as "toAll", ${msOf(sql`m.edited_at`)} as "editedAt",
  ${msOf(sql`m.deleted_at`)} as "deletedAt", ${msOf(sql`m.hidden_at`)} as "hiddenAt",
  (select coalesce(jsonb_agg(jsonb_build_object('by', r.person_id, 'reaction', r.reaction) order by r.nth), '[]')
    from chat_reaction r where r.message_id = m.id) as reactions`;

/** One message that is said there; null for one that is not, or is said elsewhere. */
export async function messageOf(
  tx: Tx,
  place: ChatPlace,
  messageId: MessageId,
): Promise<ChatMessage | null> {
  const { rows } = await tx.execute<ChatMessage>(sql`
    select ${MESSAGE} from chat_message m
    where m.id = ${messageId} and ${saidIn(place)}`);
  return rows[0] ?? null;
}

/** Where a message of the session is said; undefined for one that is not. */
export async function placeOfMessage(
  tx: Tx,
  sessionId: SessionId,
  messageId: MessageId,
): Promise<ChatPlace | undefined> {
  const { rows } = await tx.execute<{ breakoutId: BreakoutId | null }>(sql`
    select breakout_id as "breakoutId" from chat_message
    where id = ${messageId} and session_id = ${sessionId}`);
  return rows[0] && { sessionId, ...rows[0] };
}

/** One message of this session that is about to be changed. A reply to it may be posted meanwhile. */
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
): Promise<(ChatMessage & Pick<ChatPlace, 'breakoutId'>)[]> {
  const { rows } = await tx.execute<ChatMessage & Pick<ChatPlace, 'breakoutId'>>(sql`
    select ${MESSAGE}, m.breakout_id as "breakoutId" from chat_message m
    where m.session_id = ${sessionId} and m.person_id = ${personId} order by m.nth`);
  return rows;
}

/** The latest messages, oldest first. */
export function latestMessages(tx: Tx, place: ChatPlace, limit: number): Promise<Chat> {
  return chatWhere(tx, saidIn(place), limit);
}

/** The messages next before one that is said there; none for one that is not. */
export function messagesBefore(
  tx: Tx,
  place: ChatPlace,
  before: MessageId,
  limit: number,
): Promise<Chat> {
  return chatWhere(
    tx,
    sql`${saidIn(place)} and m.nth < (
      select m.nth from chat_message m where m.id = ${before} and ${saidIn(place)})`,
    limit,
  );
}

async function chatWhere(tx: Tx, condition: SQL, limit: number): Promise<Chat> {
  const { rows } = await tx.execute<ChatMessage>(sql`
    select ${MESSAGE} from chat_message m where ${condition} order by m.nth desc limit ${limit + 1}`);
  return { messages: rows.slice(0, limit).reverse(), hasEarlier: rows.length > limit };
}

/** What is said to all next after a message, oldest first; from the first where there is none. With who is a guest. */
export async function messagesAfter(
  tx: Tx,
  sessionId: SessionId,
  after: MessageId | null,
  limit: number,
): Promise<(ChatMessage & { readonly guest: GuestMark | null })[]> {
  const later =
    after === null
      ? sql``
      : sql`and m.nth > (
          select nth from chat_message where id = ${after} and session_id = ${sessionId})`;
  const { rows } = await tx.execute<ChatMessage & { readonly guest: GuestMark | null }>(sql`
    select ${MESSAGE},
      case s.part when 'guest' then jsonb_strip_nulls(jsonb_build_object('as', s.guest_as)) end
        as guest
    from chat_message m
      left join seat s on s.session_id = m.session_id and s.person_id = m.person_id
    where ${saidIn({ sessionId, breakoutId: null })} ${later} order by m.nth limit ${limit}`);
  return rows;
}

/** How many are said to all, with the empty places of those that were taken back. */
export async function countMessages(tx: Tx, sessionId: SessionId): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from chat_message m
    where ${saidIn({ sessionId, breakoutId: null })}`);
  return rows[0]?.count ?? 0;
}

/** Up to so many characters a message is shown whole among the hits. */
const SHORT_LENGTH = 240;

/** The messages that are said there and hold these words in any of their forms, the latest first. */
export async function messagesWith(
  tx: Tx,
  place: ChatPlace,
  text: string,
  limit: number,
): Promise<OutputOf<typeof searchMessages>> {
  type Row = Omit<OutputOf<typeof searchMessages>['hits'][number], 'snippet'> & {
    readonly found: string;
  };
  const { rows } = await tx.execute<Row>(sql`
    select id, by, "byName", at, lang,
      case when length(text) <= ${SHORT_LENGTH} then ${markedIn(sql`text`, text)}
        else ${snippetOf(sql`text`, text)} end as found
    from (
      select ${MESSAGE}, m.nth from chat_message m
      where ${saidIn(place)} and m.words @@ ${askedFor(text)}
      order by m.nth desc limit ${limit + 1}) as latest
    order by nth desc`);
  return {
    hits: rows
      .slice(0, limit)
      .map(({ found, ...hit }) => ({ ...hit, snippet: snippetParts(found) })),
    more: rows.length > limit,
  };
}

/** Adds a message to a session whose row this transaction has locked: that lock makes the order. */
export async function addMessage(
  tx: Tx,
  { sessionId, breakoutId }: ChatPlace,
  message: SaidMessage,
): Promise<void> {
  const { id, by, byName, at, text, lang, replyTo, toAll = false } = message;
  await tx.execute(sql`
    insert into chat_message (id, session_id, breakout_id, person_id, display_name, at, text, lang,
      reply_to, to_all)
    values (${id}, ${sessionId}, ${breakoutId}, ${by}, ${byName}, ${momentOf(at)}, ${text}, ${lang},
      ${replyTo}, ${toAll})`);
}

/** What a person has said to a message without words. Read after its lock was waited for. */
export async function reactionOf(
  tx: Tx,
  messageId: MessageId,
  personId: PersonId,
): Promise<MessageReaction | null> {
  const { rows } = await tx.execute<{ reaction: MessageReaction }>(sql`
    select reaction from chat_reaction where message_id = ${messageId} and person_id = ${personId}`);
  return rows[0]?.reaction ?? null;
}

/** Keeps it, the newest last, or takes it away. The message is locked. */
export async function saveReaction(
  tx: Tx,
  { id, by, reaction }: Pick<MessageReacted, 'id' | 'by' | 'reaction'>,
): Promise<void> {
  await tx.execute(sql`
    delete from chat_reaction where message_id = ${id} and person_id = ${by}`);
  if (reaction === null) return;
  await tx.execute(sql`
    insert into chat_reaction (message_id, person_id, reaction) values (${id}, ${by}, ${reaction})`);
}

/** By what the words that were taken back are known again; null where nothing is. */
export async function fingerprintOf(tx: Tx, messageId: MessageId): Promise<string | null> {
  const { rows } = await tx.execute<{ fingerprint: string | null }>(sql`
    select deleted_fingerprint as fingerprint from chat_message where id = ${messageId}`);
  return rows[0]?.fingerprint ?? null;
}

/** The words of a message that is hidden; empty where nothing is. */
export async function hiddenTextOf(tx: Tx, messageId: MessageId): Promise<string> {
  const { rows } = await tx.execute<{ text: string | null }>(sql`
    select hidden_text as text from chat_message where id = ${messageId}`);
  return rows[0]?.text ?? '';
}

/** What is kept of words that are no longer said. */
export type WordsAside = {
  /** Of words that are taken back, to know them again. */
  readonly fingerprint?: string | null;
  /** Words that are hidden. */
  readonly hiddenText?: string | null;
};

/** Keeps a changed message; its earlier words are gone from the facts that told them, too. */
export async function saveMessage(
  tx: Tx,
  place: ChatPlace,
  { id, text, editedAt, deletedAt, hiddenAt }: ChatMessage,
  { fingerprint = null, hiddenText = null }: WordsAside = {},
): Promise<void> {
  await tx.execute(sql`
    update chat_message
    set text = ${text}, deleted_at = ${deletedAt === null ? null : momentOf(deletedAt)},
      edited_at = ${editedAt === null ? null : momentOf(editedAt)},
      deleted_fingerprint = ${fingerprint},
      hidden_at = ${hiddenAt === null ? null : momentOf(hiddenAt)}, hidden_text = ${hiddenText}
    where id = ${id}`);
  await retellMessage(tx, place, id, text);
}

/**
 * Puts the new words into the facts that told the old ones. Whoever catches up hears the same outcome and
 * none of the words that were taken back.
 */
async function retellMessage(
  tx: Tx,
  place: ChatPlace,
  messageId: MessageId,
  text: string,
): Promise<void> {
  const posted = JSON.stringify([{ message: { id: messageId } }]);
  const edited = JSON.stringify([{ type: 'message-edited', id: messageId }]);
  const unhidden = JSON.stringify([{ type: 'message-unhidden', id: messageId }]);
  const restored = JSON.stringify([{ type: 'message-restored', id: messageId }]);
  const words = JSON.stringify(text);
  const channel = channelOf(place);
  await tx.execute(sql`
    update fact set facts = (
      select jsonb_agg(
        case
          when told #>> '{message,id}' = ${messageId}
            then jsonb_set(told, '{message,text}', ${words}::jsonb)
          when told ->> 'type' in ('message-edited', 'message-restored', 'message-unhidden')
            and told ->> 'id' = ${messageId}
            then jsonb_set(told, '{text}', ${words}::jsonb)
          else told
        end order by nth)
      from jsonb_array_elements(facts) with ordinality as each(told, nth))
    where channel = ${channel.name} and id = ${channel.id}
      and (facts @> ${posted}::jsonb or facts @> ${edited}::jsonb or facts @> ${restored}::jsonb
        or facts @> ${unhidden}::jsonb)`);
}
