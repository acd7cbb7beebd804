import { forgottenBefore } from '#shared/features/session/guest/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Database } from '../../../storage/database.ts';
import { deleteLinks, guestsForgottenBefore } from './repository.ts';

/** Guests whose time is up (GUEST-9): their every trace is to be erased, in every slice. */
export function forgottenGuests(database: Database, now: Instant): Promise<PersonId[]> {
  return guestsForgottenBefore(database, forgottenBefore(now));
}

/** Forgets the links of that time, when their guests have been. */
export function forgetGuestLinks(database: Database, now: Instant): Promise<void> {
  return deleteLinks(database, forgottenBefore(now));
}
