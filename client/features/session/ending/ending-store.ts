import { endSession, undoEnding } from '#shared/features/session/ending/commands.ts';
import { useWords } from '../../../platform/language.ts';
import type { Room } from '../session-room.ts';
import { words } from './words.ts';

export type EndingStore = ReturnType<typeof createEnding>;

/** Whether the session is being ended for everybody. Only the server's clock ends it. */
export function createEnding(room: Room) {
  const t = useWords(words);
  const { sessionId } = room;
  const refusals = () => t().refusals;
  return {
    /** Whether it goes on: it is neither ended nor about to be. */
    goesOn: () => (room.session()?.ending.status ?? 'none') === 'none',
    /** The teacher who ended it, while it can be taken back. */
    begunBy: () => {
      const ending = room.session()?.ending;
      return ending?.status === 'begun' ? ending.by : undefined;
    },
    /** When it ends, by the server's clock. */
    endsAt: () => {
      const ending = room.session()?.ending;
      return ending?.status === 'begun' ? ending.endsAt : undefined;
    },
    begin: () => room.attempt(endSession, { sessionId }, refusals),
    undo: () => room.attempt(undoEnding, { sessionId }, refusals),
  };
}
