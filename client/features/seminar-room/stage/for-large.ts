import type { PersonId } from '#shared/kernel/ids.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import type { ForLarge } from './large-one.ts';

/** What the room knows just now of who may stand large. */
export function forLarge(room: SeminarRoom): ForLarge {
  const { topics, room: session } = room.session;
  const others = room.tiles().slice(0, -1);
  // Nobody who has quietly stepped away stands large, as long as somebody else is here.
  const staying = others.filter((one) => !topics.pause.isPaused(one));
  return {
    others: staying.length > 0 ? staying : others,
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
