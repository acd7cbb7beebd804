import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { type SessionFact, sessionChannel } from '#shared/features/session/channel.ts';
import { endWord, evolveHandQueue } from '#shared/features/session/hand-queue/rules.ts';
import * as commands from '#shared/features/session/pause/commands.ts';
import * as rules from '#shared/features/session/pause/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { answer, type Calling, handle, type Publish } from '../../../platform/handler.ts';
import { saveHandQueue } from '../hand-queue/repository.ts';
import { type LiveSession, lockAtSeat } from '../live-session.ts';
import { unreadyThem } from '../pause-for-all/leaving.ts';
import { loadSession } from '../planned.ts';
import { followPeopleInRound } from '../round/following.ts';
import { pausesIn, saveChoice, savePauses } from './repository.ts';

type Call = Calling<unknown, SessionStanding> & { readonly publish: Publish };

/** Never refused to anybody who sits there, also when the session is about to be over: stepping away asks for no leave. */
export const startPause = handle(commands.startPause, loadSession, async (call) => {
  const { object, subject, now, tx, publish } = call;
  const at = await lockAtSeat(tx, object.sessionId, subject.personId);
  if (!at) return refuse('not-joined');

  const pauses = await pausesIn(tx, object.sessionId);
  const { facts } = rules.startPause(pauses, subject.personId, now);
  await savePauses(tx, object.sessionId, facts);
  publish(sessionChannel, object.sessionId, [
    ...facts,
    ...(await giveWordBack(call, at.live)),
    ...(await unreadyThem(tx, object.sessionId, [subject.personId])),
    ...(await followPeopleInRound(tx, object.sessionId, now)),
  ]);
  return answer({});
});

export const endPause = handle(commands.endPause, loadSession, async (call) => {
  const { object, subject, now, tx, publish } = call;
  const at = await lockAtSeat(tx, object.sessionId, subject.personId);
  if (!at) return refuse('not-joined');

  const pauses = await pausesIn(tx, object.sessionId);
  const { facts } = rules.endPause(pauses, subject.personId, now);
  await savePauses(tx, object.sessionId, facts);
  publish(sessionChannel, object.sessionId, [
    ...facts,
    ...(await followPeopleInRound(tx, object.sessionId, now)),
  ]);
  return answer({});
});

export const choosePauseChoice = handle(commands.choosePauseChoice, loadSession, async (call) => {
  const { input, object, subject, tx } = call;
  const at = await lockAtSeat(tx, object.sessionId, subject.personId);
  if (!at) return refuse('not-joined');
  const pauses = await pausesIn(tx, object.sessionId);
  if (!rules.pauseOf(pauses, subject.personId)) return refuse('not-on-pause');

  // Nothing is published: a revision without a word would still tell everybody that there was something.
  await saveChoice(tx, object.sessionId, subject.personId, input.choice);
  return answer({});
});

/** Nobody who has stepped away has the word. */
async function giveWordBack(
  { tx, object, subject, now }: Call,
  { handQueue }: LiveSession,
): Promise<readonly SessionFact[]> {
  const ended = endWord(handQueue, subject.personId, subject.personId, now);
  if (!ended.ok) return [];
  await saveHandQueue(tx, object.sessionId, ended.facts.reduce(evolveHandQueue, handQueue));
  return ended.facts;
}
