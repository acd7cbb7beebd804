import { setRequirement as contract } from '#shared/features/attendance/requirement/commands.ts';
import { requirements as requirementsContract } from '#shared/features/attendance/requirement/queries.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { answer, answerQuery, handle, type Load } from '../../../platform/handler.ts';
import { coursesRequired, saveRequirement } from './repository.ts';

const loadOwn: Load<unknown, { readonly ownerId: PersonId }> = async ({ subject }) => ({
  ownerId: subject.personId,
});

export const requirements = answerQuery(requirementsContract, loadOwn, async ({ tx }) => ({
  courses: await coursesRequired(tx),
}));

export const setRequirement = handle(contract, loadOwn, async ({ tx, input, now }) => {
  const { courseId } = input;
  const isThere = (await coursesRequired(tx)).some((one) => one.courseId === courseId);
  if (!isThere) return refuse('gone');
  await saveRequirement(tx, courseId, input, now);
  return answer({});
});
