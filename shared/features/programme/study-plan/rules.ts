import type { Day } from '#shared/kernel/calendar-day.ts';
import type { CourseId } from '#shared/kernel/ids.ts';
import type {
  CourseOfPlan,
  PlanCredits,
  PlannedSemester,
  Rate,
  Semester,
  StudyPlan,
  When,
} from './model.ts';

export type CourseToPlan = CourseOfPlan & {
  /** When full-time students take it. */
  readonly semester: Semester['season'];
};
export type TermToPlan = {
  readonly name: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly courseIds: readonly CourseId[];
};
/** What is known of a student's study. */
export type ToPlan = {
  readonly courses: readonly CourseToPlan[];
  readonly cohort: {
    readonly rate: Rate;
    readonly startsOn: Day;
    readonly terms: readonly TermToPlan[];
  };
  /** The student's own, and from which day; null for one that goes as the cohort. */
  readonly own: { readonly rate: Rate; readonly since: Day } | null;
  readonly moved: ReadonlyMap<CourseId, Semester>;
  /** Why they were recognised. */
  readonly recognised: ReadonlyMap<CourseId, string>;
};

const SEMESTERS_OF: Readonly<Record<Rate, number>> = { 'full-time': 2, 'part-time': 4 };
const AUTUMN_FROM = '-08-01';
/** Semesters in their order, counted. */
type Nth = number;

const nthOf = ({ year, season }: Semester): Nth => year * 2 + (season === 'autumn' ? 1 : 0);
const semesterOfNth = (nth: Nth): Semester => ({
  year: Math.floor(nth / 2),
  season: nth % 2 === 1 ? 'autumn' : 'spring',
});

/** The semester that a day lies in. */
export function semesterOf(day: Day): Semester {
  const year = day.slice(0, 4);
  return { year: Number(year), season: day >= `${year}${AUTUMN_FROM}` ? 'autumn' : 'spring' };
}

/** Where a course of this plan can be moved: from its first semester on, two years beyond the end of a part-time study. */
export function semestersToChoose(startsOn: Day): Semester[] {
  const first = nthOf(semesterOf(startsOn));
  return Array.from({ length: 8 }, (_, nth) => semesterOfNth(first + nth));
}

/** STUDY-1 to STUDY-5: somebody's plan, in the order of its semesters. */
export function layPlan(known: ToPlan, today: Day): StudyPlan {
  const { courses, cohort, moved, recognised } = known;
  const taken = courses.filter(({ courseId }) => !recognised.has(courseId));
  const places = placesOf(known, taken);
  for (const { courseId } of taken) {
    const to = moved.get(courseId);
    if (to) places.set(courseId, [nthOf(to)]);
  }
  const first = nthOf(semesterOf(cohort.startsOn));
  const rate = known.own?.rate ?? cohort.rate;
  const shown = new Set([...places.values()].flat());
  for (let nth = 0; nth < SEMESTERS_OF[rate]; nth += 1) shown.add(first + nth);
  const semesters = [...shown]
    .toSorted((a, b) => a - b)
    .map((nth): PlannedSemester => {
      const term = termIn(cohort.terms, nth);
      const here = taken.filter(({ courseId }) => places.get(courseId)?.includes(nth));
      return {
        semester: semesterOfNth(nth),
        term: term && { name: term.name, firstDay: term.firstDay, lastDay: term.lastDay },
        when: whenOf(nth, term, today),
        courses: here.map(({ semester: _, ...course }) => ({
          ...course,
          goesOn: places.get(course.courseId)?.at(-1) !== nth,
          moved: moved.has(course.courseId),
        })),
      };
    });
  return {
    semesters,
    recognised: courses.flatMap(({ semester: _, ...course }) => {
      const reason = recognised.get(course.courseId);
      return reason === undefined ? [] : [{ ...course, reason }];
    }),
    credits: creditsOf(courses, recognised, semesters),
  };
}

/** Where each course lies before any is moved: as the cohort has it, and from the day of an own rate on as that gives. */
function placesOf({ cohort, own }: ToPlan, taken: readonly CourseToPlan[]): Map<CourseId, Nth[]> {
  const first = nthOf(semesterOf(cohort.startsOn));
  const byCohort = spread(taken, first, first + SEMESTERS_OF[cohort.rate] - 1);
  for (const { courseId } of taken) {
    const ofTerms = cohort.terms
      .filter(({ courseIds }) => courseIds.includes(courseId))
      .map(({ firstDay }) => nthOf(semesterOf(firstDay)));
    if (ofTerms.length > 0)
      byCohort.set(
        courseId,
        [...new Set(ofTerms)].sort((a, b) => a - b),
      );
  }
  if (!own || own.rate === cohort.rate) return byCohort;
  const since = Math.max(first, nthOf(semesterOf(own.since)));
  const isBehind = ({ courseId }: CourseToPlan) =>
    (byCohort.get(courseId)?.at(-1) ?? since) < since;
  const last = Math.max(first + SEMESTERS_OF[own.rate] - 1, since + 1);
  const rest = spread(
    taken.filter((course) => !isBehind(course)),
    since,
    last,
  );
  return new Map([...byCohort, ...rest]);
}

/**
 * STUDY-2: each course in a semester of its own season. Where the season comes more than once, its courses are shared out in their
 * order, about as many credits each time.
 */
function spread(courses: readonly CourseToPlan[], from: Nth, to: Nth): Map<CourseId, Nth[]> {
  const places = new Map<CourseId, Nth[]>();
  for (const season of ['autumn', 'spring'] as const) {
    const theirs = courses.filter((course) => course.semester === season);
    const all = theirs.reduce((sum, { credits }) => sum + credits, 0);
    const slots: Nth[] = [];
    for (let nth = from; nth <= to; nth += 1)
      if (semesterOfNth(nth).season === season) slots.push(nth);
    let before = 0;
    for (const { courseId, credits } of theirs) {
      // Where its middle falls; of two that are as near, the earlier.
      const slot = slots[Math.ceil(((before + credits / 2) / all) * slots.length) - 1];
      if (slot === undefined) throw new Error(`no ${season} from ${from} to ${to}`);
      places.set(courseId, [slot]);
      before += credits;
    }
  }
  return places;
}

function termIn(terms: readonly TermToPlan[], nth: Nth): TermToPlan | null {
  return terms.find(({ firstDay }) => nthOf(semesterOf(firstDay)) === nth) ?? null;
}

/** By the cohort's own days where it has them, else by the calendar. */
function whenOf(nth: Nth, term: TermToPlan | null, today: Day): When {
  const { year, season } = semesterOfNth(nth);
  const [from, to] = season === 'autumn' ? [AUTUMN_FROM, '-12-31'] : ['-01-01', '-07-31'];
  if (today > (term?.lastDay ?? `${year}${to}`)) return 'behind';
  return today < (term?.firstDay ?? `${year}${from}`) ? 'ahead' : 'now';
}

/** STUDY-4: behind when its last semester is, under way from its first one on, else ahead. */
function creditsOf(
  courses: readonly CourseToPlan[],
  recognised: ToPlan['recognised'],
  semesters: readonly PlannedSemester[],
): PlanCredits {
  const sums: PlanCredits = { all: 0, recognised: 0, behind: 0, now: 0, ahead: 0 };
  for (const { courseId, credits } of courses) {
    const whens = semesters
      .filter((one) => one.courses.some((course) => course.courseId === courseId))
      .map(({ when }) => when);
    sums.all += credits;
    if (recognised.has(courseId)) sums.recognised += credits;
    else if (whens.every((when) => when === 'behind')) sums.behind += credits;
    else sums[whens.every((when) => when === 'ahead') ? 'ahead' : 'now'] += credits;
  }
  return sums;
}
