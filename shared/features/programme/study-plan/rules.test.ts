import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CourseId } from '#shared/kernel/ids.ts';
import { TEMPLATE_COURSES } from '../programme/template.ts';
import type { Rate, Semester, StudyPlan } from './model.ts';
import { type CourseToPlan, layPlan, semesterOf, type ToPlan } from './rules.ts';

const COURSES: readonly CourseToPlan[] = TEMPLATE_COURSES.map(
  ({ code, title, credits, kind, term }) => ({
    courseId: code as CourseId,
    ...{ code, title, credits, kind, semester: term },
  }),
);
const known = (more: Partial<ToPlan> = {}): ToPlan => ({
  courses: COURSES,
  cohort: { rate: 'full-time', startsOn: '2026-08-17', terms: [] },
  own: null,
  moved: new Map(),
  recognised: new Map(),
  ...more,
});
const cohort = (rate: Rate, startsOn = '2026-08-17') => ({ rate, startsOn, terms: [] });
const said = ({ semesters }: StudyPlan) =>
  semesters.map(
    ({ semester: { year, season }, courses }) =>
      `${season} ${year}: ${courses.map(({ code }) => code).join(' ')}`,
  );

test('F73 STUDY-2 full time takes two semesters, part time four, each course in a semester of its own season', () => {
  expect(said(layPlan(known(), '2026-10-01'))).toEqual([
    'autumn 2026: EK001T EK004P',
    'spring 2027: EK002T EK003T EK005P',
  ]);
  expect(said(layPlan(known({ cohort: cohort('part-time') }), '2026-10-01'))).toEqual([
    'autumn 2026: EK001T',
    'spring 2027: EK002T EK003T',
    'autumn 2027: EK004P',
    'spring 2028: EK005P',
  ]);
});

test('F73 STUDY-1 where the cohort has terms with the course, it lies there, and its credits count in the last of them', () => {
  const terms = [
    {
      name: 'Høst',
      firstDay: '2026-08-17',
      lastDay: '2026-12-18',
      courseIds: ['EK001T', 'EK005P'],
    },
    { name: 'Vår', firstDay: '2027-01-05', lastDay: '2027-06-16', courseIds: ['EK005P'] },
  ].map((term) => ({ ...term, courseIds: term.courseIds as CourseId[] }));
  const plan = layPlan(known({ cohort: { ...cohort('full-time'), terms } }), '2026-12-19');
  expect(said(plan)).toEqual([
    'autumn 2026: EK001T EK004P EK005P',
    'spring 2027: EK002T EK003T EK005P',
  ]);
  expect(plan.semesters.map(({ when, term }) => [when, term?.name])).toEqual([
    ['behind', 'Høst'],
    ['ahead', 'Vår'],
  ]);
  expect(plan.semesters[0]?.courses.map(({ goesOn }) => goesOn)).toEqual([false, false, true]);
  expect(plan.credits).toEqual({ all: 60, recognised: 0, behind: 25, now: 15, ahead: 20 });
});

test('F73 STUDY-3 an own rate holds from its day: what was behind stays, the rest is shared out anew', () => {
  const half = (since: string) =>
    said(layPlan(known({ own: { rate: 'part-time', since } }), since));
  expect(half('2026-08-17')).toEqual(
    said(layPlan(known({ cohort: cohort('part-time') }), '2026-08-17')),
  );
  expect(half('2027-02-01')).toEqual([
    'autumn 2026: EK001T EK004P',
    'spring 2027: EK002T EK003T',
    'autumn 2027: ',
    'spring 2028: EK005P',
  ]);
});

test('F73 STUDY-5 a moved course is where it was moved; one recognised from before is taken in none', () => {
  const plan = layPlan(
    known({
      moved: new Map([['EK003T' as CourseId, { year: 2028, season: 'spring' }]]),
      recognised: new Map([['EK001T' as CourseId, 'Realkompetanse']]),
    }),
    '2027-03-01',
  );
  expect(said(plan)).toEqual([
    'autumn 2026: EK004P',
    'spring 2027: EK002T EK005P',
    'spring 2028: EK003T',
  ]);
  expect(plan.recognised).toMatchObject([{ code: 'EK001T', reason: 'Realkompetanse' }]);
  expect(plan.credits).toEqual({ all: 60, recognised: 10, behind: 15, now: 25, ahead: 10 });
});

const rate = fc.constantFrom<Rate>('full-time', 'part-time');
const month = (year: number, nth: number, day: number) =>
  `${year}-${String(nth).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const day = fc
  .tuple(
    fc.integer({ min: 2024, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, nth, date]) => month(year, nth, date));
const plans = fc
  .record({
    courses: fc
      .array(
        fc.record({
          credits: fc.integer({ min: 1, max: 240 }).map((halves) => halves / 2),
          semester: fc.constantFrom<Semester['season']>('autumn', 'spring'),
          moved: fc.option(
            fc.record({
              year: fc.integer({ min: 2024, max: 2032 }),
              season: fc.constantFrom<Semester['season']>('autumn', 'spring'),
            }),
          ),
          recognised: fc.boolean(),
        }),
        { maxLength: 12 },
      )
      .map((all) => all.map((one, nth) => ({ ...one, courseId: `K${nth}` as CourseId }))),
    rate,
    startsOn: day,
    own: fc.option(fc.record({ rate, since: day })),
    today: day,
  })
  .map(({ courses, startsOn, today, own, rate: cohortRate }) => ({
    today,
    known: known({
      courses: courses.map(({ courseId, credits, semester }) => ({
        ...{
          courseId,
          credits,
          semester,
          code: courseId,
          title: courseId,
          kind: 'theory' as const,
        },
      })),
      cohort: cohort(cohortRate, startsOn),
      own,
      moved: new Map(courses.flatMap(({ courseId, moved }) => (moved ? [[courseId, moved]] : []))),
      recognised: new Map(
        courses.flatMap(({ courseId, recognised }) => (recognised ? [[courseId, 'Før']] : [])),
      ),
    }),
  }));

test('F73 STUDY-4 every course is in the plan once, and the credits add up', () => {
  fc.assert(
    fc.property(plans, ({ known: given, today }) => {
      const plan = layPlan(given, today);
      const inPlan = [...plan.semesters.flatMap(({ courses }) => courses), ...plan.recognised];
      expect(inPlan.map(({ code }) => code).sort()).toEqual(
        given.courses.map(({ code }) => code).sort(),
      );
      const { all, recognised, behind, now, ahead } = plan.credits;
      expect(recognised + behind + now + ahead).toBe(all);
      expect(all).toBe(given.courses.reduce((sum, { credits }) => sum + credits, 0));
    }),
  );
});

test('F73 STUDY-2 part time has twice the semesters of full time, one after the other from the first', () => {
  fc.assert(
    fc.property(day, day, (startsOn, today) => {
      const at = (of: Rate) => layPlan(known({ cohort: cohort(of, startsOn) }), today).semesters;
      expect(at('part-time')).toHaveLength(at('full-time').length * 2);
      expect(at('part-time')[0]?.semester).toEqual(semesterOf(startsOn));
    }),
  );
});
