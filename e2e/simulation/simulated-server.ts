import { sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Call, Subscribe } from '#shared/wire/socket-events.ts';
import { createCore } from '../../server/core.ts';
import { subjectOf } from '../../server/features/identity/public.ts';
import type { Clock } from '../../server/platform/clock.ts';
import type { Caller } from '../../server/platform/dispatch.ts';
import { makeLog } from '../../server/platform/log.ts';
import { newId } from '../../server/platform/new-id.ts';
import type { PassingKeys } from '../../server/storage/passing-keys.ts';
import { absentMedia } from '../../server/testing/absent-media.ts';
import type { Connection } from '../../server/transport/live-channels.ts';
import { type CommitPoint, openCrashingDatabase } from './crashing-database.ts';
import { type LineEnds, openLine, type Packet, type SimulatedLine, type Weather } from './line.ts';
import type { Random } from './random.ts';

/** Where the server may die: around the commit, between hearing and answering, and after the answer. */
export const CRASH_POINTS = [
  'before-commit',
  'after-commit',
  'after-relay',
  'after-reply',
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

/** Long enough for facts to have left, too short for anything else. */
const RELAYED_MS = 30;

type Held = {
  readonly connection: Connection;
  readonly line: SimulatedLine;
  readonly rooms: Set<string>;
};

export type SimulatedServer = Awaited<ReturnType<typeof startSimulatedServer>>;

/**
 * The real core on the real database, behind simulated lines: what server/transport/socket.ts does with sockets,
 * done with packets. One life: after a crash the next server starts from the database alone.
 */
export async function startSimulatedServer(parts: {
  readonly url: string;
  readonly clock: Clock;
  readonly keys: PassingKeys;
  readonly weather: () => Weather;
  /** Something was heard that should not have been. */
  readonly violated: (what: string) => void;
  readonly crashed: () => void;
}) {
  const { violated } = parts;
  const held = new Map<string, Held>();
  const revoked = new Set<string>();
  let crashAt: CrashPoint | null = null;
  let dead = false;

  const reached = (point: CommitPoint) => crashAt === point && !dead;
  const store = openCrashingDatabase(parts.url, reached, crash);
  const { database } = store;
  const log = makeLog('error');
  log.level = 'silent';
  const core = createCore({
    database,
    clock: parts.clock,
    keys: parts.keys,
    log,
    subjectOf,
    media: absentMedia,
    broadcast: {
      facts: (room, facts) => toRoom(room, { name: 'facts', what: facts }),
      head: (room, head) => toRoom(room, { name: 'head', what: head }),
      // Promised to nobody.
      signal: () => undefined,
    },
  });
  await core.slices.session.recover();
  core.slices.session.start();

  function toRoom(room: string, packet: Packet): void {
    for (const { connection, line, rooms } of held.values()) {
      if (!rooms.has(room)) continue;
      if (revoked.has(connection.id)) violated(`${packet.name} after the right was gone`);
      toClient(line, packet);
    }
  }

  function toClient(line: SimulatedLine, packet: Packet): void {
    if (!dead) line.send('client', JSON.parse(JSON.stringify(packet)));
  }

  function crash(): void {
    if (dead) return;
    dead = true;
    store.kill();
    core.channels.close();
    core.slices.session.stop();
    for (const { line } of held.values()) line.crash();
    held.clear();
    parts.crashed();
  }

  /** Takes a line in, or says why not. */
  async function accept(
    caller: Caller,
    random: Random,
    client: LineEnds['client'],
  ): Promise<SimulatedLine | 'signed-out' | 'transport'> {
    if (dead) return 'transport';
    const { rows } = await database
      .execute(sql`select from sign_in where id = ${caller.signInId}`)
      .catch(() => ({ rows: null }));
    if (dead || rows === null) return 'transport';
    if (rows.length === 0) return 'signed-out';

    const rooms = new Set<string>();
    let cut = false;
    const line = openLine(random, parts.weather, {
      client,
      server: {
        receive: (packet) => receive(packet),
        ended: (how) => {
          held.delete(connection.id);
          if (!dead) core.channels.ended(connection, cut ? 'revoked' : how);
        },
      },
    });
    const connection: Connection = {
      id: newId<'connection'>() as never,
      caller,
      join: (room) => void rooms.add(room),
      leave: (room) => void rooms.delete(room),
      sendFacts: (facts) => toClient(line, { name: 'facts', what: facts }),
      sendClosed: (closed) => toClient(line, { name: 'closed', what: closed }),
      cut: () => {
        cut = true;
        rooms.clear();
        toClient(line, { name: 'bye', what: { reason: 'signed-out' } });
      },
    };
    held.set(connection.id, { connection, line, rooms });

    let last: Promise<unknown> = Promise.resolve();
    const answer = (ask: number | undefined, what: unknown) =>
      toClient(line, { name: 'answer', what, ...(ask === undefined ? {} : { ask }) });
    function receive({ name, what, ask }: Packet): void {
      last = last.then(async () => {
        if (dead) return;
        if (name === 'command') {
          const reply = await core.dispatch.command(caller, what as Call);
          if (crashAt === 'after-relay') return void setTimeout(crash, RELAYED_MS);
          answer(ask, reply);
          if (crashAt === 'after-reply') setTimeout(crash, RELAYED_MS);
        } else if (name === 'subscribe') {
          if (held.has(connection.id)) answer(ask, await core.channels.subscribe(connection, what));
        } else if (name === 'unsubscribe') {
          core.channels.unsubscribe(connection, what as Subscribe);
          answer(ask, { ok: true });
        } else answer(ask, await core.dispatch.query(caller, what as Call));
      });
    }
    return line;
  }

  return {
    accept,
    crash,
    /** The next time that point is passed, the server dies there. */
    dieAt(point: CrashPoint): void {
      crashAt = point;
    },
    isDead: () => dead,
    busy: store.busy,
    /** What the authority bus does when somebody's rights have changed. */
    async changed(personId: PersonId, allGone: boolean): Promise<void> {
      for (const { connection } of [...held.values()]) {
        if (connection.caller.personId !== personId) continue;
        await core.channels.recheck(connection).catch(() => connection.cut());
        if (allGone) revoked.add(connection.id);
      }
    },
    async stop(): Promise<void> {
      dead = true;
      core.channels.close();
      core.slices.session.stop();
      await store.end();
    },
  };
}
