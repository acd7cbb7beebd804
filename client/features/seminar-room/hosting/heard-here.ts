import type { RoomFact } from '#shared/features/seminar-room/facts.ts';
import type { PersonId } from '#shared/kernel/ids.ts';

/**
 * Whether what a teacher did concerns the room that one is in. What is decided for all does not apply in a breakout, and to mute
 * everybody is to mute those in the teacher's own room.
 */
export function isHeardHere(
  fact: RoomFact,
  inBreakout: boolean,
  withMe: (personId: PersonId) => boolean,
): boolean {
  switch (fact.type) {
    case 'microphones-locked':
    case 'microphones-unlocked':
    case 'spotlight-set':
    case 'spotlight-cleared':
    case 'screen-allowed':
    case 'screen-withdrawn':
      return !inBreakout;
    case 'everyone-muted':
      return withMe(fact.by);
    default:
      return true;
  }
}
