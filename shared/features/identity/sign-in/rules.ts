import { type Instant, MINUTE_MS } from '../../../kernel/duration.ts';
import { RETENTION } from '../../../kernel/retention.ts';
import { PASSWORD_LENGTH } from './model.ts';

/** How long a mailed code can be used. */
export const CODE_LIVES_MS = 10 * MINUTE_MS;
/** Unused for so long, a sign-in has ended. Being in a live session counts as use. */
export const IDLE_ENDS_MS = 60 * MINUTE_MS;
/** No sign-in lives longer, used or not. */
export const LONGEST_SIGN_IN_MS = RETENTION['sign-in'];

/** When a sign-in that is used now will end if it is not used again. */
export function signInEndsAt(createdAt: Instant, now: Instant): Instant {
  return Math.min(now + IDLE_ENDS_MS, createdAt + LONGEST_SIGN_IN_MS);
}

/** What is wrong with the length of a password, counted as a person counts: in characters, not in code units. */
export function passwordLengthFault(
  password: string,
): 'password-too-short' | 'password-too-long' | null {
  const length = Array.from(password.normalize('NFC')).length;
  if (length < PASSWORD_LENGTH.least) return 'password-too-short';
  if (length > PASSWORD_LENGTH.most) return 'password-too-long';
  return null;
}
