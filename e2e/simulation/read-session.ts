import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { guestLinks } from '#shared/features/session/guest/queries.ts';
import { lobbyChannel, lobbyPlaceChannel } from '#shared/features/session/lobby/channels.ts';
import { teamDeskChannel, teamLineChannel } from '#shared/features/session/team-line/channels.ts';
import type { PersonId, PollId } from '#shared/kernel/ids.ts';
import { inOrder } from './lobby-model.ts';
import type { RealSession } from './real-session.ts';
import type { Shown } from './session-model.ts';
import { EVERYBODY, type Who } from './session-people.ts';
import { look, type Peek, snapshotOf } from './session-snapshot.ts';

/** As fresh screens read it, in the model's words: a teacher's, and those of each who is outside. */
export async function readShown(
  real: RealSession,
  open: Pick<Shown, 'names' | 'hostIsIn'>,
): Promise<Shown> {
  const { world, planned } = real;
  const { sessionId, agenda, anne } = planned;
  const state = await snapshotOf(world, sessionId, anne, world.clock.now());
  const nameOf = (id: PersonId | null | undefined) =>
    EVERYBODY.find((who) => real.idOf(who) === id) ?? null;
  const byWho = <T>(all: readonly (readonly [PersonId, T])[]) =>
    Object.fromEntries(all.map(([id, what]) => [nameOf(id), what])) as Partial<Record<Who, T>>;
  const { entries } = state.roster;
  const { currentId } = state.agenda;
  const lineIds = await real.lineIds();
  const { lobby, desk, ...outside } = await look(world, async (peek) => ({
    lobby: await peek(lobbyChannel, sessionId, anne),
    desk: await peek(teamDeskChannel, sessionId, anne),
    ...(await readOutside(real, peek, lineIds)),
  }));
  const links = await world.ask(anne, guestLinks, { sessionId });
  return {
    seats: byWho(entries.map(({ personId, presence }) => [personId, presence.status])),
    names: open.names && byWho(entries.map((one) => [one.personId, one.displayName])),
    guests: entries
      .filter(({ part }) => part === 'guest')
      .map(({ personId, guestAs }) => {
        const who = nameOf(personId) as Who;
        expect(guestAs, `${who} is shown as`).toBe(who === 'gro' ? 'lecturer' : undefined);
        return who;
      })
      .toSorted((a, b) => EVERYBODY.indexOf(a) - EVERYBODY.indexOf(b)),
    lead: nameOf(state.roster.leadId),
    hands: state.handQueue.hands.map(({ personId }) => nameOf(personId) as Who),
    word: nameOf(state.handQueue.word?.personId),
    queueOpen: state.handQueue.open,
    item: currentId === null ? null : agenda.indexOf(currentId),
    said: state.chat.messages.map((message) => ('text' in message ? message.text : '')),
    onPause: EVERYBODY.filter((who) =>
      state.quietPauses.some(({ personId }) => personId === real.idOf(who)),
    ),
    poll: state.poll && {
      answers: state.poll.answers,
      closed: state.poll.closedAt !== null,
      totals: state.poll.totals?.counts ?? null,
    },
    locked: state.order.locked,
    chatClosed: state.order.chatClosed,
    ending: state.ending.status,
    waiting: inOrder(
      (lobby?.waiting ?? []).map(({ personId, since }) => ({
        who: nameOf(personId) as Who,
        since: since - real.startedAt,
      })),
    ),
    lines: byWho(
      (desk?.threads ?? []).map((one) => [one.personId, one.messages.map(({ text }) => text)]),
    ),
    link: links.ok ? (links.value.links[0]?.state ?? '') : links.refusal,
    ...outside,
    hostIsIn: open.hostIsIn === null ? null : outside.hostIsIn,
  };
}

/** What was asked last in the session, if anything was. */
export async function newestPoll({ world, planned }: RealSession): Promise<PollId | undefined> {
  const { rows } = await world.test.database.execute<{ id: PollId }>(sql`
    select id from poll where session_id = ${planned.sessionId} order by id desc limit 1`);
  return rows[0]?.id;
}

async function readOutside(
  real: RealSession,
  peek: Peek,
  lineIds: Awaited<ReturnType<RealSession['lineIds']>>,
) {
  const places: Partial<Record<Who, string>> = {};
  const ownLines: Partial<Record<Who, readonly string[]>> = {};
  const hosts = new Set<boolean>();
  for (const [who, lineId] of lineIds) {
    const place = await peek(lobbyPlaceChannel, lineId, real.callerOf(who));
    const line = await peek(teamLineChannel, lineId, real.callerOf(who));
    if (line) ownLines[who] = line.messages.map(({ text }) => text);
    if (!place) continue;
    hosts.add(place.hostIsIn);
    const { standing } = place;
    places[who] =
      'since' in standing
        ? `${standing.status} since ${standing.since - real.startedAt}`
        : standing.status === 'declined'
          ? `declined: ${standing.words} (${standing.byName})`
          : standing.status;
  }
  const [said] = hosts;
  expect(hosts.size, 'what those who wait are told of hosts').toBeLessThanOrEqual(1);
  return { places, ownLines, hostIsIn: said ?? null };
}

/** Whether somebody reads who waits and what is written, and whose own places and lines they read. */
export async function readBy(
  real: RealSession,
  who: Who,
): Promise<{ readonly list: boolean; readonly own: readonly Who[] }> {
  const { world, planned } = real;
  const as = real.callerOf(who);
  const lineIds = await real.lineIds();
  return look(world, async (peek) => {
    const list = (await peek(lobbyChannel, planned.sessionId, as)) !== null;
    const desk = (await peek(teamDeskChannel, planned.sessionId, as)) !== null;
    expect(desk, `${who} reads both or neither`).toBe(list);
    const own: Who[] = [];
    for (const [of, lineId] of lineIds) {
      const place = await peek(lobbyPlaceChannel, lineId, as);
      const line = await peek(teamLineChannel, lineId, as);
      if (place || line) own.push(of);
    }
    return { list, own };
  });
}
