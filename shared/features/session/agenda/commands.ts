import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { agenda, agendaBeginning, agendaEdit, templateName } from './model.ts';

const sessionId = id<'session'>();
const agendaItemId = id<'agenda-item'>();
const templateId = id<'agenda-template'>();
const seen = z.int().check(z.gte(0));

/**
 * Makes another item the current one, forward or back. `from` is what the screen showed: when two teachers
 * press "next" at once, the second is told so and no item is skipped.
 */
export const stepAgenda = command({
  name: 'agenda/step',
  action: 'agenda/step',
  input: z.object({ sessionId, from: z.nullable(agendaItemId), to: agendaItemId }),
  output: z.object({}),
  refusals: ['not-joined', 'unknown-item', 'already-stepped', 'session-over'],
});

/**
 * Changes the items, before the session and in it. `seen` is the version of the agenda that the screen showed: when two
 * teachers change it at once, the second is told so, sees what the first has done, and may do it again.
 */
export const editAgenda = command({
  name: 'agenda/edit',
  action: 'agenda/edit',
  input: z.object({ sessionId, seen, edit: agendaEdit }),
  output: z.object({ agenda }),
  refusals: ['agenda-changed', 'unknown-item', 'current-item', 'too-many-items', 'session-over'],
});

/** Puts the items of a template, or of the last session, in place of those that are there, as long as none has begun. */
export const fillAgenda = command({
  name: 'agenda/fill',
  action: 'agenda/edit',
  input: z.object({ sessionId, seen, from: agendaBeginning }),
  output: z.object({ agenda }),
  refusals: ['agenda-changed', 'agenda-begun', 'unknown-beginning', 'session-over'],
});

/** Keeps the agenda as it is now to begin others from: for oneself, or for everybody who teaches the course. */
export const keepTemplate = command({
  name: 'agenda/keep-template',
  action: 'agenda/edit',
  input: z.object({ sessionId, name: templateName, ofCourse: z.boolean() }),
  output: z.object({ templateId }),
  refusals: ['empty-agenda', 'name-taken', 'too-many-templates'],
});

/** By the one who keeps it; another's and an unknown one are one answer. Agendas that began from it stay as they are. */
export const deleteTemplate = command({
  name: 'agenda/delete-template',
  action: 'agenda/edit',
  input: z.object({ sessionId, templateId }),
  output: z.object({}),
  refusals: ['unknown-template'],
});
