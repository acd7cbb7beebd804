import * as policy from '#shared/features/admin/cohort/policy.ts';
import * as contracts from '#shared/features/admin/cohort/queries.ts';
import { answerQuery } from '../../../platform/handler.ts';
import { cohortsNamed } from '../../programme/public.ts';
import * as repository from './repository.ts';

export const cohortList = answerQuery(
  contracts.cohortList,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ tx, subject, now }) => {
    const all = await repository.everyCohort(tx, subject, now);
    const seen = all.filter((cohort) => policy.maySeeCohort(subject, cohort, now));
    return {
      cohorts: seen.map(({ cohortId, name, students }) => ({ cohortId, name, students })),
    };
  },
);

export const cohortPage = answerQuery(
  contracts.cohortPage,
  async ({ tx, subject, input, now }) =>
    subject && repository.cohortStanding(tx, subject, input.cohortId, now),
  async ({ tx, object: cohort, subject, now }) => {
    const { cohortId, name, mode, startsOn } = cohort;
    const isShown = policy.mayReadAddresses(subject, cohort, now);
    const asShown = <P extends { readonly email: string | null }>(person: P) =>
      isShown ? person : { ...person, email: null };
    const run = policy.mayRunCohort(subject, cohort, now);
    const others = run ? (await cohortsNamed(tx)).filter((one) => one.cohortId !== cohortId) : [];
    return {
      ...{ name, mode, startsOn, others },
      students: (await repository.studentsOf(tx, cohortId, now)).map(asShown),
      invited: await repository.invitedTo(tx, cohortId, now),
      teachers: (await repository.teachersOf(tx, cohortId)).map(asShown),
      groups: await repository.groupsOf(tx, cohortId),
      may: {
        run,
        enrol: policy.mayEnrol(subject, cohort, now),
        makeGroups: policy.mayMakeGroups(subject, cohort, now),
      },
    };
  },
);
