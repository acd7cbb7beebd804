import type { ConnectionId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Facts, Head, Shown, Subscribed } from '#shared/wire/socket-events.ts';
import type { Caller } from '../platform/dispatch.ts';
import type { ChannelHandler } from '../platform/handler.ts';
import { makeRevisionLine, type RevisionLine } from './revision-line.ts';

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
  signal(room: string, shown: Shown): void;
};

export type Subscription = {
  readonly connection: Connection;
  readonly audience: string;
  subject: Subject;
};

/** A channel that somebody on this server listens to. */
export type LiveChannel = {
  readonly handler: ChannelHandler;
  readonly id: string;
  readonly listeners: Map<ConnectionId, Subscription>;
  readonly line: RevisionLine;
  /** How many are about to listen; what is committed meanwhile waits in the line for them too. */
  opening: number;
  /** The newest revision that we know of. */
  head: number | null;
  /** What those who came back were told of late, by what they had and what they may hear: many come at once. */
  readonly caughtUp: Map<string, Subscribed>;
  flushedAt: number;
  flush: NodeJS.Timeout | NodeJS.Immediate | null;
};

export type LiveChannels = ReturnType<typeof makeLiveChannels>;

/** Which channels are listened to on this server. One is here from the first question about it until the last listener. */
export function makeLiveChannels() {
  const live = new Map<string, LiveChannel>();

  return {
    find: (channel: string, channelId: string) => live.get(keyOf(channel, channelId)),
    all: (): readonly LiveChannel[] => [...live.values()],
    heardBy: (connectionId: ConnectionId): readonly LiveChannel[] =>
      [...live.values()].filter(({ listeners }) => listeners.has(connectionId)),

    open(handler: ChannelHandler, channelId: string): LiveChannel {
      const key = keyOf(handler.contract.name, channelId);
      const known = live.get(key);
      if (known) return known;
      const fresh: LiveChannel = {
        handler,
        id: channelId,
        listeners: new Map(),
        line: makeRevisionLine(),
        opening: 0,
        head: null,
        caughtUp: new Map(),
        flushedAt: 0,
        flush: null,
      };
      live.set(key, fresh);
      return fresh;
    },

    forgetIfSilent(at: LiveChannel): void {
      if (at.listeners.size > 0 || at.opening > 0) return;
      clearTimeout(at.flush as NodeJS.Timeout);
      clearImmediate(at.flush as NodeJS.Immediate);
      live.delete(keyOf(at.handler.contract.name, at.id));
    },
  };
}

export function audiencesOf(at: LiveChannel): Set<string> {
  return new Set([...at.listeners.values()].map((subscription) => subscription.audience));
}

export function roomOf(at: LiveChannel, audience: string): string {
  return `${at.handler.contract.name} ${at.id} ${audience}`;
}

function keyOf(channel: string, channelId: string): string {
  return `${channel} ${channelId}`;
}
