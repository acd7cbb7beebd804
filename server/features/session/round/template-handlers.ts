import * as commands from '#shared/features/session/round/commands.ts';
import { ROUND_TEMPLATES_MAX } from '#shared/features/session/round/model.ts';
import * as queries from '#shared/features/session/round/queries.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { answer, answerQuery, handle } from '../../../platform/handler.ts';
import { newId } from '../../../platform/new-id.ts';
import { loadSession } from '../planned.ts';
import { dropTemplate, saveTemplate, templatesOf } from './templates.ts';

export const roundTemplates = answerQuery(
  queries.roundTemplates,
  loadSession,
  async ({ subject, tx }) => ({ templates: await templatesOf(tx, subject.personId) }),
);

export const keepRoundTemplate = handle(commands.keepRoundTemplate, loadSession, async (call) => {
  const { input, subject, tx } = call;
  const { name, prompt, about, minutes } = input;
  const kept = await templatesOf(tx, subject.personId);
  if (kept.length >= ROUND_TEMPLATES_MAX) return refuse('too-many-templates');
  const template = { id: newId<'round-template'>(), name, prompt, about, minutes };
  return (await saveTemplate(tx, template, subject.personId))
    ? answer({ templateId: template.id })
    : refuse('name-taken');
});

export const dropRoundTemplate = handle(commands.dropRoundTemplate, loadSession, async (call) => {
  const { input, subject, tx } = call;
  await dropTemplate(tx, input.templateId, subject.personId);
  return answer({});
});
