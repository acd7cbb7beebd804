import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import type { AnyChannel } from '#shared/wire/contract.ts';
import type { Facts, Subscribed } from '#shared/wire/socket-events.ts';
import type { Clock } from '../platform/clock.ts';
import type { Can, SubjectOf } from '../platform/dispatch.ts';
import type { ChannelHandler, LineEnd, Slice } from '../platform/handler.ts';
import type { Log } from '../platform/log.ts';
import { isStorageOutage } from '../platform/storage-errors.ts';
import type { Heard } from '../platform/unit-of-work.ts';
import type { Database } from '../storage/database.ts';
import { makeSharedViews } from '../storage/shared-view.ts';
import { batchesFor, retells } from './channel-frames.ts';
import { makeGate } from './channel-gate.ts';
import { type Reading, read } from './channel-reading.ts';
import { makeRecheck } from './channel-recheck.ts';
import {
  audiencesOf,
  type Broadcast,
  type Connection,
  type LiveChannel,
  makeLiveChannels,
  roomOf,
} from './live-channels.ts';
import { toldToSeveral } from './plain-packets.ts';

/**
 * The shortest time between two frames to the same audience. Alone, a fact leaves at once; in a rush, those of
 * the same 50 ms share one frame: a write to a socket costs what a whole call costs, so this is what lets 300 people's
 * browsers and our own cores keep up. Nobody sees 50 ms.
 */
const FLUSH_PACE_MS = 50;
const HEAD_EVERY_MS = 5_000;
/** Of each channel; those who lost the network together have the same revision, and come back within a few. */
const CATCH_UPS_KEPT = 8;

const subscribeShape = z.object({
  channel: z.string().check(z.maxLength(40)),
  id: id<'channel'>(),
  after: z.nullable(z.int().check(z.minimum(0))),
});
const unsubscribeShape = z.object({
  channel: z.string().check(z.maxLength(40)),
  id: id<'channel'>(),
});

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
  const live = makeLiveChannels();
  const gate = makeGate(parts);
  const readInView = makeSharedViews(parts.database);
  const heads = setInterval(sendHeads, HEAD_EVERY_MS);
  /** A subscription under way is in nobody's list yet: it looks here for what it missed meanwhile. */
  const over = new WeakSet<Connection>();
  const rechecks = new WeakMap<Connection, number>();

  /** Takes a committed revision on its way to the listeners. Never throws. */
  function hear(heard: Heard): void {
    const at = live.find(heard.channel.name, heard.id);
    if (!at) return;
    at.head = Math.max(at.head ?? 0, heard.revision);
    at.line.hear(heard);
    scheduleFlush(at);
  }

  function scheduleFlush(at: LiveChannel): void {
    if (at.flush || !at.line.isWaiting()) return;
    const wait = at.flushedAt + FLUSH_PACE_MS - performance.now();
    at.flush = wait <= 0 ? setImmediate(flush, at) : setTimeout(flush, wait, at);
  }

  function flush(at: LiveChannel): void {
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

  function framed(at: LiveChannel, heard: readonly Heard[], audience: string): Facts {
    return {
      channel: at.handler.contract.name,
      id: at.id,
      revisions: batchesFor(at.handler, heard, audience),
    };
  }

  function sendHeads(): void {
    for (const at of live.all()) {
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

    const at = live.open(handler, channelId);
    const recheckedBefore = rechecks.get(connection);
    at.opening++;
    try {
      const opened = await readInView(async (tx) => {
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
      at.listeners.set(connection.id, { connection, subject, audience });
      connection.join(roomOf(at, audience));
      if (!before) handler.lineOpened?.({ connectionId: connection.id, subject, channelId });
      const { revision, snapshot } = reading;
      if (snapshot === null) return catchUp(at, reading, later, audience);
      if (later.length > 0) connection.sendFacts(framed(at, later, audience));
      return { ok: true, revision, snapshot };
    } catch (error) {
      if (!isStorageOutage(error))
        parts.log.error({ channel: handler.contract.name, err: error }, 'subscribing failed');
      return { ok: false, refusal: 'try-again' };
    } finally {
      at.opening--;
      live.forgetIfSilent(at);
    }
  }

  /** Whether all that came after is in memory, and none of it takes back what is told with it. */
  function isRemembered(at: LiveChannel, after: number): boolean {
    const missed = at.line.since(after);
    return missed !== null && !missed.some((heard) => retells(at.handler, heard));
  }

  /** What was committed after the reading, as far as we have heard. Null: no longer known. */
  function heardAfter(at: LiveChannel, { revision, missed }: Reading): readonly Heard[] | null {
    at.line.startAt(revision, missed);
    at.head = Math.max(at.head ?? 0, revision);
    scheduleFlush(at);
    return revision > at.line.through() ? [] : at.line.since(revision);
  }

  function catchUp(
    at: LiveChannel,
    { revision: from, missed }: Reading,
    later: readonly Heard[],
    audience: string,
  ): Subscribed {
    const revision = from + later.length;
    const tell = (): Subscribed => {
      const revisions = batchesFor(at.handler, [...missed, ...later], audience);
      return { ok: true, revision, revisions };
    };
    // What the database was asked for is one listener's own.
    if (missed.length > 0) return tell();
    const key = `${from} ${revision} ${audience}`;
    const known = at.caughtUp.get(key);
    if (known) return known;
    if (at.caughtUp.size >= CATCH_UPS_KEPT) at.caughtUp.clear();
    const fresh = toldToSeveral(tell());
    at.caughtUp.set(key, fresh);
    return fresh;
  }

  function unsubscribe(connection: Connection, ask: unknown): void {
    const parsed = unsubscribeShape.safeParse(ask);
    const at = parsed.success ? live.find(parsed.data.channel, parsed.data.id) : undefined;
    if (at) letGo(connection, at, 'let-go');
  }

  function letGo({ id: connectionId }: Connection, at: LiveChannel, how: LineEnd): void {
    const subscription = at.listeners.get(connectionId);
    if (!subscription) return;
    at.listeners.delete(connectionId);
    subscription.connection.leave(roomOf(at, subscription.audience));
    at.handler.lineEnded?.({ connectionId, subject: subscription.subject, channelId: at.id }, how);
    live.forgetIfSilent(at);
  }

  /** All of a connection's lines end; the socket is already gone, or about to be. */
  function ended(connection: Connection, how: LineEnd): void {
    over.add(connection);
    for (const at of live.heardBy(connection.id)) letGo(connection, at, how);
  }

  const askAgain = makeRecheck({ ...parts, readInView, gate, live, end: ended, letGo });

  function recheck(connection: Connection): Promise<void> {
    rechecks.set(connection, (rechecks.get(connection) ?? 0) + 1);
    return askAgain(connection);
  }

  /** Shows something to those who listen just now, once: each audience what `as` gives it. */
  function show(
    channel: AnyChannel,
    channelId: string,
    name: string,
    as: (audience: string) => unknown,
  ): void {
    const at = live.find(channel.name, channelId);
    if (!at) return;
    for (const audience of audiencesOf(at)) {
      const what = as(audience);
      if (what === null) continue;
      const shown = { channel: channel.name, id: channelId, name, what };
      parts.broadcast.signal(roomOf(at, audience), shown);
    }
  }

  function close(): void {
    clearInterval(heads);
    for (const at of live.all()) {
      at.listeners.clear();
      at.opening = 0;
      live.forgetIfSilent(at);
    }
  }

  return { hear, show, subscribe, unsubscribe, ended, recheck, close };
}
