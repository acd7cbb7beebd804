import {
  mayChangePlan,
  maySeePlan,
  maySeeWhyRecognised,
} from '#shared/features/programme/study-plan/policy.ts';
import * as contracts from '#shared/features/programme/study-plan/queries.ts';
import { semestersToChoose } from '#shared/features/programme/study-plan/rules.ts';
import { holds } from '#shared/wire/access.ts';
import { answerQuery } from '../../../platform/handler.ts';
import { readPlan } from './read-plan.ts';
import { studentPlanned, studentsNow } from './repository.ts';

export const ownStudyPlan = answerQuery(
  contracts.ownStudyPlan,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ tx, subject, object, now }) => {
    const isStudent = holds(subject, 'student', now);
    const own = isStudent ? await studentPlanned(tx, subject, object.ownerId) : null;
    const seen = (await studentsNow(tx, subject, now)).filter((student) =>
      maySeePlan(subject, student, now),
    );
    return {
      plan: own && (await readPlan(tx, own, now)),
      cohorts: [...Map.groupBy(seen, ({ cohortId }) => cohortId)].map(([cohortId, students]) => ({
        cohortId,
        name: students[0]?.cohortName ?? '',
        students: students.map(({ personId, displayName }) => ({ personId, displayName })),
      })),
    };
  },
);

export const studyPlanOf = answerQuery(
  contracts.studyPlanOf,
  ({ tx, subject, input }) => studentPlanned(tx, subject, input.personId),
  async ({ tx, subject, object: student, now }) => {
    const plan = await readPlan(tx, student, now);
    const seesWhy = maySeeWhyRecognised(subject, now);
    const recognised = plan.recognised.map((one) => (seesWhy ? one : { ...one, reason: null }));
    return {
      plan: { ...plan, recognised },
      mayChange: mayChangePlan(subject, student, now),
      semesters: semestersToChoose(student.startsOn),
    };
  },
);
