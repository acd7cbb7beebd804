import { sessionChannel } from '#shared/features/session/channel.ts';
import * as commands from '#shared/features/session/notes/commands.ts';
import * as rules from '#shared/features/session/notes/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { answer, handle } from '../../../platform/handler.ts';
import { saveNotes } from '../../programme/public.ts';
import { lockOrOpenLive } from '../live-session.ts';
import { tellWaiting } from '../lobby/keeping.ts';
import { isOver, loadSession } from '../planned.ts';

/** Also by a teacher who is not in: they are read before anybody comes. */
export const writeNotes = handle(commands.writeNotes, loadSession, async (call) => {
  const { input, subject, tx, publish } = call;
  if (isOver(call.object, call.now)) return refuse('session-over');
  await lockOrOpenLive(tx, call.object.sessionId);
  // As it stands when it is this call's turn: written, ended, or no longer one's own, while this waited for the lock.
  const again = await call.askAgain();
  if (!again) return refuse('not-found');
  const { object, now } = again;
  if (isOver(object, now)) return refuse('session-over');

  const decision = rules.writeNotes(object.notes, input, subject.personId, now);
  if (!decision.ok) return decision;
  const notes = decision.facts[0]?.notes ?? object.notes;
  if (decision.facts.length > 0) {
    await saveNotes(tx, object.sessionId, notes);
    publish(sessionChannel, object.sessionId, decision.facts);
    const told = { type: 'door-notes-written', notes } as const;
    await tellWaiting({ tx, publish }, object.sessionId, told);
  }
  return answer({ notes });
});
