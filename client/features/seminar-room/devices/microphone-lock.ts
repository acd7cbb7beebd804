import { useWords } from '../../../platform/language.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { words } from './words.ts';

/** Whether a teacher's lock holds one's own microphone; whoever presses it then is told why, and what to do instead. */
export function createMicrophoneLock(room: SeminarRoom) {
  const t = useWords(words);
  const { session } = room;
  return {
    locked: () => room.controls().microphonesLocked && !session.topics.roster.steers(),
    sayWhy: () => session.room.say(t().lockedHint),
  };
}
