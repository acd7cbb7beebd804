import type { SignInProblem } from '../call.ts';

/** Why a step was not taken, as far as its form has to say it. */
export type Refused = {
  readonly problem: SignInProblem;
  readonly retryAfterMs?: number | undefined;
};
