import type { Instant } from '../../kernel/duration.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { holds, ROLES, type Subject } from '../../wire/access.ts';

/** Row 46: what is held about oneself, for whoever has a role that runs; about nobody else. */
export function mayHaveOwnData(
  subject: Subject,
  asked: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  return asked.ownerId === subject.personId && ROLES.some((role) => holds(subject, role, now));
}

/** Row 46: the wishes that wait are for those who answer for the school. */
export function maySeeErasures(
  subject: Subject,
  asked: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  return asked.ownerId === subject.personId && mayRunErasure(subject, asked, now);
}

/** Row 46: and one of them at a time says yes to each; the second decides. */
export function mayRunErasure(subject: Subject, _person: unknown, now: Instant): boolean {
  return holds(subject, 'admin', now) || holds(subject, 'rector', now);
}
