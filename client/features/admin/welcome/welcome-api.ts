import {
  WELCOME_ENTER_PATH,
  WELCOME_LOOK_PATH,
  type WelcomeDoor,
  type WelcomeRefusal,
} from '#shared/features/admin/welcome/model.ts';
import type { Language } from '../../../platform/language.ts';
import { failureOf } from '../../../platform/trouble.ts';

const ANSWER_TIMEOUT_MS = 15_000;

export type WelcomeProblem = WelcomeRefusal | 'offline';

export type WelcomeAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly problem: WelcomeProblem;
      /** With too many of something: how long to wait. */
      readonly retryAfterMs?: number | undefined;
    };

/** What opens the link goes in the body, so that no address holds it. Never throws. */
async function post<Value>(path: string, body: object): Promise<WelcomeAnswer<Value>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-mellom': '1' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    const answer = await response.json();
    if (response.ok) return { ok: true, value: answer as Value };
    const { refusal = 'fault', retryAfterMs } = answer as {
      refusal?: WelcomeRefusal;
      retryAfterMs?: number;
    };
    return { ok: false, problem: refusal, retryAfterMs };
  } catch (error) {
    return { ok: false, problem: failureOf(error) };
  }
}

export const welcomeApi = {
  look: (token: string) => post<WelcomeDoor>(WELCOME_LOOK_PATH, { token }),
  enter: (body: { token: string; name: string; email: string; language: Language }) =>
    post<object>(WELCOME_ENTER_PATH, body),
};
