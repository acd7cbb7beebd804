import type { Instant } from '#shared/kernel/duration.ts';
import { holds, type Role, type Subject } from '#shared/wire/access.ts';
import type { PlanningPlace } from './model.ts';

/** The roles that row 7 gives it to, each where it says. */
export const PLAN: readonly Role[] = ['teacher', 'practiceCoordinator', 'admin'];

/**
 * Row 7: planning, changing, moving and cancelling. A teacher of the cohort; a practice coordinator in practice courses, and in
 * a cohort that has asked them in; the administrator everywhere.
 */
export function mayPlanSession(subject: Subject, place: PlanningPlace, now: Instant): boolean {
  const { teachesCohort, invitedToCohort, isPractice } = place;
  return (
    holds(subject, 'admin', now) ||
    (teachesCohort && holds(subject, 'teacher', now)) ||
    ((isPractice || invitedToCohort) && holds(subject, 'practiceCoordinator', now))
  );
}
