import {
  TEMPLATE_COURSES,
  TEMPLATE_PROGRAMME,
} from '#shared/features/programme/programme/template.ts';

/** The demonstration's school and study plan. All of it is invented, in the shape of a real programme. */

export const SCHOOL_NAME = 'Fjordglimt fagskole (oppdiktet)';

export const PROGRAMME = TEMPLATE_PROGRAMME;
export const COURSES = TEMPLATE_COURSES;

export type CohortKey = 'full-time' | 'part-time';

export type CohortContent = {
  readonly key: CohortKey;
  /** The year of its start is added: «Heltid 2026». */
  readonly label: string;
  /** It began on the Monday this many weeks before the current week. */
  readonly weeksAgo: number;
  readonly groups: readonly string[];
};

export const COHORTS: readonly CohortContent[] = [
  {
    key: 'full-time',
    label: 'Heltid',
    weeksAgo: 6,
    groups: ['Gruppe 1', 'Gruppe 2', 'Gruppe 3', 'Gruppe 4'],
  },
  { key: 'part-time', label: 'Deltid', weeksAgo: 6, groups: ['Kveldsgruppa', 'Dagsgruppa'] },
];

export type GatheringContent = {
  readonly key: string;
  readonly title: string;
  readonly place: string;
  readonly mandatory: boolean;
  /** Wednesday 10:00 to Friday 15:00, this many weeks from the current one. */
  readonly week: number;
};

/** For each of the two semesters two that one must come to, and one to round off with for those who wish. */
export const GATHERINGS: readonly GatheringContent[] = [
  { key: 'samling-1', title: 'Samling 1', place: 'Trondheim', mandatory: true, week: -3 },
  { key: 'samling-2', title: 'Samling 2', place: 'Trondheim', mandatory: true, week: 2 },
  { key: 'avslutning-1', title: 'Avslutning', place: 'Kristiansand', mandatory: false, week: 9 },
  { key: 'samling-3', title: 'Samling 3', place: 'Trondheim', mandatory: true, week: 18 },
  { key: 'samling-4', title: 'Samling 4', place: 'Kristiansand', mandatory: true, week: 25 },
  { key: 'avslutning-2', title: 'Avslutning', place: 'Trondheim', mandatory: false, week: 34 },
];
