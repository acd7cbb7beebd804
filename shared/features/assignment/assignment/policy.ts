import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, ROLES, type Subject } from '#shared/wire/access.ts';
import type { PaperStanding } from '../submission/model.ts';
import type { AssignmentPlace } from './model.ts';

const teachesIt = (subject: Subject, place: AssignmentPlace, now: Instant) =>
  place.teaches && holds(subject, 'teacher', now);

/** Row 36: setting one, changing it, and following who has handed in. */
export function maySetAssignment(subject: Subject, place: AssignmentPlace, now: Instant): boolean {
  return teachesIt(subject, place, now);
}

/** A student of the cohort: alone or with a group, it is theirs to answer. */
export function answersIt(subject: Subject, place: AssignmentPlace, now: Instant): boolean {
  return place.inCohort && holds(subject, 'student', now);
}

/** Row 36: reading the brief. */
export function mayReadAssignment(subject: Subject, place: AssignmentPlace, now: Instant): boolean {
  return (
    answersIt(subject, place, now) ||
    teachesIt(subject, place, now) ||
    holds(subject, 'studyAdviser', now)
  );
}

/** Row 37: answering it: beginning, confirming, handing in and taking back. */
export function mayWriteSubmission(subject: Subject, paper: PaperStanding, now: Instant): boolean {
  return paper.mine && holds(subject, 'student', now);
}

/** Row 37: what was handed in. What was taken back is read by those alone whose it is. */
export function mayReadSubmission(subject: Subject, paper: PaperStanding, now: Instant): boolean {
  if (mayWriteSubmission(subject, paper, now)) return true;
  return !paper.takenBack && teachesIt(subject, paper.assignment, now);
}

/** Row 48: one's own list; what stands in it is asked for each assignment. */
export function mayListAssignments(
  subject: Subject,
  list: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  return list.ownerId === subject.personId && ROLES.some((role) => holds(subject, role, now));
}
