import { FIRST_STEPS, type FirstStep, type FirstStepState, type SchoolSoFar } from './model.ts';

const IS_DONE: Readonly<Record<FirstStep, (soFar: SchoolSoFar) => boolean>> = {
  school: ({ hasContact }) => hasContact,
  programme: ({ hasProgramme }) => hasProgramme,
  cohort: ({ cohorts }) => cohorts > 0,
  terms: ({ cohortsWithTerms }) => cohortsWithTerms > 0,
  people: ({ teachers, students }) =>
    teachers.here + teachers.invited > 0 && students.here + students.invited > 0,
  session: ({ sessions }) => sessions > 0,
};

/** FIRST-1: the steps as they stand, the first that is not done as the next; null when all is done. */
export function firstSteps(
  soFar: SchoolSoFar,
): readonly { readonly step: FirstStep; readonly state: FirstStepState }[] | null {
  const next = FIRST_STEPS.find((step) => !IS_DONE[step](soFar));
  if (!next) return null;
  return FIRST_STEPS.map((step) => {
    if (IS_DONE[step](soFar)) return { step, state: 'done' };
    return { step, state: step === next ? 'next' : 'later' };
  });
}
