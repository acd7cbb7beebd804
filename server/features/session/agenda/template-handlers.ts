import * as commands from '#shared/features/session/agenda/commands.ts';
import { AGENDA_TEMPLATES_MAX } from '#shared/features/session/agenda/model.ts';
import { agendaBeginningsQuery } from '#shared/features/session/agenda/queries.ts';
import * as rules from '#shared/features/session/agenda/rules.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { answer, answerQuery, handle } from '../../../platform/handler.ts';
import { newId } from '../../../platform/new-id.ts';
import { courseOf } from '../../programme/public.ts';
import { lockOrOpenLive, readLive } from '../live-session.ts';
import { isOver, loadSession } from '../planned.ts';
import { agendaOf, saveItems } from './repository.ts';
import * as templates from './templates.ts';

export const agendaBeginnings = answerQuery(
  agendaBeginningsQuery,
  loadSession,
  async ({ object: { sessionId }, subject, tx }) => ({
    last: await templates.lastAgenda(tx, sessionId),
    templates: await templates.templatesFor(tx, sessionId, subject.personId),
  }),
);

export const fillAgenda = handle(commands.fillAgenda, loadSession, async (call) => {
  const { input, object, subject, now, tx, publish } = call;
  const { sessionId } = object;
  if (isOver(object, now)) return refuse('session-over');
  const live = await lockOrOpenLive(tx, sessionId);
  const again = await call.askAgain();
  if (!again) return refuse('not-found');
  if (isOver(again.object, again.now)) return refuse('session-over');

  const found = await templates.itemsOf(tx, sessionId, subject.personId, input.from);
  if (!found) return refuse('unknown-beginning');
  const agenda = await agendaOf(tx, object, live);
  const items = found.map((item) => ({ ...item, id: newId<'agenda-item'>() }));
  const filling = { seen: input.seen, items };
  const decision = rules.fillAgenda(agenda, filling, subject.personId, now);
  if (!decision.ok) return decision;
  const next = decision.facts.reduce(rules.evolveAgenda, agenda);
  await saveItems(tx, sessionId, next);
  publish(sessionChannel, sessionId, decision.facts);
  return answer({ agenda: next });
});

export const keepTemplate = handle(commands.keepTemplate, loadSession, async (call) => {
  const { input, object, subject, tx } = call;
  const { personId } = subject;
  const agenda = await agendaOf(tx, object, await readLive(tx, object.sessionId));
  if (agenda.items.length === 0) return refuse('empty-agenda');
  if ((await templates.countTemplates(tx, personId)) >= AGENDA_TEMPLATES_MAX)
    return refuse('too-many-templates');
  const templateId = await templates.saveTemplate(tx, {
    courseId: await courseOf(tx, object.sessionId),
    personId,
    ...{ name: input.name, ofCourse: input.ofCourse },
    items: agenda.items.map(({ id: _, ...item }) => item),
  });
  return templateId ? answer({ templateId }) : refuse('name-taken');
});

export const deleteTemplate = handle(commands.deleteTemplate, loadSession, async (call) => {
  const { input, subject, tx } = call;
  const done = await templates.dropTemplate(tx, input.templateId, subject.personId);
  return done ? answer({}) : refuse('unknown-template');
});
