import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import * as commands from '#shared/features/session/chat/commands.ts';
import type { ChatMessage } from '#shared/features/session/chat/model.ts';
import type { MessageChange } from '#shared/features/session/chat/rules.ts';
import * as rules from '#shared/features/session/chat/rules.ts';
import { isSilent } from '#shared/features/session/order/rules.ts';
import { partOf } from '#shared/features/session/roster/policy.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { MessageId, SessionId } from '#shared/kernel/ids.ts';
import {
  answer,
  type Calling,
  handle,
  type Load,
  type Publish,
} from '../../../platform/handler.ts';
import { newId } from '../../../platform/new-id.ts';
import { sitsIn } from '../breakout/repository.ts';
import { type AtSeat, lockAtSeat, lockLive } from '../live-session.ts';
import { noteAct } from '../moderation/log.ts';
import { orderOf } from '../order/repository.ts';
import { isOver, loadSession } from '../planned.ts';
import { type ChatPlace, tellIn } from './place.ts';
import {
  addMessage,
  fingerprintOf,
  hiddenTextOf,
  lockMessage,
  messageOf,
  placeOfMessage,
  reactionOf,
  saveMessage,
  saveReaction,
  type WordsAside,
} from './repository.ts';
import { fingerprintOfWords } from './words-fingerprint.ts';

export const postMessage = handle(
  commands.postMessage,
  loadSession,
  async (call) => {
    const { input, object, subject, now, tx, publish } = call;
    if (isOver(object, now)) return refuse('session-over');
    const at = await lockAtSeat(tx, object.sessionId, subject.personId);
    if (!at) return refuse('not-joined');
    const { text, lang = null, replyTo = null, breakoutId = null } = input;
    if (breakoutId !== null && at.breakoutId !== breakoutId) return refuse('not-inside');
    // What teachers close is what is said to all: a group goes on talking.
    if (breakoutId === null && mayOnlyRead(call, object, at)) return refuse('chat-closed');

    const place: ChatPlace = { sessionId: object.sessionId, breakoutId };
    const repliesTo = replyTo && (await messageOf(tx, place, replyTo));
    const draft = { id: newId<'message'>(), by: subject.personId, byName: at.seat.displayName };
    const decision = rules.postMessage({ ...draft, text, lang, replyTo }, repliesTo, now);
    if (!decision.ok) return decision;

    for (const fact of decision.facts) await addMessage(tx, place, fact.message);
    tellIn(publish, place, decision.facts);
    return answer({ messageId: draft.id, at: now });
  },
  { gateAhead: true },
);

export const editMessage = handle(commands.editMessage, loadWritten, async (call) => {
  const { input, object, subject, now, tx } = call;
  const at = await lockAtSeat(tx, object.standing.sessionId, subject.personId);
  if (!at) return refuse('not-joined');
  if (isElsewhere(call, at)) return refuse('not-inside');
  if (isClosedTo(call, at)) return refuse('chat-closed');

  const decision = rules.editMessage(object.message, input.text, now);
  if (!decision.ok) return decision;
  await keep(call, decision.facts);
  return answer({});
});

export const deleteMessage = handle(commands.deleteMessage, loadWritten, async (call) => {
  const { input, object, subject, now, tx } = call;
  const at = await lockAtSeat(tx, object.standing.sessionId, subject.personId);
  if (!at) return refuse('not-joined');

  const { facts } = rules.deleteMessage(object.message, now);
  const { text, hiddenAt } = object.message;
  const fingerprint = hiddenAt === null ? fingerprintOfWords(text, input.undoKey) : null;
  await keep(call, facts, { fingerprint });
  return answer({});
});

export const restoreMessage = handle(commands.restoreMessage, loadWritten, async (call) => {
  const { input, object, subject, now, tx } = call;
  const at = await lockAtSeat(tx, object.standing.sessionId, subject.personId);
  if (!at) return refuse('not-joined');
  if (isElsewhere(call, at)) return refuse('not-inside');

  const { text, undoKey } = input;
  const known = await fingerprintOf(tx, object.message.id);
  const same = known !== null && known === fingerprintOfWords(text, undoKey);
  // A slip is undone also then; other words would be new ones.
  if (!same && isClosedTo(call, at)) return refuse('chat-closed');
  const decision = rules.restoreMessage(object.message, { text, same }, now);
  if (!decision.ok) return decision;
  await keep(call, decision.facts);
  return answer({});
});

export const reactToMessage = handle(commands.reactToMessage, loadWritten, async (call) => {
  const { input, object, subject, now, tx, publish } = call;
  const { standing, message } = object;
  if (isOver(standing, now)) return refuse('session-over');
  const by = subject.personId;
  const at = await lockAtSeat(tx, standing.sessionId, by);
  if (!at) return refuse('not-joined');
  if (isElsewhere(call, at)) return refuse('not-inside');
  // Taking one's own back is like deleting one's own words.
  if (input.reaction !== null && isClosedTo(call, at)) return refuse('chat-closed');

  const own = await reactionOf(tx, message.id, by);
  const decision = rules.reactToMessage({ ...message, own }, by, input.reaction);
  if (!decision.ok) return decision;
  for (const fact of decision.facts) await saveReaction(tx, fact);
  tellIn(publish, object.place, decision.facts);
  return answer({});
});

export const hideMessage = handle(commands.hideMessage, loadWritten, async (call) => {
  const { object, now, tx } = call;
  await lockLive(tx, object.standing.sessionId);
  const decision = rules.hideMessage(object.message, now);
  if (!decision.ok) return decision;
  await keep(call, decision.facts, { hiddenText: object.message.text });
  if (decision.facts.length > 0) await noteHiding(call, 'message-hidden');
  return answer({});
});

export const unhideMessage = handle(commands.unhideMessage, loadWritten, async (call) => {
  const { object, tx } = call;
  await lockLive(tx, object.standing.sessionId);
  const text = await hiddenTextOf(tx, object.message.id);
  const decision = rules.unhideMessage(object.message, text);
  if (!decision.ok) return decision;
  await keep(call, decision.facts);
  if (decision.facts.length > 0) await noteHiding(call, 'message-unhidden');
  return answer({});
});

/** A group hears nothing new from whoever has left it, also in words that stand there. */
function isElsewhere({ object: { place } }: Calling<unknown, Written>, at: AtSeat): boolean {
  return place.breakoutId !== null && at.breakoutId !== place.breakoutId;
}

/** Closed is what is said to all; a group goes on talking. */
function isClosedTo(call: Calling<unknown, Written>, at: AtSeat): boolean {
  const { place, standing } = call.object;
  return place.breakoutId === null && mayOnlyRead(call, standing, at);
}

/** What somebody is just now counts, and not what they were when they sat down. */
function mayOnlyRead(
  { subject, now }: Pick<Calling<unknown, unknown>, 'subject' | 'now'>,
  standing: SessionStanding,
  { live }: AtSeat,
): boolean {
  const part = partOf(subject, standing, now);
  return part !== null && isSilent(orderOf(live), part);
}

function noteHiding(
  { tx, object, subject, now }: Calling<unknown, Written>,
  act: 'message-hidden' | 'message-unhidden',
): Promise<void> {
  const { standing, message } = object;
  const { sessionId } = standing;
  return noteAct(tx, { sessionId, act, by: subject.personId, about: message.by, at: now });
}

type Written = {
  readonly standing: SessionStanding;
  readonly message: ChatMessage;
  readonly place: ChatPlace;
};
type Ask = { readonly sessionId: SessionId; readonly messageId: MessageId };

/** A message, locked, with what the caller is to the session it was said in. A group's is for those inside, and its writer. */
async function loadWritten(ask: Parameters<Load<Ask, Written>>[0]): Promise<Written | null> {
  const standing = await loadSession(ask);
  if (!standing) return null;
  const { tx, input, subject } = ask;
  const place = await placeOfMessage(tx, standing.sessionId, input.messageId);
  const message = place && (await lockMessage(tx, standing.sessionId, input.messageId));
  if (!place || !message) return null;
  const { breakoutId } = place;
  const reads =
    breakoutId === null ||
    message.by === subject.personId ||
    (await sitsIn(tx, breakoutId, subject.personId));
  return reads ? { standing, message, place } : null;
}

async function keep(
  { tx, object, publish }: Calling<unknown, Written> & { readonly publish: Publish },
  changes: readonly MessageChange[],
  aside: WordsAside = {},
): Promise<void> {
  for (const change of changes) {
    const changed = rules.changeMessage(object.message, change);
    await saveMessage(tx, object.place, changed, aside);
  }
  tellIn(publish, object.place, changes);
}
