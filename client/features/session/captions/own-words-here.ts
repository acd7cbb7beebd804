import { type Accessor, createEffect, on, onCleanup } from 'solid-js';
import type { BreakoutId } from '#shared/kernel/ids.ts';
import type { Room } from '../session-room.ts';
import type { OutgoingState } from './outgoing.ts';
import { makeOwnWords } from './own-words.ts';

/** A line may be on its way while one is moved: that it is refused is known to mean so when the move is heard of. */
const MOVE_HEARD_WITHIN_MS = 600;

/**
 * One's own words in the room where one is. Whoever goes elsewhere takes none of them along: what was not sent is dropped, and
 * the stretch that was being said is nobody's.
 */
export function createOwnWords(
  room: Room,
  where: Accessor<BreakoutId | undefined>,
  tell: (state: OutgoingState) => void,
) {
  let words: ReturnType<typeof makeOwnWords> | undefined;
  let last = -1;
  let across = -1;
  createEffect(
    on(where, (breakoutId) => {
      const mine = makeOwnWords(room, breakoutId, (state) => {
        if (state !== 'refused') tell(state);
        else setTimeout(() => words === mine && tell(state), MOVE_HEARD_WITHIN_MS);
      });
      words = mine;
      across = last;
      onCleanup(mine.stop);
    }),
  );
  return {
    hear(which: number, said: string, done: boolean): void {
      last = which;
      if (which !== across) words?.hear(which, said, done);
    },
  };
}
