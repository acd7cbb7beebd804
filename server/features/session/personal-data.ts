import { sql } from 'drizzle-orm';
import { evolveHandQueue, withdraw } from '#shared/features/session/hand-queue/rules.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { BREAKOUT_TABLES, eraseBreakouts, exportBreakouts } from './breakout/personal-data.ts';
import { messagesBy, saveMessage } from './chat/repository.ts';
import { eraseGuestLinks, exportGuestLinks, GUEST_TABLES } from './guest/personal-data.ts';
import { saveHandQueue } from './hand-queue/repository.ts';
import { lockLive } from './live-session.ts';
import { eraseLobbyPlaces, exportLobbyPlaces, LOBBY_TABLES } from './lobby/personal-data.ts';
import { erasePauses, exportPauses, PAUSE_TABLES } from './pause/personal-data.ts';
import {
  erasePausesForAll,
  exportPausesForAll,
  PAUSE_FOR_ALL_TABLES,
} from './pause-for-all/personal-data.ts';
import { erasePolls, exportPolls, POLL_TABLES } from './poll/personal-data.ts';
import { eraseQuizzes, exportQuizzes, QUIZ_TABLES } from './quiz/personal-data.ts';
import { saveLead } from './roster/repository.ts';
import { eraseRounds, exportRounds, ROUND_TABLES } from './round/personal-data.ts';
import { eraseTeamLines, exportTeamLines, TEAM_LINE_TABLES } from './team-line/personal-data.ts';

/** Our tables that name a person. */
export const PERSONAL_TABLES = [
  'seat',
  'session_visit',
  'chat_message',
  'chat_reaction',
  'session_live',
  'session_log',
  'agenda_template',
  ...TEAM_LINE_TABLES,
  ...LOBBY_TABLES,
  ...PAUSE_TABLES,
  ...PAUSE_FOR_ALL_TABLES,
  ...ROUND_TABLES,
  ...POLL_TABLES,
  ...BREAKOUT_TABLES,
  ...QUIZ_TABLES,
  ...GUEST_TABLES,
] as const;

/** What we hold about a person: where and when they sat in sessions, what they wrote there, and a pause they are on. */
export async function exportPersonalData(
  tx: Tx,
  personId: PersonId,
): Promise<{
  readonly seats: readonly object[];
  readonly visits: readonly object[];
  readonly messages: readonly object[];
  readonly reactions: readonly object[];
  readonly acts: readonly object[];
  readonly teamLines: readonly object[];
  readonly lobbyPlaces: readonly object[];
  readonly pauses: readonly object[];
  readonly pausesForAll: readonly object[];
  readonly rounds: readonly object[];
  readonly polls: readonly object[];
  readonly breakouts: readonly object[];
  readonly quizzes: readonly object[];
  readonly templates: readonly object[];
  readonly guestLinks: readonly object[];
}> {
  const seats = await tx.execute<Record<string, unknown>>(sql`
    select session_id, display_name, called_name, pronouns, part, guest_as, place, since, lost_at, left_at
    from seat where person_id = ${personId} order by since`);
  const visits = await tx.execute<Record<string, unknown>>(sql`
    select session_id, came_at, left_at
    from session_visit where person_id = ${personId} order by came_at`);
  const messages = await tx.execute<Record<string, unknown>>(sql`
    select session_id, at, coalesce(hidden_text, text) as text, lang, edited_at, deleted_at, hidden_at
    from chat_message where person_id = ${personId} order by nth`);
  const reactions = await tx.execute<Record<string, unknown>>(sql`
    select m.session_id, r.message_id, r.reaction
    from chat_reaction r join chat_message m on m.id = r.message_id
    where r.person_id = ${personId} order by r.nth`);
  const acts = await tx.execute<Record<string, unknown>>(sql`
    select session_id, at, act, by_id = ${personId} as "byMe"
    from session_log where by_id = ${personId} or about_id = ${personId} order by id`);
  const templates = await tx.execute<Record<string, unknown>>(sql`
    select name, of_course as "ofCourse", items
    from agenda_template where person_id = ${personId} order by name`);
  return {
    seats: seats.rows,
    visits: visits.rows,
    messages: messages.rows,
    reactions: reactions.rows,
    acts: acts.rows,
    templates: templates.rows,
    teamLines: await exportTeamLines(tx, personId),
    lobbyPlaces: await exportLobbyPlaces(tx, personId),
    pauses: await exportPauses(tx, personId),
    pausesForAll: await exportPausesForAll(tx, personId),
    rounds: await exportRounds(tx, personId),
    polls: await exportPolls(tx, personId),
    breakouts: await exportBreakouts(tx, personId),
    quizzes: await exportQuizzes(tx, personId),
    guestLinks: await exportGuestLinks(tx, personId),
  };
}

/**
 * Takes the person's words and name out of every session, and out of the facts that told them. Rows without
 * either stay, so that replies and counts keep their meaning; they name an id that identity has forgotten.
 */
export async function erasePersonalData(tx: Tx, personId: PersonId): Promise<void> {
  await eraseTeamLines(tx, personId);
  await tx.execute(sql`delete from session_visit where person_id = ${personId}`);
  await eraseLobbyPlaces(tx, personId);
  await erasePauses(tx, personId);
  await erasePausesForAll(tx, personId);
  await eraseRounds(tx, personId);
  await erasePolls(tx, personId);
  await eraseBreakouts(tx, personId);
  await eraseQuizzes(tx, personId);
  await eraseGuestLinks(tx, personId);
  await tx.execute(
    sql`delete from agenda_template where person_id = ${personId} and not of_course`,
  );
  // What was given to a course is the course's.
  await tx.execute(sql`update agenda_template set person_id = null where person_id = ${personId}`);
  const { rows } = await tx.execute<{ sessionId: SessionId }>(sql`
    select session_id as "sessionId" from seat where person_id = ${personId}
    union select session_id from chat_message where person_id = ${personId}
    order by "sessionId"`);
  for (const { sessionId } of rows) {
    await leaveLive(tx, sessionId, personId);
    for (const { breakoutId, ...message } of await messagesBy(tx, sessionId, personId)) {
      await saveMessage(
        tx,
        { sessionId, breakoutId },
        {
          ...message,
          text: '',
          deletedAt: message.deletedAt ?? message.at,
        },
      );
    }
    await takeReactionsBack(tx, sessionId, personId);
    await takeNameOut(tx, sessionId, personId);
  }
}

/** A condition on `fact`: told to all in the session, or in a breakout of it. */
const toldIn = (sessionId: SessionId) => sql`(channel = 'session' and id = ${sessionId}
  or channel = 'breakout' and id in (select id from breakout where session_id = ${sessionId}))`;

async function leaveLive(tx: Tx, sessionId: SessionId, personId: PersonId): Promise<void> {
  const live = await lockLive(tx, sessionId);
  if (!live) return;
  const withdrawn = withdraw(live.handQueue, personId, 0);
  await saveHandQueue(tx, sessionId, withdrawn.reduce(evolveHandQueue, live.handQueue));
  if (live.leadId === personId) await saveLead(tx, sessionId, null);
}

async function takeReactionsBack(tx: Tx, sessionId: SessionId, personId: PersonId): Promise<void> {
  await tx.execute(sql`
    delete from chat_reaction r using chat_message m
    where m.id = r.message_id and m.session_id = ${sessionId} and r.person_id = ${personId}`);
  const reacted = JSON.stringify([{ type: 'message-reacted', by: personId }]);
  await tx.execute(sql`
    update fact set facts = (
      select jsonb_agg(
        case when told ->> 'type' = 'message-reacted' and told ->> 'by' = ${personId}
          then jsonb_set(told, '{reaction}', 'null') else told end order by nth)
      from jsonb_array_elements(facts) with ordinality as each(told, nth))
    where ${toldIn(sessionId)} and facts @> ${reacted}::jsonb`);
}

async function takeNameOut(tx: Tx, sessionId: SessionId, personId: PersonId): Promise<void> {
  await tx.execute(sql`
    update seat set display_name = '', called_name = null, pronouns = '', picture = null
    where session_id = ${sessionId} and person_id = ${personId}`);
  await tx.execute(sql`
    update chat_message set display_name = ''
    where session_id = ${sessionId} and person_id = ${personId}`);
  const joined = JSON.stringify([{ entry: { personId } }]);
  const shown = JSON.stringify([{ type: 'shown-as', personId }]);
  const posted = JSON.stringify([{ message: { by: personId } }]);
  await tx.execute(sql`
    update fact set facts = (
      select jsonb_agg(
        case
          when told #>> '{entry,personId}' = ${personId}
            then jsonb_set(told, '{entry,displayName}', '""')
              #- '{entry,calledName}' #- '{entry,pronouns}' #- '{entry,picture}'
          when told ->> 'type' = 'shown-as' and told ->> 'personId' = ${personId}
            then jsonb_set(told, '{shown}', '{"displayName": ""}')
          when told #>> '{message,by}' = ${personId}
            then jsonb_set(told, '{message,byName}', '""')
          else told
        end order by nth)
      from jsonb_array_elements(facts) with ordinality as each(told, nth))
    where ${toldIn(sessionId)}
      and (facts @> ${joined}::jsonb or facts @> ${shown}::jsonb or facts @> ${posted}::jsonb)`);
}
