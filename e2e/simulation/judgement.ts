import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import {
  evolveSession,
  type SessionFact,
  type SessionState,
} from '#shared/features/session/channel.ts';
import { seatOf } from '#shared/features/session/roster/rules.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { type Audience, hear } from '../../server/features/session/audience.ts';
import type { Database } from '../../server/storage/database.ts';
import type { Journal, Tab } from './tab.ts';

type Log = readonly { readonly revision: number; readonly facts: readonly SessionFact[] }[];

/** Checks docs/promises.md §1 against what is stored, and says in words what does not hold. */
export async function judge(parts: {
  readonly database: Database;
  readonly sessionId: SessionId;
  readonly journal: Journal;
  readonly tabs: readonly Tab[];
  readonly teachers: readonly PersonId[];
  /** Whose right was taken away. */
  readonly removed: PersonId | null;
  /** Before anybody came, and at the end. */
  readonly first: SessionState;
  readonly last: SessionState;
  /** The last as students read it. */
  readonly lastOfStudents: SessionState;
}): Promise<string[]> {
  const { database, sessionId, journal, tabs, teachers, removed, first, last } = parts;
  const teaches = (personId: PersonId) => teachers.includes(personId);
  const log = await logOf(database, sessionId);
  const wrong = [...journal.wrong, ...gapsIn(log), ...brokenRulesIn(log, first, teachers)];

  const replayed = log.flatMap(({ facts }) => facts).reduce(evolveSession, first);
  if (!isDeepStrictEqual(replayed, last)) wrong.push('the facts do not make the snapshot');
  for (const [nth, tab] of tabs.entries()) {
    const own = teaches(tab.by.personId) ? last : parts.lastOfStudents;
    if (tab.live && !isDeepStrictEqual(plain(tab.state), own))
      wrong.push(
        `tab ${nth} shows something else than the snapshot: ${difference(tab.state, own)}`,
      );
  }
  for (const { by, facts } of journal.heard) {
    if (!isPartOf(facts, heardBy(teaches(by) ? 'host' : 'participant', log)))
      wrong.push('a tab heard facts in another order, or twice');
  }
  wrong.push(...presenceGoneWrong(last, tabs, removed), ...callsWithoutEnd(journal, removed));
  return [...wrong, ...(await callsGoneWrong(database, journal, log))];
}

/** At rest, who is shown as present is there, and who is there is shown; who was removed is gone. */
function presenceGoneWrong(
  last: SessionState,
  tabs: readonly Tab[],
  removed: PersonId | null,
): string[] {
  return last.roster.entries.flatMap(({ personId, presence }) => {
    const there = tabs.some((tab) => tab.live && tab.by.personId === personId);
    const shown = presence.status === 'present';
    const right = personId === removed ? !shown : there === shown;
    return right ? [] : [`${presence.status}, and ${there ? '' : 'not '}there`];
  });
}

/** Nothing that was sent ends in silence. Only joining has no meaning after its page. */
function callsWithoutEnd(journal: Journal, removed: PersonId | null): string[] {
  return [...journal.made.values()]
    .filter(({ call, by }) => call.lane !== null && by.personId !== removed)
    .filter(({ call }) => !journal.settled.has(call.callId))
    .map(({ call }) => `${call.name} was sent and has no answer`);
}

async function logOf(database: Database, sessionId: SessionId): Promise<Log> {
  const { rows } = await database.execute<{ revision: string; facts: SessionFact[] }>(sql`
    select revision, facts from fact where channel = 'session' and id = ${sessionId} order by revision`);
  return rows.map(({ revision, facts }) => ({ revision: Number(revision), facts }));
}

function gapsIn(log: Log): string[] {
  return log.flatMap(({ revision }, nth) =>
    revision === nth + 1 ? [] : [`revision ${nth + 1} is ${revision}`],
  );
}

/** What must be true of a session after every revision, whatever happened. */
function brokenRulesIn(log: Log, first: SessionState, teachers: readonly PersonId[]): string[] {
  const wrong: string[] = [];
  let state = first;
  for (const { revision, facts } of log) {
    state = facts.reduce(evolveSession, state);
    const { roster, handQueue } = state;
    const inLine = handQueue.hands.map((hand) => hand.personId);
    const named = [...inLine, ...(handQueue.word ? [handQueue.word.personId] : [])];
    if (new Set(named).size !== named.length) wrong.push(`${revision}: somebody is in line twice`);
    for (const personId of named) {
      if (!seatOf(roster, personId)) wrong.push(`${revision}: in line without a seat`);
    }
    const { leadId } = roster;
    if (leadId !== null && !(teachers.includes(leadId) && seatOf(roster, leadId)))
      wrong.push(`${revision}: led by somebody who is no teacher here`);
    const inside = (state.breakouts?.rooms ?? []).flatMap((room) => room.inside);
    if (new Set(inside).size !== inside.length)
      wrong.push(`${revision}: somebody is in two breakouts`);
    if (inside.some((personId) => !seatOf(roster, personId)))
      wrong.push(`${revision}: in a breakout without a seat`);
  }
  return wrong;
}

/** Every acknowledged call is stored with that answer, and what it did was done once. */
async function callsGoneWrong(database: Database, journal: Journal, log: Log): Promise<string[]> {
  const wrong: string[] = [];
  const ids = [...journal.made.keys()];
  const { rows } = await database.execute<{
    id: string;
    reply: { ok: boolean; value: { messageId?: string } };
  }>(sql`select call_id as id, reply from call where call_id = any(${sql.param(ids)}::uuid[])`);
  const stored = new Map(rows.map(({ id, reply }) => [id, reply]));
  for (const [callId, { call, reply }] of journal.settled) {
    if (!isDeepStrictEqual(stored.get(callId), plain(reply)))
      wrong.push(
        `${call.name} was answered ${JSON.stringify(reply)} and stored ${JSON.stringify(stored.get(callId))}`,
      );
  }

  const facts = log.flatMap((each) => each.facts);
  const posted = facts
    .filter((fact) => fact.type === 'message-posted')
    .map((fact) => fact.message.id);
  const confirmed = [...journal.made]
    .filter(([, { call }]) => call.name === 'chat/post')
    .map(([callId]) => stored.get(callId))
    .flatMap((reply) => (reply?.ok && reply.value.messageId ? [reply.value.messageId] : []));
  if (!isDeepStrictEqual(posted.toSorted(), confirmed.toSorted()))
    wrong.push(`${confirmed.length} posts have an answer, ${posted.length} were said`);
  return wrong;
}

/**
 * Did the tab hear a stretch of the log, in its order and each fact once? Words are left out: an edit takes
 * them out of the log's earlier facts.
 */
function isPartOf(heard: readonly SessionFact[], told: readonly SessionFact[]): boolean {
  const all = told.map(withoutWords);
  let from = 0;
  for (const fact of heard.map(withoutWords)) {
    const at = all.indexOf(fact, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

const heardBy = (audience: Audience, log: Log) =>
  log.flatMap(({ facts }) => facts.flatMap((fact) => hear(fact, audience) ?? []));

function withoutWords(fact: SessionFact): string {
  return JSON.stringify(fact, (key, value) => {
    if (key === 'text') return undefined;
    // PostgreSQL keeps an object's keys in an order of its own.
    const sorted = typeof value === 'object' && value !== null && !Array.isArray(value);
    return sorted ? Object.fromEntries(Object.entries(value).sort(byKey)) : value;
  });
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function difference(shown: SessionState | undefined, last: SessionState): string {
  const parts = Object.keys(last) as (keyof SessionState)[];
  return parts
    .filter((part) => !isDeepStrictEqual(plain(shown?.[part]), last[part]))
    .map(
      (part) =>
        `${part}: ${JSON.stringify(shown?.[part])} instead of ${JSON.stringify(last[part])}`,
    )
    .join('; ');
}
