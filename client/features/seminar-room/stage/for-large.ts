import type { PersonId } from '#shared/kernel/ids.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import type { ForLarge } from './large-one.ts';

/** What the room knows just now of who may stand large. */
export function forLarge(room: SeminarRoom): ForLarge {
  const { topics, room: session } = room.session;
  return {
    others: room.tiles().slice(0, -1),
    me: session.me,
    pinned: room.pinned(),
    spotlit: room.controls().spotlightId,
    wordHolder: topics.handQueue.wordHolder() ?? null,
    speaker: room.speaker(),
    lead: topics.roster.leadId(),
  };
}

/** Whoever should be seen even where there is room for few: pinned, lifted forward, with the word, speaking. */
export function whoMatters(room: SeminarRoom): readonly PersonId[] {
  const { pinned, spotlit, wordHolder, speaker } = forLarge(room);
  return [pinned, spotlit, wordHolder, speaker].filter((one) => one !== null);
}
