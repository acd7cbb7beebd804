import type { Role } from '../../../wire/access.ts';
import type { WaitsFor } from './model.ts';

/** Those who see of others no more than any classmate does. */
const SEE_NOTHING_OF_OTHERS: readonly Role[] = ['student', 'guest'];

/** Whoever sees what others have trusted the school with has a second factor. */
export function mustHaveSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => !SEE_NOTHING_OF_OTHERS.includes(role));
}

/** Whether a sign-in carries these roles: those that ask for a second factor, only where one was shown within it. */
export function carriesRoles(
  signIn: { readonly secondFactor: boolean },
  roles: readonly Role[],
): boolean {
  return signIn.secondFactor || !mustHaveSecondFactor(roles);
}

/** Whoever has a second factor shows it; whoever must have one and has none sets it up first. Null: nothing is lacking. */
export function whatSignInLacks(
  has: { readonly app: boolean; readonly passkey: boolean },
  mustHave: boolean,
): WaitsFor | null {
  if (has.app || has.passkey) return { step: 'prove', ...has };
  return mustHave ? { step: 'set-up', ...has } : null;
}

/** Whether one of them can be taken away: the last may go only where none is asked for. */
export function mayGo(left: { app: boolean; passkeys: number }, mustHave: boolean): boolean {
  return !mustHave || left.app || left.passkeys > 0;
}
