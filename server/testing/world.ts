import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import type { PersonId, SignInId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import type {
  AnyChannel,
  AnyCommand,
  AnyQuery,
  AnySignal,
  InputOf,
  OutputOf,
  RefusalOf,
  Reply,
} from '#shared/wire/contract.ts';
import type { Facts, Shown, SignalReply, Subscribed } from '#shared/wire/socket-events.ts';
import { type Core, createCore } from '../core.ts';
import { subjectOf } from '../features/identity/public.ts';
import type { Media } from '../features/seminar-room/public.ts';
import type { Caller } from '../platform/dispatch.ts';
import { type Log, type LogLevel, makeLog } from '../platform/log.ts';
import { newId } from '../platform/new-id.ts';
import { makePassingKeys, type PassingKeys } from '../storage/passing-keys.ts';
import type { Connection } from '../transport/live-channels.ts';
import { absentMedia } from './absent-media.ts';
import { type SettableClock, settableClock } from './settable-clock.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

/** A person of a test, signed in. */
export type Somebody = Caller & { readonly displayName: string };

/** A line of a test: what it heard, and how to end it. */
export type TestLine = {
  readonly connection: Connection;
  readonly heard: Facts[];
  /** What was shown for a moment. */
  readonly shown: Shown[];
  subscribe(channel: AnyChannel, id: string, after?: number | null): Promise<Subscribed>;
  letGo(channel: AnyChannel, id: string): void;
  drop(): void;
  /** Whether the server has cut it. */
  readonly wasCut: () => boolean;
  readonly closed: { channel: string; id: string }[];
};

/** The whole of what decides, on a database of its own, with a clock that stands until it is set. */
export type World = Core & {
  readonly test: TestDatabase;
  readonly clock: SettableClock;
  readonly keys: PassingKeys;
  person(as?: { role?: Role; name?: string }): Promise<Somebody>;
  call<C extends AnyCommand>(
    by: Caller | null,
    command: C,
    input: InputOf<C>,
    callId?: string,
  ): Promise<Reply<OutputOf<C>, RefusalOf<C>>>;
  ask<Q extends AnyQuery>(
    by: Caller | null,
    query: Q,
    input: InputOf<Q>,
  ): Promise<Reply<OutputOf<Q>, never>>;
  signal<S extends AnySignal>(
    by: Caller | null,
    signal: S,
    input: InputOf<S>,
  ): Promise<SignalReply>;
  line(by: Caller): TestLine;
  /** The server dies where it stands, and another starts from the database alone. Use that one from now on. */
  crash(): Promise<World>;
  close(): Promise<void>;
};

export const WORLD_STARTS_AT = Date.UTC(2026, 8, 29, 7, 0);

/** Builds a world; close it when the test is done. */
export async function createWorld({
  media = absentMedia,
  logLevel = 'error',
}: {
  readonly media?: Media;
  readonly logLevel?: LogLevel;
} = {}): Promise<World> {
  const clock = settableClock(WORLD_STARTS_AT);
  return worldOn(await createTestDatabase(), clock, media, makeLog(logLevel), folderOfTest());
}

/** Made when the first key is drawn. */
const folderOfTest = () => path.join(os.tmpdir(), `mellom-sealed-${randomUUID()}`);

function worldOn(
  test: TestDatabase,
  clock: SettableClock,
  media: Media,
  log: Log,
  sealed: string,
): World {
  const rooms = new Map<string, Set<TestLine>>();
  const keys = makePassingKeys(sealed);
  const core = createCore({
    database: test.database,
    clock,
    log,
    subjectOf,
    media,
    keys,
    broadcast: {
      facts: (room, facts) => {
        for (const line of rooms.get(room) ?? []) line.heard.push(facts);
      },
      head: () => undefined,
      signal: (room, shown) => {
        for (const line of rooms.get(room) ?? []) line.shown.push(shown);
      },
    },
  });

  async function person({
    role = 'student',
    name = 'Kari Nordmann',
  }: {
    role?: Role;
    name?: string;
  } = {}): Promise<Somebody> {
    const personId = newId<'person'>();
    const signInId = newId<'sign-in'>();
    const givenName = name.split(' ')[0] ?? name;
    await test.database.execute(sql`
      with someone as (
        insert into person (id, email, display_name, given_name)
        values (${personId}, ${`${personId}@example.org`}, ${name}, ${givenName})
      ), held as (
        insert into role_held (person_id, role) values (${personId}, ${role})
      )
      insert into sign_in (id, person_id, token_hash, expires_at, created_at, updated_at, second_factor)
      values (${signInId}, ${personId}, ${signInId}, to_timestamp(${clock.now() / 1000 + 36_000}),
        to_timestamp(${clock.now() / 1000}), to_timestamp(${clock.now() / 1000}), true)`);
    return { personId: personId as PersonId, signInId: signInId as SignInId, displayName: name };
  }

  function line(by: Caller): TestLine {
    let cut = false;
    const joined = new Set<string>();
    const leaveAll = () => {
      for (const room of joined) rooms.get(room)?.delete(made);
    };
    const connection: Connection = {
      id: newId<'connection'>(),
      caller: by,
      join: (room) => {
        joined.add(room);
        rooms.set(room, (rooms.get(room) ?? new Set()).add(made));
      },
      leave: (room) => {
        joined.delete(room);
        rooms.get(room)?.delete(made);
      },
      sendFacts: (facts) => void made.heard.push(facts),
      sendClosed: (ended) => void made.closed.push(ended),
      cut: () => {
        cut = true;
        leaveAll();
      },
    };
    const made: TestLine = {
      connection,
      heard: [],
      shown: [],
      closed: [],
      wasCut: () => cut,
      subscribe: (channel, id, after = null) =>
        core.channels.subscribe(connection, { channel: channel.name, id, after }),
      letGo: (channel, id) => core.channels.unsubscribe(connection, { channel: channel.name, id }),
      drop: () => {
        leaveAll();
        core.channels.ended(connection, 'dropped');
      },
    };
    return made;
  }

  return {
    ...core,
    test,
    clock,
    keys,
    person,
    line,
    call: (by, command, input, callId = newId<'call'>()) =>
      core.dispatch.command(by, { callId: callId as never, name: command.name, input }) as never,
    ask: (by, query, input) => core.dispatch.query(by, { name: query.name, input }) as never,
    signal: (by, { name }, input) => core.signals.send(by, { name, input }),
    crash: async () => {
      core.channels.close();
      core.slices.session.stop();
      await core.slices.document.editing.stop();
      const next = worldOn(test, clock, media, log, sealed);
      await next.slices.session.recover();
      return next;
    },
    close: async () => {
      core.channels.close();
      core.slices.session.stop();
      await core.slices.document.editing.stop();
      await test.drop();
      await fs.rm(sealed, { recursive: true, force: true });
    },
  };
}
