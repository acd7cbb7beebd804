import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { SignInState } from './sign-in-store.ts';
import type { words } from './words.ts';

/** What went wrong on the way in, in the words of the step one stands at; nothing when nothing did. */
export function problemInWords(
  { at, problem, retryAfterMs }: Pick<SignInState, 'at' | 'problem' | 'retryAfterMs'>,
  t: (typeof words)['nb'],
): string | undefined {
  if (problem === 'too-many-tries' && retryAfterMs !== undefined) {
    const minutes = Math.max(1, Math.ceil(retryAfterMs / MINUTE_MS));
    // At the first step nothing was tried just now: somebody did, earlier or elsewhere.
    return at.step === 'address' ? t.codesRest(minutes) : t.tooManyTriesFor(minutes);
  }
  if (problem === 'too-many-tries' && at.step === 'password') return t.tooManyPasswords;
  return problem && t.problems[problem];
}
