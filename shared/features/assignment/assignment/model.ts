import * as z from 'zod/mini';
import type { Instant } from '#shared/kernel/duration.ts';
import {
  type AssignmentId,
  type CohortId,
  type CourseId,
  type DocumentId,
  type GroupId,
  id,
  type PersonId,
} from '#shared/kernel/ids.ts';
import { instantInOslo } from '#shared/kernel/oslo-time.ts';

export const ASSIGNMENT_TITLE_MAX = 120;
export const BRIEF_LENGTH_MAX = 8_000;
export const CRITERIA_MAX = 12;
export const CRITERION_LENGTH_MAX = 400;

/** Who answers: each student alone, or the cohort's groups. */
export const assignmentMode = z.enum(['individual', 'group']);
export type AssignmentMode = z.infer<typeof assignmentMode>;

/** Any control character; in texts of several lines all but the line break and the tab. */
const IN_LINE = /\p{Cc}/u;
const IN_TEXT = /[^\P{Cc}\n\t]/u;

const oneLine = (longest: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(longest),
    z.refine((text) => text.isWellFormed() && !IN_LINE.test(text)),
  );

/** What a teacher writes. `dueDay` and `dueTime` are on Oslo's clock: "2026-10-02", "23:59". */
export const briefFields = {
  title: oneLine(ASSIGNMENT_TITLE_MAX),
  brief: z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(BRIEF_LENGTH_MAX),
    z.refine((text) => text.isWellFormed() && !IN_TEXT.test(text)),
  ),
  criteria: z.array(oneLine(CRITERION_LENGTH_MAX)).check(z.maxLength(CRITERIA_MAX)),
  dueDay: z.string().check(z.refine((day) => instantInOslo(day, '12:00') !== null)),
  dueTime: z.string().check(z.refine((time) => instantInOslo('2026-01-01', time) !== null)),
} as const;

/** The brief as it is stored. */
export type Brief = {
  readonly title: string;
  readonly brief: string;
  readonly criteria: readonly string[];
  readonly dueAt: Instant;
};

/** Where an assignment is set, with what a subject is to that place just now. */
export type AssignmentPlace = {
  readonly cohortId: CohortId;
  readonly courseId: CourseId;
  /** A student of the cohort. */
  readonly inCohort: boolean;
  /** Assigned to some session of the course with that cohort. */
  readonly teaches: boolean;
};

/** An assignment as the policies need it. */
export type AssignmentStanding = AssignmentPlace &
  Brief & {
    readonly assignmentId: AssignmentId;
    readonly mode: AssignmentMode;
    readonly templateId: DocumentId | null;
    readonly courseCode: string;
    readonly courseTitle: string;
    readonly cohortName: string;
  };

/** Who answers together: a group, or one person. */
export type Holder =
  | { readonly kind: 'group'; readonly groupId: GroupId }
  | { readonly kind: 'person'; readonly personId: PersonId };

export const namedPerson = z.object({ personId: id<'person'>(), displayName: z.string() });
export type NamedPerson = z.infer<typeof namedPerson>;
