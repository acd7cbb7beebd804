import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, type Role, type Subject } from '#shared/wire/access.ts';
import type { CohortStanding } from './model.ts';

/** Row 65, by role: who sees every cohort of the school. A teacher sees those in which they teach. */
const SEE_EVERY_COHORT: readonly Role[] = [
  'admin',
  'rector',
  'studyAdviser',
  'practiceCoordinator',
];
/** Row 65, by role: who can have a cohort to see at all. */
export const SEE_COHORTS: readonly Role[] = [...SEE_EVERY_COHORT, 'teacher'];

type Asked = { readonly ownerId: PersonId };
type Taught = Pick<CohortStanding, 'teachesCohort'>;

const holdsOne = (subject: Subject, roles: readonly Role[], now: Instant) =>
  roles.some((role) => holds(subject, role, now));

/** Row 4: an administrator makes cohorts. */
export function mayCreateCohort(subject: Subject, asked: Asked, now: Instant): boolean {
  return asked.ownerId === subject.personId && holds(subject, 'admin', now);
}

/** Row 4: an administrator makes one after another, moves students between them, and takes them out. */
export function mayRunCohort(subject: Subject, _cohort: unknown, now: Instant): boolean {
  return holds(subject, 'admin', now);
}

/** Row 4: a study adviser enrols too. */
export function mayEnrol(subject: Subject, _cohort: unknown, now: Instant): boolean {
  return holdsOne(subject, ['admin', 'studyAdviser'], now);
}

/** Row 4: groups are made by an administrator, and by who teaches the cohort. */
export function mayMakeGroups(subject: Subject, { teachesCohort }: Taught, now: Instant): boolean {
  return holds(subject, 'admin', now) || (teachesCohort && holds(subject, 'teacher', now));
}

/** Row 65: who sees a cohort with its students, teachers and groups. */
export function maySeeCohort(subject: Subject, { teachesCohort }: Taught, now: Instant): boolean {
  return (
    holdsOne(subject, SEE_EVERY_COHORT, now) || (teachesCohort && holds(subject, 'teacher', now))
  );
}

/** Row 65: who has a list of such cohorts; which are in it, `maySeeCohort` says of each. */
export function mayListCohorts(subject: Subject, asked: Asked, now: Instant): boolean {
  return asked.ownerId === subject.personId && holdsOne(subject, SEE_COHORTS, now);
}

/** Row 3, of a cohort's people: a practice coordinator reads addresses of those in their placements, which are not built. */
export function mayReadAddresses(subject: Subject, cohort: Taught, now: Instant): boolean {
  return (
    holdsOne(subject, ['admin', 'rector', 'studyAdviser'], now) ||
    (cohort.teachesCohort && holds(subject, 'teacher', now))
  );
}
