import { type Accessor, createSignal } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { AnySignal, HeardOf, InputOf } from '#shared/wire/contract.ts';
import type { SignalReply } from '#shared/wire/socket-events.ts';
import { type Channels, makeChannels } from './channel-store.ts';
import { type Connection, makeConnection } from './connection.ts';
import { type DeviceStore, openDeviceStore } from './device-store.ts';
import type { Outbox, OutboxEntry } from './outbox.ts';
import { makeSender, type Send } from './send.ts';
import { LineLost, type Wire } from './wire.ts';

/** The one live line of a page, and everything that stands on it. */
export type Live = {
  readonly connection: Pick<Connection, 'state' | 'tryNow'>;
  readonly openChannel: Channels['open'];
  readonly send: Send;
  /** Shows something to those who listen, for a moment. Undefined: the line is gone, and nobody knows whether it was seen. */
  readonly signal: <S extends AnySignal>(
    signal: S,
    input: InputOf<S>,
  ) => Promise<SignalReply | undefined>;
  /** Calls back with what is shown on a channel, as far as this page listens to it. */
  readonly whenShown: <S extends AnySignal>(
    signal: S,
    channelId: string,
    listener: (what: HeardOf<S>) => void,
  ) => () => void;
  readonly outbox: Outbox;
  /** Calls that the server has not said ok to yet, in their order; a signal. */
  readonly unsent: Accessor<readonly OutboxEntry[]>;
  /** Wants a line for the person who is signed in, and takes up what they left unsent on this device. */
  readonly start: (me: PersonId) => void;
  /** Keeps a text that is not sent yet, on this device only; an empty one is forgotten. */
  readonly keepDraft: (name: string, text: string) => Promise<void>;
  /** The text that was kept under the name, or an empty one. */
  readonly keptDraft: (name: string) => Promise<string>;
  /** Those kept under names that begin so, by what follows in the name. */
  readonly keptDrafts: (prefix: string) => Promise<ReadonlyMap<string, string>>;
};

/** Puts the parts together on a wire. `openStore` says where one person's unsent things lie. */
export function makeLive(
  wire: Wire & Connection,
  openStore: (me: PersonId) => Promise<DeviceStore>,
): Live {
  const channels = makeChannels(wire);
  const { send, outbox, remember } = makeSender(wire, channels);
  const [unsent, setUnsent] = createSignal<readonly OutboxEntry[]>([]);
  outbox.whenChanged(() => setUnsent(outbox.entries()));
  let person: PersonId | undefined;
  let store: Promise<DeviceStore> | undefined;
  return {
    connection: wire,
    openChannel: channels.open,
    send,
    async signal({ name }, input) {
      try {
        return await wire.ask('signal', { name, input });
      } catch (error) {
        if (error instanceof LineLost) return undefined;
        throw error;
      }
    },
    whenShown: ({ name }, channelId, listener) =>
      wire.hear('signal', (shown) => {
        if (shown.name === name && shown.id === channelId) listener(shown.what as never);
      }),
    outbox,
    unsent,
    start(me) {
      if (person !== me) {
        person = me;
        store = openStore(me);
        store.then(remember);
      }
      wire.start();
    },
    async keepDraft(name, text) {
      const kept = await store;
      await (text === '' ? kept?.remove('drafts', name) : kept?.put('drafts', name, text));
    },
    async keptDraft(name) {
      const draft = (await (await store)?.all('drafts'))?.get(name);
      return typeof draft === 'string' ? draft : '';
    },
    async keptDrafts(prefix) {
      const drafts = [...((await (await store)?.all('drafts')) ?? [])];
      return new Map(
        drafts.flatMap(([name, text]) =>
          name.startsWith(prefix) && typeof text === 'string'
            ? [[name.slice(prefix.length), text]]
            : [],
        ),
      );
    },
  };
}

/** This page's own. It opens no line before `start`. */
export const live: Live = makeLive(makeConnection(), openDeviceStore);
