import {
  createCohort,
  createCourse,
  createGathering,
  createGroup,
  createProgramme,
  enrol,
  joinGroup,
  moveGathering,
  restartCohort,
} from '../features/programme/public.ts';
import type { Tx } from '../storage/database.ts';
import { mondayBefore, placeGathering, startOf } from './placement.ts';
import { COHORTS, COURSES, type CohortContent, GATHERINGS, PROGRAMME } from './programme.ts';
import type { Rows } from './rows.ts';
import { EVERYBODY } from './seed-people.ts';

/** Makes the study plan, the cohorts with their groups, and enrols the students that are there. */
export async function seedProgramme(tx: Tx, rows: Rows, today: Temporal.PlainDate): Promise<void> {
  const programmeId = await createProgramme(tx, PROGRAMME);
  for (const course of COURSES) {
    const courseId = await createCourse(tx, { ...course, programmeId, themes: [...course.themes] });
    await rows.remember('course', course.code, courseId);
  }
  for (const cohort of COHORTS) {
    const { name, startsOn } = startOfCohort(cohort, today);
    const made = { programmeId, name, mode: cohort.key, startsOn: startsOn.toString() };
    const cohortId = await createCohort(tx, made);
    await rows.remember('cohort', cohort.key, cohortId);
    for (const group of cohort.groups) {
      await rows.remember('group', group, await createGroup(tx, cohortId, group));
    }
    for (const [key, person] of EVERYBODY) {
      if (person.cohort !== cohort.key) continue;
      const personId = rows.get('person', key);
      await enrol(tx, personId, cohortId, startOf(startsOn));
      if (person.group) {
        await joinGroup(tx, personId, rows.get('group', person.group), startOf(startsOn));
      }
    }
  }
  for (const { key, week, title, place, mandatory } of GATHERINGS) {
    const given = { title, place, mandatory, ...placeGathering(today, week) };
    const all = COHORTS.map((cohort) => rows.get('cohort', cohort.key));
    await rows.remember('gathering', key, await createGathering(tx, given, all));
  }
}

/** Moves cohorts and gatherings to where they stand today. */
export async function moveProgramme(tx: Tx, rows: Rows, today: Temporal.PlainDate): Promise<void> {
  for (const cohort of COHORTS) {
    const { name, startsOn } = startOfCohort(cohort, today);
    const start = { name, startsOn: startsOn.toString() };
    await restartCohort(tx, rows.get('cohort', cohort.key), start, startOf(startsOn));
  }
  for (const { key, week } of GATHERINGS) {
    await moveGathering(tx, rows.get('gathering', key), placeGathering(today, week));
  }
}

function startOfCohort({ label, weeksAgo }: CohortContent, today: Temporal.PlainDate) {
  const startsOn = mondayBefore(today, weeksAgo);
  return { name: `${label} ${startsOn.year}`, startsOn };
}
