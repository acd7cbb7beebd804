import * as z from 'zod/mini';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { channel } from '#shared/wire/contract.ts';
import { chatFact } from '../chat/facts.ts';
import { evolveChat } from '../chat/rules.ts';
import { handFact } from '../hand-queue/facts.ts';
import { evolveHandQueue } from '../hand-queue/rules.ts';
import { groupFact } from './facts.ts';
import { type BreakoutRoom, breakoutRoom } from './model.ts';
import { evolveGroup } from './rules.ts';

const breakoutRoomFact = z.union([groupFact, chatFact, handFact]);
export type BreakoutRoomFact = z.infer<typeof breakoutRoomFact>;

/** A breakout's own, for those who are in it; its id is the breakout's. Who is there the session's channel tells. */
export const breakoutChannel = channel<BreakoutRoom, BreakoutRoomFact>({
  name: 'breakout',
  action: 'breakout/enter',
  unkept: ({ type }) => type === 'chat-erased',
  evolve: evolveBreakoutRoom,
  state: breakoutRoom,
  fact: breakoutRoomFact,
});

function evolveBreakoutRoom(room: BreakoutRoom, fact: BreakoutRoomFact): BreakoutRoom {
  switch (fact.type) {
    case 'help-called':
    case 'help-ended':
    case 'minute-asked':
    case 'minute-answered':
    case 'knocked':
    case 'knock-answered':
      return evolveGroup(room, fact);
    case 'message-posted':
    case 'message-edited':
    case 'message-deleted':
    case 'message-restored':
    case 'chat-erased':
    case 'message-hidden':
    case 'message-unhidden':
    case 'message-reacted':
      return { ...room, chat: evolveChat(room.chat, fact) };
    case 'hand-raised':
    case 'hand-lowered':
    case 'word-given':
    case 'word-ended':
    case 'queue-opened':
    case 'queue-closed':
      return { ...room, handQueue: evolveHandQueue(room.handQueue, fact) };
    default:
      return assertNever(fact);
  }
}
