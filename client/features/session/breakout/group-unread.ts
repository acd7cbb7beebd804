import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { BreakoutStore } from './breakout-store.ts';

/** How many messages of others have come in the group that one is in since its chat was last seen. What was said before one came is no news. */
export function createGroupUnread(
  me: PersonId,
  { mineId, whenInside }: Pick<BreakoutStore, 'mineId' | 'whenInside'>,
  isSeen: Accessor<boolean>,
): Accessor<number> {
  const [unread, setUnread] = createSignal(0);
  createEffect(on([mineId, isSeen], () => setUnread(0)));
  const stop = whenInside((fact) => {
    if (fact.type === 'message-posted' && fact.message.by !== me && !isSeen())
      setUnread((before) => before + 1);
  });
  onCleanup(stop);
  return unread;
}
