import type { PersonId } from '#shared/kernel/ids.ts';
import type { Part } from '../session/roster/model.ts';
import { type Controls, SOURCES, type Source } from './model.ts';

/**
 * What a person may send into the room just now, exactly: what is not listed is refused by the media server.
 * Teachers may send everything, and so may everybody in a breakout: what teachers have decided is for the room with all.
 * There, everybody else sends sound unless microphones are locked, picture always, and a screen when a teacher has
 * allowed it. Hearing and seeing is everybody's.
 */
export function sourcesOf(
  part: Part,
  personId: PersonId,
  room: Controls,
  inBreakout: boolean,
): readonly Source[] {
  if (part === 'teacher' || inBreakout) return SOURCES;
  const sound: Source[] = room.microphonesLocked ? [] : ['microphone'];
  const screen: Source[] = room.screenAllowed.includes(personId) ? ['screen', 'screen-audio'] : [];
  return [...sound, 'camera', ...screen];
}
