import type { StudyPlan } from '#shared/features/programme/study-plan/model.ts';
import { layPlan } from '#shared/features/programme/study-plan/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import { wallInOslo } from '#shared/kernel/oslo-time.ts';
import type { Tx } from '../../../storage/database.ts';
import { cohortsWithTerms, coursesOf } from '../programme/year.ts';
import { ownOfPlan, type StudentPlanned } from './repository.ts';

/** A student's plan as it stands today. */
export async function readPlan(tx: Tx, student: StudentPlanned, now: Instant) {
  const { personId, displayName, cohortId, programmeId, cohortName, rate, startsOn } = student;
  const courses = await coursesOf(tx, programmeId);
  const cohort = (await cohortsWithTerms(tx)).find((one) => one.cohortId === cohortId);
  const theirs = await ownOfPlan(tx, personId);
  const plan: StudyPlan = layPlan(
    { courses, cohort: { rate, startsOn, terms: cohort?.terms ?? [] }, ...theirs },
    wallInOslo(now).day,
  );
  const goes = theirs.own?.rate ?? rate;
  return { ...plan, displayName, cohortName, rate: goes, isOwnRate: goes !== rate };
}
