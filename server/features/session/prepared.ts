import { sql } from 'drizzle-orm';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import type { AgendaItem } from '#shared/features/session/agenda/model.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import type { MessageReaction } from '#shared/features/session/chat/model.ts';
import { EMPTY_QUEUE } from '#shared/features/session/hand-queue/model.ts';
import type { Place, RosterEntry } from '#shared/features/session/roster/model.ts';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { MessageId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { newId } from '../../platform/new-id.ts';
import type { Tx } from '../../storage/database.ts';
import { momentOf } from '../../storage/moment.ts';
import { keepStep } from './afterwards/steps.ts';
import { agendaItems } from './agenda/tables.ts';
import { saveReaction } from './chat/repository.ts';
import { chatMessages } from './chat/tables.ts';
import { liveSessions } from './tables.ts';

/** What a session is given before anybody comes: a plan, and in the demonstration also what was said in it. */
export type PreparedSession = {
  readonly agenda: readonly Omit<AgendaItem, 'id'>[];
  /** The item that is on, by its place in the agenda; null before the first. */
  readonly current: { readonly position: number; readonly since: Instant } | null;
  /** Of one that has been: when each item began, from the first; as far as it was come to. */
  readonly went?: readonly Instant[];
  /** Oldest first. `replyTo` is an earlier place in this list. */
  readonly chat: readonly {
    readonly personId: PersonId;
    readonly displayName: string;
    readonly at: Instant;
    readonly text: string;
    readonly lang?: Language;
    readonly replyTo: number | null;
    readonly editedAt: Instant | null;
    readonly reactions?: PreparedReactions;
  }[];
  /** Who has been in it and has gone again. */
  readonly left?: readonly (Pick<RosterEntry, 'personId' | 'displayName' | 'part'> & {
    readonly place: Place;
    readonly since: Instant;
    readonly leftAt: Instant;
  })[];
};

type PreparedReactions = readonly {
  readonly personId: PersonId;
  readonly reaction: MessageReaction;
}[];

/** Prepares a session that has neither an agenda nor a word in it yet. */
export async function prepareSession(
  tx: Tx,
  sessionId: SessionId,
  { agenda, current, chat, went = [], left = [] }: PreparedSession,
): Promise<void> {
  const items = agenda.map((item, position) => ({
    ...item,
    id: newId<'agenda-item'>(),
    sessionId,
    position,
  }));
  if (items.length > 0) await tx.insert(agendaItems).values(items);
  if (current) {
    await tx.insert(liveSessions).values({
      sessionId,
      currentItemId: items[current.position]?.id ?? null,
      currentSince: current.since,
      handQueue: EMPTY_QUEUE,
    });
    let at = current.since;
    for (const item of items.slice(0, current.position + 1).reverse()) {
      if (item.position < current.position) at -= item.minutes * MINUTE_MS;
      await keepStep(tx, sessionId, item, at);
    }
  }
  for (const [nth, at] of went.entries()) {
    const item = items[nth];
    if (item) await keepStep(tx, sessionId, item, at);
  }
  for (const { personId, displayName, part, place, since, leftAt } of left) {
    await tx.execute(sql`
      insert into seat (session_id, person_id, display_name, called_name, pronouns, part, expected,
        place, since, left_at)
      select ${sessionId}, p.id, ${displayName}, p.given_name, p.pronouns, ${part}, true, ${place},
        ${momentOf(since)}, ${momentOf(leftAt)}
      from person p where p.id = ${personId}`);
    await tx.execute(sql`
      insert into session_visit (session_id, person_id, came_at, left_at)
      values (${sessionId}, ${personId}, ${momentOf(since)}, ${momentOf(leftAt)})`);
  }
  const ids: readonly MessageId[] = chat.map(() => newId<'message'>());
  const messages = chat.map(({ replyTo, reactions: _, ...message }, nth) => ({
    ...message,
    id: ids[nth] ?? newId<'message'>(),
    sessionId,
    replyTo: replyTo === null ? null : (ids[replyTo] ?? null),
  }));
  if (messages.length > 0) await tx.insert(chatMessages).values(messages);
  for (const [nth, { reactions = [] }] of chat.entries()) {
    const id = ids[nth];
    for (const { personId: by, reaction } of reactions)
      if (id) await saveReaction(tx, { id, by, reaction });
  }
}

/** Has anybody come to it, or changed its agenda or its notes? Then what is in it is theirs. What was prepared is no fact on its channel; that is. */
export async function wasSatIn(tx: Tx, sessionId: SessionId): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from channel_head where channel = ${sessionChannel.name} and id = ${sessionId}`);
  return rows.length > 0;
}

/** Moves what was prepared along with its session. Only while nobody has sat in it: lines hear nothing of it. */
export async function movePrepared(tx: Tx, sessionId: SessionId, byMs: number): Promise<void> {
  const by = sql`make_interval(secs => ${byMs}::float8 / 1000)`;
  await tx.execute(sql`
    update chat_message set at = at + ${by}, edited_at = edited_at + ${by}
    where session_id = ${sessionId}::uuid`);
  await tx.execute(sql`
    update seat set since = since + ${by}, left_at = left_at + ${by}
    where session_id = ${sessionId}::uuid`);
  await tx.execute(sql`
    update session_visit set came_at = came_at + ${by}, left_at = left_at + ${by}
    where session_id = ${sessionId}::uuid`);
  await tx.execute(sql`
    update agenda_step set at = at + ${by} where session_id = ${sessionId}::uuid`);
  await tx.execute(sql`
    update session_live set current_since = current_since + ${by}
    where session_id = ${sessionId}::uuid`);
}

/** Lets a prepared item last as long as its session does now. Only while nobody has sat in it. */
export async function lengthenPrepared(
  tx: Tx,
  sessionId: SessionId,
  { title, minutes }: Pick<AgendaItem, 'title' | 'minutes'>,
): Promise<void> {
  await tx.execute(sql`
    update agenda_item set minutes = ${minutes}
    where session_id = ${sessionId}::uuid and title = ${title}`);
}
