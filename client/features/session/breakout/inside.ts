import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import {
  type BreakoutRoomFact,
  breakoutChannel,
} from '#shared/features/session/breakout/channel.ts';
import type { BreakoutRoom } from '#shared/features/session/breakout/model.ts';
import type { BreakoutId } from '#shared/kernel/ids.ts';
import type { OpenChannel } from '../../../platform/channel-store.ts';
import type { Room } from '../session-room.ts';

/** Between two tries: the session knows that one is in there, and the room's own channel will soon. */
const ASK_AGAIN_MS = 1_000;

export type Inside = ReturnType<typeof createInside>;

/** The breakout that one is in, from within: its own channel, open as long as one is there. */
export function createInside(room: Room, id: Accessor<BreakoutId | undefined>) {
  type Entered = { readonly id: BreakoutId; readonly channel: OpenChannel<typeof breakoutChannel> };
  const [entered, setEntered] = createSignal<Entered>();
  const listeners = new Set<(fact: BreakoutRoomFact, of: BreakoutId) => void>();

  createEffect(
    on(id, (now) => {
      if (!now) return;
      const channel = room.live.openChannel(breakoutChannel, now);
      channel.whenFact((fact) => {
        for (const listener of listeners) listener(fact, now);
      });
      setEntered({ id: now, channel });
      onCleanup(() => {
        setEntered(undefined);
        void channel.letGo();
      });
    }),
  );
  // Closed for a while with a seat that was lost, or because this line heard of the move before that one.
  createEffect(() => {
    const channel = entered()?.channel;
    if (channel?.status().status !== 'closed' || room.state().status !== 'in-session') return;
    const timer = setTimeout(channel.reopen, ASK_AGAIN_MS);
    onCleanup(() => clearTimeout(timer));
  });

  return {
    id,
    state: createMemo((): BreakoutRoom | undefined => {
      const now = entered();
      // Not what was heard in the room before, for a moment.
      return now && now.id === id() ? now.channel.state() : undefined;
    }),
    /** Calls back with each fact from the room that one is in, when `state` already shows it. */
    whenFact(listener: (fact: BreakoutRoomFact, of: BreakoutId) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
