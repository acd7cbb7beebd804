import * as commands from '#shared/features/session/agenda/commands.ts';
import * as rules from '#shared/features/session/agenda/rules.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { answer, handle } from '../../../platform/handler.ts';
import { newId } from '../../../platform/new-id.ts';
import { lockAtSeat, lockOrOpenLive } from '../live-session.ts';
import { endPauseNow } from '../pause-for-all/ending.ts';
import { isOver, loadSession } from '../planned.ts';
import { agendaOf, saveItems } from './repository.ts';
import { saveStep } from './stepping.ts';

export const stepAgenda = handle(commands.stepAgenda, loadSession, async (call) => {
  const { input, object, subject, now, tx, publish } = call;
  if (isOver(object, now)) return refuse('session-over');
  const at = await lockAtSeat(tx, object.sessionId, subject.personId);
  if (!at) return refuse('not-joined');

  const agenda = await agendaOf(tx, object, at.live);
  const decision = rules.stepAgenda(agenda, input, subject.personId, now);
  if (!decision.ok) return decision;
  const item = await saveStep(tx, object.sessionId, agenda, decision.facts, now);
  if (decision.facts.length > 0) {
    // The stage would go on showing the pause, over what we do now.
    const ended =
      item && item.kind !== 'pause'
        ? await endPauseNow(tx, object.sessionId, subject.personId, now)
        : [];
    publish(sessionChannel, object.sessionId, [...decision.facts, ...ended]);
  }
  return answer({});
});

/** Also by a teacher who is not in: a session is planned before anybody can come to it. */
export const editAgenda = handle(commands.editAgenda, loadSession, async (call) => {
  const { input, object, subject, now, tx, publish } = call;
  if (isOver(object, now)) return refuse('session-over');
  const live = await lockOrOpenLive(tx, object.sessionId);
  // Taken off the session, or the session ended, while this waited for the lock.
  const again = await call.askAgain();
  if (!again) return refuse('not-found');
  if (isOver(again.object, again.now)) return refuse('session-over');

  const agenda = await agendaOf(tx, object, live);
  const editing = { ...input, newId: newId<'agenda-item'>() };
  const decision = rules.editAgenda(agenda, editing, subject.personId, now);
  if (!decision.ok) return decision;
  const next = decision.facts.reduce(rules.evolveAgenda, agenda);
  if (decision.facts.length > 0) {
    await saveItems(tx, object.sessionId, next);
    publish(sessionChannel, object.sessionId, decision.facts);
  }
  return answer({ agenda: next });
});
