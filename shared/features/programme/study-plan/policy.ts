import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, ROLES, type Role, type Subject } from '#shared/wire/access.ts';
import type { PlanStanding } from './model.ts';

const SEE_EVERYBODYS: readonly Role[] = ['practiceCoordinator', 'studyAdviser', 'admin', 'rector'];
const CHANGE: readonly Role[] = ['studyAdviser', 'admin'];
/** Why a course is recognised can say much of somebody's life: it is for those who keep plans, and the rector. */
const SEE_WHY: readonly Role[] = [...CHANGE, 'rector'];

const hasOne = (subject: Subject, roles: readonly Role[], now: Instant) =>
  roles.some((role) => holds(subject, role, now));

/** Row 48: one's own plan, and whose one may see; each is asked for by itself. */
export function maySeeOwnPlan(
  subject: Subject,
  { ownerId }: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  return ownerId === subject.personId && hasOne(subject, ROLES, now);
}

/** Row 61, see: a teacher of the student's cohort, and who follows students up or runs the school. */
export function maySeePlan(
  subject: Subject,
  { teachesCohort }: PlanStanding,
  now: Instant,
): boolean {
  return (teachesCohort && holds(subject, 'teacher', now)) || hasOne(subject, SEE_EVERYBODYS, now);
}

/** Row 61, change. */
export function mayChangePlan(subject: Subject, _plan: PlanStanding, now: Instant): boolean {
  return hasOne(subject, CHANGE, now);
}

/** Row 61: of whoever may see the plan, who also reads why something is recognised. */
export function maySeeWhyRecognised(subject: Subject, now: Instant): boolean {
  return hasOne(subject, SEE_WHY, now);
}
