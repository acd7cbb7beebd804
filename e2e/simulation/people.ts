import * as agenda from '#shared/features/session/agenda/commands.ts';
import * as chat from '#shared/features/session/chat/commands.ts';
import * as hands from '#shared/features/session/hand-queue/commands.ts';
import { choosePlace } from '#shared/features/session/roster/commands.ts';
import { PLACES } from '#shared/features/session/roster/model.ts';
import { actInGroupsAtRandom } from './people-in-groups.ts';
import type { Random } from './random.ts';
import type { Tab } from './tab.ts';

/** Does one thing that a person might do, by what this tab shows. `tag` is new for every call. */
export function actAtRandom(tab: Tab, teaches: boolean, random: Random, tag: string): void {
  const { sessionId, state, by } = tab;
  if (!state) return;
  if (random.chance(0.25)) {
    actInGroupsAtRandom(tab, teaches, random);
    return;
  }
  const anybody = random.pick(state.roster.entries).personId;
  const mine = state.chat.messages.filter((message) => message.by === by.personId);
  const dice = random.between(1, teaches ? 100 : 70);

  if (dice <= 30) {
    const replyTo = random.chance(0.3) ? state.chat.messages.at(-1)?.id : undefined;
    tab.send(chat.postMessage, { sessionId, text: tag, ...(replyTo ? { replyTo } : {}) }, tag);
  } else if (dice <= 38 && mine.length > 0) {
    tab.send(chat.editMessage, { sessionId, messageId: random.pick(mine).id, text: tag }, null);
  } else if (dice <= 42 && mine.length > 0) {
    tab.send(chat.deleteMessage, { sessionId, messageId: random.pick(mine).id }, null);
  } else if (dice <= 55) tab.send(hands.raiseHand, { sessionId }, null);
  else if (dice <= 60) tab.send(hands.lowerHand, { sessionId }, null);
  else if (dice <= 65) tab.send(hands.endWord, { sessionId }, null);
  else if (dice <= 70) tab.send(choosePlace, { sessionId, place: random.pick(PLACES) }, null);
  else if (dice <= 80) {
    const expected = state.handQueue.hands[0]?.personId ?? anybody;
    tab.send(hands.callNext, { sessionId, expected }, null);
  } else if (dice <= 84) tab.send(hands.giveWord, { sessionId, personId: anybody }, null);
  else if (dice <= 87) tab.send(hands.lowerHandOf, { sessionId, personId: anybody }, null);
  else if (dice <= 90) tab.send(hands.endWordOf, { sessionId, personId: anybody }, null);
  else if (dice <= 92) tab.send(hands.setQueueOpen, { sessionId, open: random.chance(0.6) }, null);
  else {
    const to = random.pick(state.agenda.items).id;
    tab.send(agenda.stepAgenda, { sessionId, from: state.agenda.currentId, to }, null);
  }
}
