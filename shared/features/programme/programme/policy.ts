import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, type Role, type Subject } from '#shared/wire/access.ts';

/** Row 6, by role: who has the page at all. */
export const EDIT_PROGRAMME: readonly Role[] = ['admin', 'rector'];

/** Row 6: the programme, its courses, terms and gatherings, and when there is no school. */
export function mayEditProgramme(
  subject: Subject,
  { ownerId }: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  return ownerId === subject.personId && EDIT_PROGRAMME.some((role) => holds(subject, role, now));
}
