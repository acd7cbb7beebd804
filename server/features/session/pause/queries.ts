import { maySeeOthersPauseChoice } from '#shared/features/session/pause/policy.ts';
import * as queries from '#shared/features/session/pause/queries.ts';
import { answerQuery } from '../../../platform/handler.ts';
import { loadSession } from '../planned.ts';
import { choicesIn } from './repository.ts';

export const pauseChoices = answerQuery(queries.pauseChoices, loadSession, async (call) => {
  const { object, subject, now, tx } = call;
  const all = await choicesIn(tx, object.sessionId);
  if (maySeeOthersPauseChoice(subject, object, now)) return { choices: all };
  return { choices: all.filter(({ personId }) => personId === subject.personId) };
});
