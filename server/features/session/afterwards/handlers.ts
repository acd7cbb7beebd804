import { partsWritten, type SessionNotes } from '#shared/features/programme/session-notes/model.ts';
import * as commands from '#shared/features/session/afterwards/commands.ts';
import { evolveAgenda, fillAgenda } from '#shared/features/session/agenda/rules.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { writeNotes } from '#shared/features/session/notes/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { answer, handle } from '../../../platform/handler.ts';
import { newId } from '../../../platform/new-id.ts';
import { saveNotes, sessionStanding } from '../../programme/public.ts';
import { agendaOf, saveItems } from '../agenda/repository.ts';
import { agendaAgain } from '../agenda/templates.ts';
import { lockOrOpenLive } from '../live-session.ts';
import { isOver, loadSession } from '../planned.ts';
import { beginningOf, dropBeginning, saveBeginning, sessionBefore } from './repository.ts';

/** The one before is found, not asked for: what came in only says which one the screen showed. */
export const beginFromLast = handle(commands.beginFromLast, loadSession, async (call) => {
  const { input, subject, tx, publish } = call;
  const { sessionId } = call.object;
  if (isOver(call.object, call.now)) return refuse('session-over');
  const live = await lockOrOpenLive(tx, sessionId);
  const again = await call.askAgain();
  if (!again) return refuse('not-found');
  const { object, now } = again;
  if (isOver(object, now)) return refuse('session-over');
  const fromId = await sessionBefore(tx, sessionId);
  const last = fromId && (await sessionStanding(tx, subject, fromId, now));
  if (!last || last.sessionId !== input.from) return refuse('not-the-last');

  const agenda = await agendaOf(tx, object, live);
  const items = (await agendaAgain(tx, last.sessionId)).map((item) => ({
    ...item,
    id: newId<'agenda-item'>(),
  }));
  const filled = fillAgenda(agenda, { seen: input.seen, items }, subject.personId, now);
  if (!filled.ok) return filled;
  // Without an agenda to take along, the one that is there stays.
  const next = items.length > 0 ? filled.facts.reduce(evolveAgenda, agenda) : agenda;
  if (items.length > 0) {
    await saveItems(tx, sessionId, next);
    publish(sessionChannel, sessionId, filled.facts);
  }
  const written = notesToTake(object.notes, last.notes)
    ? writeNotes(
        object.notes,
        { seen: object.notes.version, notes: last.notes },
        subject.personId,
        now,
      )
    : null;
  const notes = written?.ok ? written.facts[0]?.notes : undefined;
  if (written?.ok && notes) {
    await saveNotes(tx, sessionId, notes);
    publish(sessionChannel, sessionId, written.facts);
  }
  await saveBeginning(tx, sessionId, {
    ...{ fromId: last.sessionId, replaced: agenda.items, agendaVersion: next.version },
    notesVersion: notes?.version ?? null,
  });
  return answer({ items: items.length, notes: notes !== undefined });
});

/** What stood there before is put back as it was; what somebody has changed since is never taken away unseen. */
export const takeBeginningBack = handle(commands.takeBeginningBack, loadSession, async (call) => {
  const { input, subject, tx, publish } = call;
  const { sessionId } = call.object;
  if (isOver(call.object, call.now)) return refuse('session-over');
  const live = await lockOrOpenLive(tx, sessionId);
  const again = await call.askAgain();
  if (!again) return refuse('not-found');
  const { object, now } = again;
  if (isOver(object, now)) return refuse('session-over');
  const begun = await beginningOf(tx, sessionId);
  if (begun?.fromId !== input.from) return answer({});

  const agenda = await agendaOf(tx, object, live);
  const filled = fillAgenda(
    agenda,
    { seen: begun.agendaVersion, items: begun.replaced },
    subject.personId,
    now,
  );
  if (!filled.ok) return filled;
  await saveItems(tx, sessionId, filled.facts.reduce(evolveAgenda, agenda));
  publish(sessionChannel, sessionId, filled.facts);
  if (begun.notesVersion === object.notes.version) {
    const seen = object.notes.version;
    const written = writeNotes(object.notes, { seen, notes: NO_NOTES }, subject.personId, now);
    const notes = written.ok ? written.facts[0]?.notes : undefined;
    if (written.ok && notes) {
      await saveNotes(tx, sessionId, notes);
      publish(sessionChannel, sessionId, written.facts);
    }
  }
  await dropBeginning(tx, sessionId);
  return answer({});
});

const NO_NOTES = { topics: '', workingForm: '', voluntary: '', alternatives: '' };

function notesToTake(own: SessionNotes, last: SessionNotes): boolean {
  return partsWritten(own).length === 0 && partsWritten(last).length > 0;
}
