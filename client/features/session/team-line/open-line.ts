import { type Accessor, createEffect, createSignal, onCleanup, untrack } from 'solid-js';
import type { AnyChannel } from '#shared/wire/contract.ts';
import type { OpenChannel } from '../../../platform/channel-store.ts';
import type { Room } from '../session-room.ts';

/**
 * Opens a channel beside the session's own as soon as there is an id for it, and lets it go when Solid cleans up. What was
 * heard is wiped when the sign-in ends.
 */
export function openLine<C extends AnyChannel>(
  room: Room,
  contract: C,
  id: Accessor<string | undefined>,
): Accessor<OpenChannel<C> | undefined> {
  const [channel, setChannel] = createSignal<OpenChannel<C>>();
  createEffect(() => {
    const known = id();
    if (known && !untrack(channel)) setChannel(() => room.live.openChannel(contract, known));
  });
  createEffect(() => {
    if (room.state().status === 'signed-out') channel()?.forget();
  });
  onCleanup(() => void untrack(channel)?.letGo());
  return channel;
}
