import { createMemo } from 'solid-js';
import { closeChat, lockSession } from '#shared/features/session/order/commands.ts';
import { NOTHING_CLOSED } from '#shared/features/session/order/model.ts';
import { isSilent } from '#shared/features/session/order/rules.ts';
import { useWords } from '../../../platform/language.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import type { Room } from '../session-room.ts';
import { words } from './words.ts';

export type OrderStore = ReturnType<typeof createOrder>;

/** What is closed of a chat. */
export type ChatOrder = Pick<OrderStore, 'chatClosed' | 'silent'>;

/** A group's own chat is closed by nobody: what teachers close is what is said to all. */
export const NEVER_CLOSED: ChatOrder = { chatClosed: () => false, silent: () => false };

/** What teachers have closed for a while: the door to whoever is new, and the chat to all but themselves. */
export function createOrder(room: Room, roster: RosterStore) {
  const t = useWords(words);
  const { sessionId } = room;
  const refusals = () => t().refusals;
  const order = createMemo(() => room.session()?.order ?? NOTHING_CLOSED);
  return {
    locked: () => order().locked,
    chatClosed: () => order().chatClosed,
    /** Whether one can say nothing new in the chat oneself just now. */
    silent: createMemo(() => isSilent(order(), roster.mine()?.part ?? 'student')),
    async lock(locked: boolean): Promise<void> {
      if (await room.attempt(lockSession, { sessionId, locked }, refusals))
        room.say(locked ? t().done.locked : t().done.unlocked);
    },
    async closeChat(closed: boolean): Promise<void> {
      if (await room.attempt(closeChat, { sessionId, closed }, refusals))
        room.say(closed ? t().done.chatClosed : t().done.chatOpened);
    },
  };
}
