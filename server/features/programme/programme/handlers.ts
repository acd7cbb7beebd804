import * as commands from '#shared/features/programme/programme/commands.ts';
import { programmeYear as contract } from '#shared/features/programme/programme/queries.ts';
import * as rules from '#shared/features/programme/programme/rules.ts';
import {
  TEMPLATE_COURSES,
  TEMPLATE_PROGRAMME,
} from '#shared/features/programme/programme/template.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Load } from '../../../platform/handler.ts';
import { answer, answerQuery, handle } from '../../../platform/handler.ts';
import { createGathering } from '../gathering/repository.ts';
import { everyDayOff } from '../holiday/repository.ts';
import { lockPlanning } from '../planning/repository.ts';
import { createCourse, createProgramme } from './repository.ts';
import * as year from './year.ts';

const loadOwn: Load<unknown, { readonly ownerId: PersonId }> = async ({ subject }) => ({
  ownerId: subject.personId,
});

export const programmeYear = answerQuery(contract, loadOwn, async ({ tx, now }) => {
  const programme = await year.programmeOf(tx);
  return {
    now,
    programme: programme && { name: programme.name, degree: programme.degree },
    courses: await year.coursesOf(tx, programme?.programmeId ?? null),
    cohorts: await year.cohortsWithTerms(tx),
    gatherings: await year.gatheringsOfYear(tx),
    daysOff: await everyDayOff(tx),
  };
});

export const beginFromTemplate = handle(commands.beginFromTemplate, loadOwn, async ({ tx }) => {
  await lockPlanning(tx);
  if (await year.programmeOf(tx)) return refuse('has-one');
  const programmeId = await createProgramme(tx, TEMPLATE_PROGRAMME);
  for (const course of TEMPLATE_COURSES)
    await createCourse(tx, { ...course, programmeId, themes: [...course.themes] });
  return answer({});
});

export const saveProgramme = handle(commands.saveProgramme, loadOwn, async ({ tx, input }) => {
  await lockPlanning(tx);
  const programme = await year.programmeOf(tx);
  if (!programme) return refuse('no-programme');
  await year.saveProgrammeRow(tx, programme.programmeId, input);
  return answer({});
});

export const saveCourse = handle(commands.saveCourse, loadOwn, async ({ tx, input }) => {
  await lockPlanning(tx);
  const programme = await year.programmeOf(tx);
  if (!programme) return refuse('no-programme');
  const { courseId, semester, ...course } = input;
  // A code is its own in the whole school.
  const others = (await year.coursesOf(tx, null)).filter((one) => one.courseId !== courseId);
  if (others.some(({ code }) => code === course.code)) return refuse('code-taken');
  if (courseId === null) {
    const { programmeId } = programme;
    const made = await createCourse(tx, { ...course, term: semester, programmeId, themes: [] });
    return answer({ courseId: made });
  }
  const isThere = await year.changeCourse(tx, { ...course, courseId, semester });
  return isThere ? answer({ courseId }) : refuse('gone');
});

export const saveTerm = handle(commands.saveTerm, loadOwn, async ({ tx, input }) => {
  await lockPlanning(tx);
  const lasts = rules.mayLast(input);
  if (!lasts.ok) return lasts;
  const cohort = (await year.cohortsWithTerms(tx)).find((one) => one.cohortId === input.cohortId);
  const { termId } = input;
  const isTheirs = termId === null || cohort?.terms.some((one) => one.termId === termId);
  if (!cohort || !isTheirs || !(await year.areAllThere(tx, 'course', input.courseIds)))
    return refuse('gone');
  const others = cohort.terms.filter((one) => one.termId !== termId);
  if (others.some((other) => rules.overlapsDays(input, other))) return refuse('overlaps');
  return answer({ termId: await year.keepTerm(tx, input) });
});

export const dropTerm = handle(commands.dropTerm, loadOwn, async ({ tx, input }) =>
  (await year.dropOf(tx, 'term', input.termId)) ? answer({}) : refuse('gone'),
);

export const saveGathering = handle(commands.saveGathering, loadOwn, async (call) => {
  const { tx, input, now } = call;
  await lockPlanning(tx);
  const { gatheringId, cohortIds, title, place, mandatory } = input;
  const found = rules.gatheringSpan(input);
  if (!found.ok) return found;
  const { span } = found;
  if (!(await year.areAllThere(tx, 'cohort', cohortIds))) return refuse('gone');
  const all = await year.gatheringsOfYear(tx);
  const before = all.find((one) => one.gatheringId === gatheringId);
  if (gatheringId !== null && !before) return refuse('gone');
  // Who was there is kept by day and cohort: what has begun began when it did, for those who came.
  const isSameStart = before?.startsAt === span.startsAt && isSameSet(before.cohortIds, cohortIds);
  if (before && before.startsAt <= now && !isSameStart) return refuse('has-begun');
  const others = all.filter((one) => one.gatheringId !== gatheringId);
  const isInTheWay = others.some(
    (other) =>
      rules.overlaps(span, other) && other.cohortIds.some((cohort) => cohortIds.includes(cohort)),
  );
  if (isInTheWay) return refuse('overlaps');
  const given = { title, place, mandatory, ...span };
  if (gatheringId === null)
    return answer({ gatheringId: await createGathering(tx, given, [...new Set(cohortIds)]) });
  await year.changeGathering(tx, { ...given, gatheringId, cohortIds });
  return answer({ gatheringId });
});

export const dropGathering = handle(commands.dropGathering, loadOwn, async (call) => {
  const { tx, input, now } = call;
  await lockPlanning(tx);
  const all = await year.gatheringsOfYear(tx);
  const gathering = all.find((one) => one.gatheringId === input.gatheringId);
  if (!gathering) return refuse('gone');
  if (gathering.startsAt <= now) return refuse('has-begun');
  await year.dropOf(tx, 'gathering', gathering.gatheringId);
  return answer({});
});

export const saveDayOff = handle(commands.saveDayOff, loadOwn, async ({ tx, input }) => {
  const lasts = rules.mayLast(input);
  if (!lasts.ok) return lasts;
  const dayOffId = await year.keepDayOff(tx, input);
  return dayOffId ? answer({ dayOffId }) : refuse('gone');
});

export const dropDayOff = handle(commands.dropDayOff, loadOwn, async ({ tx, input }) =>
  (await year.dropOf(tx, 'day_off', input.dayOffId)) ? answer({}) : refuse('gone'),
);

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return [...new Set(a)].sort().join() === [...new Set(b)].sort().join();
}
