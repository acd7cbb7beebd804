import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { duePause, stepAgenda } from '#shared/features/session/agenda/rules.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { pauseOf } from '#shared/features/session/pause/rules.ts';
import * as commands from '#shared/features/session/pause-for-all/commands.ts';
import type { PauseForAllFact } from '#shared/features/session/pause-for-all/facts.ts';
import type { PauseForAll } from '#shared/features/session/pause-for-all/model.ts';
import * as rules from '#shared/features/session/pause-for-all/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { answer, type Calling, handle, type Publish } from '../../../platform/handler.ts';
import { agendaOf } from '../agenda/repository.ts';
import { saveStep } from '../agenda/stepping.ts';
import { type LiveSession, lockAtSeat } from '../live-session.ts';
import { pausesIn } from '../pause/repository.ts';
import { isOver, loadSession } from '../planned.ts';
import { endPauseNow } from './ending.ts';
import { pauseForAllOf, savePauseForAll, saveReady } from './repository.ts';

type Call = Calling<unknown, SessionStanding> & { readonly publish: Publish };

export const startPauseForAll = handle(commands.startPauseForAll, loadSession, async (call) => {
  const { input, object, subject, now, tx } = call;
  if (isOver(object, now)) return refuse('session-over');
  const at = await lockAtSeat(tx, object.sessionId, subject.personId);
  if (!at) return refuse('not-joined');

  const pause = await pauseForAllOf(tx, object.sessionId);
  const { facts } = rules.startPauseForAll(pause, subject.personId, input.minutes, now);
  // What was marked is meant for the pause that is over, and for no other.
  if (facts.length > 0) {
    await savePauseForAll(tx, object.sessionId, null);
    await goToDuePause(call, at.live);
  }
  await keep(call, pause, facts);
  return answer({});
});

/** The pause that is begun is the one that the agenda had next: the agenda goes there with it. */
async function goToDuePause({ tx, object, subject, now, publish }: Call, live: LiveSession) {
  const { sessionId } = object;
  const agenda = await agendaOf(tx, object, live);
  const due = duePause(agenda, now);
  if (!due) return;
  const decision = stepAgenda(
    agenda,
    { from: agenda.currentId, to: due.id },
    subject.personId,
    now,
  );
  if (!decision.ok) return;
  await saveStep(tx, sessionId, agenda, decision.facts, now);
  publish(sessionChannel, sessionId, decision.facts);
}

export const lengthenPauseForAll = handle(
  commands.lengthenPauseForAll,
  loadSession,
  async (call) => {
    const { input, object, subject, now, tx } = call;
    if (!(await lockAtSeat(tx, object.sessionId, subject.personId))) return refuse('not-joined');

    const pause = await pauseForAllOf(tx, object.sessionId);
    const decision = rules.lengthenPauseForAll(pause, subject.personId, input, now);
    if (!decision.ok) return decision;
    await keep(call, pause, decision.facts);
    return answer({});
  },
);

export const endPauseForAll = handle(commands.endPauseForAll, loadSession, async (call) => {
  const { object, subject, now, tx, publish } = call;
  const { sessionId } = object;
  if (!(await lockAtSeat(tx, sessionId, subject.personId))) return refuse('not-joined');

  const facts = await endPauseNow(tx, sessionId, subject.personId, now);
  if (facts.length > 0) publish(sessionChannel, sessionId, facts);
  return answer({});
});

export const sayReady = handle(commands.sayReady, loadSession, async (call) => {
  const { input, object, subject, now, tx, publish } = call;
  if (!(await lockAtSeat(tx, object.sessionId, subject.personId))) return refuse('not-joined');

  const before = await pauseForAllOf(tx, object.sessionId);
  if (!rules.isPauseOn(before, now)) return refuse('no-pause');
  if (pauseOf(await pausesIn(tx, object.sessionId), subject.personId)) return refuse('on-pause');
  await saveReady(tx, object.sessionId, subject.personId, input.ready);
  const ready = (await pauseForAllOf(tx, object.sessionId))?.ready ?? 0;
  if (ready !== before.ready)
    publish(sessionChannel, object.sessionId, [{ type: 'ready-counted', ready }]);
  return answer({});
});

async function keep(
  { tx, object, publish }: Call,
  before: PauseForAll | null,
  facts: readonly PauseForAllFact[],
): Promise<void> {
  if (facts.length === 0) return;
  await savePauseForAll(tx, object.sessionId, facts.reduce(rules.evolvePauseForAll, before));
  publish(sessionChannel, object.sessionId, facts);
}
