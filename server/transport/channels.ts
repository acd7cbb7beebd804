import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Refused } from '#shared/kernel/decision.ts';
import { type ConnectionId, id } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { FactBatch, Facts, Head, Subscribed } from '#shared/wire/socket-events.ts';
import type { Clock } from '../platform/clock.ts';
import type { Caller, Can, SubjectOf } from '../platform/dispatch.ts';
import type { ChannelHandler, LineEnd, Slice } from '../platform/handler.ts';
import type { Log } from '../platform/log.ts';
import { isStorageOutage } from '../platform/storage-errors.ts';
import type { Heard } from '../platform/unit-of-work.ts';
import type { Database, Tx } from '../storage/database.ts';
import { inTransaction } from '../storage/transaction.ts';
import { CATCH_UP_REVISIONS, makeRevisionLine, type RevisionLine } from './revision-line.ts';

/** One socket, as the channels see it. */
export type Connection = {
  readonly id: ConnectionId;
  readonly caller: Caller;
  /** Hears what is broadcast to the room from now on. */
  join(room: string): void;
  leave(room: string): void;
  sendFacts(facts: Facts): void;
  sendClosed(ended: { channel: string; id: string }): void;
  /** Cuts the line: the sign-in is gone, or the person is suspended. */
  cut(): void;
};

export type Broadcast = {
  facts(room: string, facts: Facts): void;
  head(room: string, head: Head): void;
};

/**
 * The shortest time between two frames to the same audience. Alone, a fact leaves at once; in a rush, those of
 * the same 50 ms share one frame: a write to a socket costs what a whole call costs, so this is what lets 300 people's
 * browsers and our own cores keep up. Nobody sees 50 ms.
 */
const FLUSH_PACE_MS = 50;
const HEAD_EVERY_MS = 5_000;

const subscribeShape = z.object({
  channel: z.string().check(z.maxLength(40)),
  id: id<'channel'>(),
  after: z.nullable(z.int().check(z.minimum(0))),
});
const unsubscribeShape = z.object({
  channel: z.string().check(z.maxLength(40)),
  id: id<'channel'>(),
});

type Subscription = {
  readonly connection: Connection;
  readonly handler: ChannelHandler;
  readonly channelId: string;
  readonly audience: string;
  subject: Subject;
};

/** A channel that somebody on this server listens to. */
type Live = {
  readonly handler: ChannelHandler;
  readonly id: string;
  readonly listeners: Map<ConnectionId, Subscription>;
  readonly line: RevisionLine;
  /** How many are about to listen; what is committed meanwhile waits in the line for them too. */
  opening: number;
  /** The newest revision that we know of. */
  head: number | null;
  flushedAt: number;
  flush: NodeJS.Timeout | NodeJS.Immediate | null;
};

export type Channels = ReturnType<typeof createChannels>;

/**
 * Who listens to which channel, and what they hear. Facts arrive after their commit, by revision; each audience of a
 * channel gets one encoded frame per flush, however many listen.
 */
export function createChannels(parts: {
  readonly slices: readonly Slice[];
  readonly database: Database;
  readonly clock: Clock;
  readonly can: Can;
  readonly subjectOf: SubjectOf;
  readonly broadcast: Broadcast;
  readonly log: Log;
}) {
  const handlers = new Map<string, ChannelHandler>(
    parts.slices.flatMap((slice) =>
      slice.channels.map((channel) => [channel.contract.name, channel]),
    ),
  );
  const live = new Map<string, Live>();
  const heads = setInterval(sendHeads, HEAD_EVERY_MS);
  /** A subscription under way is in nobody's list yet: it looks here for what it missed meanwhile. */
  const over = new WeakSet<Connection>();
  const rechecks = new WeakMap<Connection, number>();

  /** Takes a committed revision on its way to the listeners. Never throws. */
  function hear(heard: Heard): void {
    const at = live.get(keyOf(heard.channel.name, heard.id));
    if (!at) return;
    at.head = Math.max(at.head ?? 0, heard.revision);
    at.line.hear(heard);
    scheduleFlush(at);
  }

  function scheduleFlush(at: Live): void {
    if (at.flush || !at.line.isWaiting()) return;
    const wait = at.flushedAt + FLUSH_PACE_MS - performance.now();
    at.flush = wait <= 0 ? setImmediate(flush, at) : setTimeout(flush, wait, at);
  }

  function flush(at: Live): void {
    at.flush = null;
    at.flushedAt = performance.now();
    const ready = at.line.takeReady(at.flushedAt);
    if (ready.length > 0) {
      for (const audience of audiencesOf(at)) {
        parts.broadcast.facts(roomOf(at, audience), framed(at, ready, audience));
      }
    }
    scheduleFlush(at);
  }

  function framed(at: Live, heard: readonly Heard[], audience: string): Facts {
    return {
      channel: at.handler.contract.name,
      id: at.id,
      revisions: batchesFor(at.handler, heard, audience),
    };
  }

  function sendHeads(): void {
    for (const at of live.values()) {
      if (at.head === null) continue;
      const head = { channel: at.handler.contract.name, id: at.id, revision: at.head };
      for (const audience of audiencesOf(at)) parts.broadcast.head(roomOf(at, audience), head);
    }
  }

  async function subscribe(connection: Connection, ask: unknown): Promise<Subscribed> {
    const parsed = subscribeShape.safeParse(ask);
    const handler = parsed.success ? handlers.get(parsed.data.channel) : undefined;
    if (!parsed.success || !handler) return { ok: false, refusal: 'not-found' };
    const { id: channelId, after } = parsed.data;

    const at = liveAt(handler, channelId);
    const recheckedBefore = rechecks.get(connection);
    at.opening++;
    try {
      const opened = await inTransaction(parts.database, 'view', async (tx) => {
        const passed = await gate(tx, handler, connection.caller, channelId);
        if (!passed.ok) return passed;
        const reading =
          after !== null && isRemembered(at, after)
            ? { revision: after, missed: [], snapshot: null }
            : await read(tx, handler, channelId, after, passed);
        return { ...passed, reading };
      });
      if (!opened.ok) {
        if (opened.refusal !== 'signed-out') return { ok: false, refusal: opened.refusal };
        connection.cut();
        return { ok: false, refusal: 'not-found' };
      }

      if (over.has(connection)) return { ok: false, refusal: 'not-found' };
      // Rights have changed since the gate read them.
      if (rechecks.get(connection) !== recheckedBefore) return await subscribe(connection, ask);

      // From here to the end nothing waits, so no revision can fall between the reading and the hearing.
      const { subject, audience, reading } = opened;
      const later = heardAfter(at, reading);
      // Too much has happened since to be remembered.
      if (later === null) return await subscribe(connection, ask);
      const before = at.listeners.has(connection.id);
      at.listeners.set(connection.id, { connection, handler, channelId, subject, audience });
      connection.join(roomOf(at, audience));
      if (!before) handler.lineOpened?.({ connectionId: connection.id, subject, channelId });
      const { revision, snapshot } = reading;
      if (snapshot === null) {
        const revisions = batchesFor(handler, [...reading.missed, ...later], audience);
        return { ok: true, revision: revision + later.length, revisions };
      }
      if (later.length > 0) connection.sendFacts(framed(at, later, audience));
      return { ok: true, revision, snapshot };
    } catch (error) {
      if (!isStorageOutage(error))
        parts.log.error({ channel: handler.contract.name, err: error }, 'subscribing failed');
      return { ok: false, refusal: 'try-again' };
    } finally {
      at.opening--;
      forgetIfSilent(at);
    }
  }

  /** Whether all that came after is in memory, and none of it takes back what is told with it. */
  function isRemembered(at: Live, after: number): boolean {
    const missed = at.line.since(after);
    return missed !== null && !missed.some((heard) => retells(at.handler, heard));
  }

  /** What was committed after the reading, as far as we have heard. Null: no longer known. */
  function heardAfter(at: Live, { revision, missed }: Reading): readonly Heard[] | null {
    at.line.startAt(revision, missed);
    at.head = Math.max(at.head ?? 0, revision);
    scheduleFlush(at);
    return revision > at.line.through() ? [] : at.line.since(revision);
  }

  async function gate(
    tx: Tx,
    handler: ChannelHandler,
    caller: Caller,
    channelId: string,
  ): Promise<
    | { ok: true; subject: Subject; object: unknown; audience: string }
    | Refused<'signed-out' | 'not-found' | 'not-joined'>
  > {
    const now = parts.clock.now();
    const subject = await parts.subjectOf(tx, caller.personId, caller.signInId, now);
    if (!subject?.active) return { ok: false, refusal: 'signed-out' };
    const object = await handler.load({ tx, input: channelId, subject, now });
    if (object === null || !parts.can(subject, handler.contract.action, object, { now })) {
      return { ok: false, refusal: 'not-found' };
    }
    if (!(await handler.admits({ tx, input: channelId, subject, object, now }))) {
      return { ok: false, refusal: 'not-joined' };
    }
    return { ok: true, subject, object, audience: handler.audienceOf(subject, object, now) };
  }

  function unsubscribe(connection: Connection, ask: unknown): void {
    const parsed = unsubscribeShape.safeParse(ask);
    if (parsed.success) letGo(connection.id, keyOf(parsed.data.channel, parsed.data.id), 'let-go');
  }

  function letGo(connectionId: ConnectionId, key: string, how: LineEnd): void {
    const at = live.get(key);
    const subscription = at?.listeners.get(connectionId);
    if (!at || !subscription) return;
    at.listeners.delete(connectionId);
    subscription.connection.leave(roomOf(at, subscription.audience));
    subscription.handler.lineEnded?.(
      { connectionId, subject: subscription.subject, channelId: at.id },
      how,
    );
    forgetIfSilent(at);
  }

  /** All of a connection's lines end; the socket is already gone, or about to be. */
  function ended(connection: Connection, how: LineEnd): void {
    over.add(connection);
    for (const key of keysOf(connection.id)) letGo(connection.id, key, how);
  }

  /** Asks the policy again for every line of a connection, after the person's rights have changed. */
  async function recheck(connection: Connection): Promise<void> {
    rechecks.set(connection, (rechecks.get(connection) ?? 0) + 1);
    const subject = await inTransaction(parts.database, 'view', (tx) => {
      const { personId, signInId } = connection.caller;
      return parts.subjectOf(tx, personId, signInId, parts.clock.now());
    });
    if (!subject?.active) {
      // Who signs out of one device lets go of its line; other devices of theirs stay where they are.
      ended(connection, subject === null ? 'let-go' : 'revoked');
      connection.cut();
      return;
    }
    for (const key of keysOf(connection.id)) {
      const at = live.get(key);
      const subscription = at?.listeners.get(connection.id);
      if (!at || !subscription) continue;
      const passed = await inTransaction(parts.database, 'view', (tx) =>
        gate(tx, at.handler, connection.caller, at.id),
      );
      if (!passed.ok) {
        letGo(connection.id, key, 'revoked');
        connection.sendClosed({ channel: at.handler.contract.name, id: at.id });
      } else if (passed.audience !== subscription.audience) {
        // What the other audience heard is not this one's: the client starts anew.
        letGo(connection.id, key, 'dropped');
        connection.sendClosed({ channel: at.handler.contract.name, id: at.id });
      } else subscription.subject = passed.subject;
    }
  }

  function keysOf(connectionId: ConnectionId): string[] {
    return [...live].filter(([, at]) => at.listeners.has(connectionId)).map(([key]) => key);
  }

  function liveAt(handler: ChannelHandler, channelId: string): Live {
    const key = keyOf(handler.contract.name, channelId);
    const known = live.get(key);
    if (known) return known;
    const fresh: Live = {
      handler,
      id: channelId,
      listeners: new Map(),
      line: makeRevisionLine(),
      opening: 0,
      head: null,
      flushedAt: 0,
      flush: null,
    };
    live.set(key, fresh);
    return fresh;
  }

  function forgetIfSilent(at: Live): void {
    if (at.listeners.size > 0 || at.opening > 0) return;
    clearTimeout(at.flush as NodeJS.Timeout);
    clearImmediate(at.flush as NodeJS.Immediate);
    live.delete(keyOf(at.handler.contract.name, at.id));
  }

  function close(): void {
    clearInterval(heads);
    for (const at of live.values()) {
      at.listeners.clear();
      at.opening = 0;
      forgetIfSilent(at);
    }
  }

  return { hear, subscribe, unsubscribe, ended, recheck, close };
}

/** What was read for one listener: the state, or what came after the revision that the listener has. */
type Reading = {
  readonly revision: number;
  readonly missed: readonly Heard[];
  /** Null when `missed` is enough. */
  readonly snapshot: unknown;
};
/** Reads in the gate's own transaction. */
async function read(
  tx: Tx,
  handler: ChannelHandler,
  channelId: string,
  after: number | null,
  passed: { object: unknown; audience: string },
): Promise<Reading> {
  const { rows } = await tx.execute<{ revision: string }>(sql`
    select revision from channel_head where channel = ${handler.contract.name} and id = ${channelId}`);
  const revision = Number(rows[0]?.revision ?? 0);
  if (after !== null && after <= revision && revision - after <= CATCH_UP_REVISIONS) {
    const missed = await missedSince(tx, handler, channelId, after);
    // Facts are swept with the channel's life: with a hole in them only a snapshot is true.
    if (missed.length === revision - after) return { revision, missed, snapshot: null };
  }
  const snapshot = await handler.snapshot(tx, passed.object, passed.audience);
  return { revision, missed: [], snapshot };
}

async function missedSince(
  tx: Tx,
  { contract }: ChannelHandler,
  channelId: string,
  after: number,
): Promise<Heard[]> {
  const { rows } = await tx.execute<{ revision: string; facts: unknown[] }>(sql`
    select revision, facts from fact
    where channel = ${contract.name} and id = ${channelId} and revision > ${after}
    order by revision`);
  return rows.map(({ revision, facts }) => ({
    channel: contract,
    id: channelId,
    revision: Number(revision),
    facts,
  }));
}

function batchesFor(
  handler: ChannelHandler,
  heard: readonly Heard[],
  audience: string,
): FactBatch[] {
  return heard.map(({ revision, facts }) => ({
    revision,
    facts: heardBy(handler, facts, audience),
  }));
}

function retells(handler: ChannelHandler, { facts }: Heard): boolean {
  return facts.some((fact) => handler.retells?.(fact as never) ?? false);
}

function heardBy(handler: ChannelHandler, facts: readonly unknown[], audience: string): unknown[] {
  return facts
    .map((fact) => handler.hear(fact as never, audience) as unknown)
    .filter((fact) => fact !== null);
}

function audiencesOf(at: Live): Set<string> {
  return new Set([...at.listeners.values()].map((subscription) => subscription.audience));
}

function keyOf(channel: string, channelId: string): string {
  return `${channel} ${channelId}`;
}

function roomOf(at: Live, audience: string): string {
  return `${at.handler.contract.name} ${at.id} ${audience}`;
}
