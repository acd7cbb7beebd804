import * as commands from '#shared/features/session/agenda/commands.ts';
import * as rules from '#shared/features/session/agenda/rules.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { answer, handle } from '../../../platform/handler.ts';
import { lockAtSeat } from '../live-session.ts';
import { isOver, loadSession } from '../planned.ts';
import { agendaOf, saveCurrentItem } from './repository.ts';

export const stepAgenda = handle(commands.stepAgenda, loadSession, async (call) => {
  const { input, object, subject, now, tx, publish } = call;
  if (isOver(object, now)) return refuse('session-over');
  const at = await lockAtSeat(tx, object.sessionId, subject.personId);
  if (!at) return refuse('not-joined');

  const agenda = await agendaOf(tx, object, at.live);
  const decision = rules.stepAgenda(agenda, input, subject.personId, now);
  if (!decision.ok) return decision;
  if (decision.facts.length > 0) {
    const next = decision.facts.reduce(rules.evolveAgenda, agenda);
    await saveCurrentItem(tx, object.sessionId, next);
    publish(sessionChannel, object.sessionId, decision.facts);
  }
  return answer({});
});
