import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import * as commands from '#shared/features/session/chat/commands.ts';
import type { ChatMessage } from '#shared/features/session/chat/model.ts';
import type { MessageChange } from '#shared/features/session/chat/rules.ts';
import * as rules from '#shared/features/session/chat/rules.ts';
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
import { lockAtSeat } from '../live-session.ts';
import { isOver, loadSession } from '../planned.ts';
import { addMessage, fingerprintOf, lockMessage, messageOf, saveMessage } from './repository.ts';
import { fingerprintOfWords } from './words-fingerprint.ts';

export const postMessage = handle(commands.postMessage, loadSession, async (call) => {
  const { input, object, subject, now, tx, publish } = call;
  if (isOver(object, now)) return refuse('session-over');
  const at = await lockAtSeat(tx, object.sessionId, subject.personId);
  if (!at) return refuse('not-joined');

  const { text, lang = null, replyTo = null } = input;
  const repliesTo = replyTo && (await messageOf(tx, object.sessionId, replyTo));
  const draft = { id: newId<'message'>(), by: subject.personId, byName: at.seat.displayName };
  const decision = rules.postMessage({ ...draft, text, lang, replyTo }, repliesTo, now);
  if (!decision.ok) return decision;

  for (const fact of decision.facts) await addMessage(tx, object.sessionId, fact.message);
  publish(sessionChannel, object.sessionId, decision.facts);
  return answer({ messageId: draft.id, at: now });
});

export const editMessage = handle(commands.editMessage, loadWritten, async (call) => {
  const { input, object, subject, now, tx } = call;
  const at = await lockAtSeat(tx, object.standing.sessionId, subject.personId);
  if (!at) return refuse('not-joined');

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
  await keep(call, facts, fingerprintOfWords(object.message.text, input.undoKey));
  return answer({});
});

export const restoreMessage = handle(commands.restoreMessage, loadWritten, async (call) => {
  const { input, object, subject, now, tx } = call;
  const at = await lockAtSeat(tx, object.standing.sessionId, subject.personId);
  if (!at) return refuse('not-joined');

  const { text, undoKey } = input;
  const known = await fingerprintOf(tx, object.message.id);
  const same = known !== null && known === fingerprintOfWords(text, undoKey);
  const decision = rules.restoreMessage(object.message, { text, same }, now);
  if (!decision.ok) return decision;
  await keep(call, decision.facts);
  return answer({});
});

type Written = { readonly standing: SessionStanding; readonly message: ChatMessage };
type Ask = { readonly sessionId: SessionId; readonly messageId: MessageId };

/** A message, locked, with what the caller is to the session it was said in. */
async function loadWritten(ask: Parameters<Load<Ask, Written>>[0]): Promise<Written | null> {
  const standing = await loadSession(ask);
  if (!standing) return null;
  const message = await lockMessage(ask.tx, standing.sessionId, ask.input.messageId);
  return message && { standing, message };
}

async function keep(
  { tx, object, publish }: Calling<unknown, Written> & { readonly publish: Publish },
  changes: readonly MessageChange[],
  fingerprint: string | null = null,
): Promise<void> {
  const { sessionId } = object.standing;
  for (const change of changes) {
    const changed = rules.changeMessage(object.message, change);
    await saveMessage(tx, sessionId, changed, fingerprint);
  }
  publish(sessionChannel, sessionId, changes);
}
