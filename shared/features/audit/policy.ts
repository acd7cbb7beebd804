import type { Instant } from '../../kernel/duration.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { holds, ROLES, type Subject } from '../../wire/access.ts';

type Own = { readonly ownerId: PersonId };

/** Row 45: the whole log is for those who answer for the school. */
export function mayReadLog(subject: Subject, asked: Own, now: Instant): boolean {
  return (
    asked.ownerId === subject.personId &&
    (holds(subject, 'admin', now) || holds(subject, 'rector', now))
  );
}

/** Row 45: what was done by or with oneself, for whoever has a role that runs. */
export function mayReadOwnLog(subject: Subject, asked: Own, now: Instant): boolean {
  return asked.ownerId === subject.personId && ROLES.some((role) => holds(subject, role, now));
}
