import { createMemo } from 'solid-js';
import { roomOf } from '#shared/features/session/breakout/rules.ts';
import * as commands from '#shared/features/session/hand-queue/commands.ts';
import { EMPTY_QUEUE, type HandQueue } from '#shared/features/session/hand-queue/model.ts';
import { nextInLine, placeInQueue } from '#shared/features/session/hand-queue/rules.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { createFollowed } from '../../../platform/channel-store.ts';
import { useWords } from '../../../platform/language.ts';
import { createLate } from '../../../platform/late.ts';
import type { Room } from '../session-room.ts';
import { words } from './words.ts';

/** What one does with one's own hand and word. */
const OWN = [commands.raiseHand, commands.lowerHand, commands.endWord] as const;

/** A press that takes longer has to say so. */
const NOTICED_MS = 500;

export type HandQueueStore = ReturnType<typeof createHandQueue>;

/**
 * Who has the word, and who has asked for it, where one is. A press acts there too: the server knows where.
 * @param ofHere the queue of that place; the session's own, unless it is split
 */
export function createHandQueue(
  room: Room,
  ofHere: () => HandQueue | undefined = () => room.session()?.handQueue,
) {
  const { sessionId } = room;
  const t = useWords(words);
  const said = () => t().refusals;
  const queue: HandQueue = createFollowed(ofHere, EMPTY_QUEUE, 'personId');
  const wordHolder = createMemo(() => queue.word?.personId);
  /** Whoever stands in everybody's queue and is in a group is not called. */
  const elsewhere = () => {
    const split = room.session()?.breakouts ?? null;
    return roomOf(split, room.me) ? [] : (split?.rooms.flatMap(({ inside }) => inside) ?? []);
  };
  const next = createMemo(() =>
    nextInLine(queue, [
      ...(room.session()?.quietPauses ?? []).map(({ personId }) => personId),
      ...elsewhere(),
    ]),
  );
  const takesTime = createLate(() => room.sends(...OWN), NOTICED_MS);
  return {
    hands: () => queue.hands,
    open: () => queue.open,
    wordHolder,
    iHaveTheWord: () => wordHolder() === room.me,
    /** 1 is first in line; 0 is not in line. */
    placeOf: (personId: PersonId) => placeInQueue(queue, personId),
    myPlace: createMemo(() => placeInQueue(queue, room.me)),

    /** What one's own press waits for, when it is not through. */
    waits: () => room.waits(...OWN) ?? (takesTime() ? 'sending' : undefined),

    raiseHand: () => room.attempt(commands.raiseHand, { sessionId }, said),
    lowerHand: () => room.attempt(commands.lowerHand, { sessionId }, said),
    endWord: () => room.attempt(commands.endWord, { sessionId }, said),
    giveWord: (personId: PersonId) =>
      room.attempt(commands.giveWord, { sessionId, personId }, said),
    /** Who is called next: the first in line who is not on pause. */
    next,
    /** Gives the word to the one who is next on this screen. */
    callNext: async () => {
      const expected = next();
      if (expected) await room.attempt(commands.callNext, { sessionId, expected }, said);
    },
    lowerHandOf: (personId: PersonId) =>
      room.attempt(commands.lowerHandOf, { sessionId, personId }, said),
    takeWordBack: async () => {
      const personId = wordHolder();
      if (personId) await room.attempt(commands.endWordOf, { sessionId, personId }, said);
    },
    setOpen: (open: boolean) => room.attempt(commands.setQueueOpen, { sessionId, open }, said),
  };
}
