import { type CallId, uuidV7 } from '#shared/kernel/ids.ts';
import type {
  AnyCommand,
  InputOf,
  OutputOf,
  RefusalOf,
  UniversalRefusal,
} from '#shared/wire/contract.ts';
import type { Channels } from './channel-store.ts';
import type { DeviceStore } from './device-store.ts';
import { type CallKeeper, makeOutbox, type Outbox, type UnsentCall } from './outbox.ts';
import type { Wire } from './wire.ts';

/** What came of a call, when the screen already shows it. */
export type Outcome<C extends AnyCommand> =
  | { readonly ok: true; readonly value: OutputOf<C> }
  | {
      readonly ok: false;
      readonly refusal: RefusalOf<C> | UniversalRefusal;
      /** With `fault`: what a person can quote. */
      readonly incident?: string;
    };

export type SendOptions = {
  /** Calls of one lane keep their order, and wait while it is closed: one lane per session. */
  readonly lane?: string;
  /** False for what has no meaning after this page: joining. Everything else survives a reload. */
  readonly lasting?: boolean;
};

/**
 * Asks for a change. Resolves when the server has said ok or a final no, and never rejects: without a line it
 * waits, with the same call id over every reconnection, and says so in `outbox.entries()`.
 */
export type Send = <C extends AnyCommand>(
  command: C,
  input: InputOf<C>,
  options?: SendOptions,
) => Promise<Outcome<C>>;

export type Sender = {
  readonly send: Send;
  readonly outbox: Outbox;
  /** Takes up what this person left unsent on this device. */
  readonly remember: (store: DeviceStore) => Promise<void>;
};

export function makeSender(wire: Wire, channels: Channels): Sender {
  let store: DeviceStore | undefined;
  let lastOrder = 0;
  // Calls are kept one after the other: a "forget" must not overtake its "keep".
  let writing: Promise<unknown> = Promise.resolve();
  const write = (work: (store: DeviceStore) => Promise<void>) => {
    writing = writing.then(() => store && work(store)).catch(() => undefined);
  };
  const keeper: CallKeeper = {
    keep: (call) => write((to) => to.put('calls', call.callId, call)),
    forget: (callId) => write((from) => from.remove('calls', callId)),
  };
  const outbox = makeOutbox(wire, keeper);

  /** Never the same number twice, so that the order in which calls were made is never in doubt. */
  function nextOrder(): number {
    lastOrder = Math.max(Date.now(), lastOrder + 1);
    return lastOrder;
  }

  return {
    outbox,
    async remember(kept) {
      store = kept;
      const calls = [...(await kept.all('calls')).values()] as UnsentCall[];
      lastOrder = Math.max(lastOrder, ...calls.map((call) => call.order));
      outbox.adopt(calls);
    },
    async send(command, input, options = {}) {
      const order = nextOrder();
      const callId: CallId = uuidV7(order, crypto.getRandomValues(new Uint8Array(10)));
      const call: UnsentCall = {
        callId,
        name: command.name,
        input,
        lane: options.lane ?? null,
        order,
      };
      const reply = await outbox.add(call, { lasting: options.lasting ?? true });
      if (!reply.ok) return reply as never;
      await channels.reached(reply.revisions);
      return { ok: true, value: reply.value } as never;
    },
  };
}
