import type {
  Entrance,
  Language,
  OwnSignIn,
  PasswordAsks,
  RefusalBody,
  SignInRefusal,
} from '#shared/features/identity/sign-in/model.ts';
import { languageChosenHere } from '../../platform/language.ts';
import { failureOf } from '../../platform/trouble.ts';

const ENTRANCE_TIMEOUT_MS = 15_000;

/** Why it did not work. Each has its sentence in `words.ts`. */
export type SignInProblem = SignInRefusal | 'bad-address' | 'offline';

export type Answer<Value> =
  | { ok: true; value: Value }
  | {
      ok: false;
      problem: SignInProblem;
      incident?: string | undefined;
      /** With too many of something: how long to wait, where the server knows. */
      retryAfterMs?: number | undefined;
    };

async function refusalIn(response: Response): Promise<Answer<never>> {
  const body = (await response.json().catch(() => null)) as RefusalBody | null;
  const { refusal = 'fault', incident, retryAfterMs } = body ?? {};
  return { ok: false, problem: refusal, incident, retryAfterMs };
}

/** The header is a guard against other sites: they cannot set it without our leave (docs/promises.md §5). */
async function call<Value>(
  method: string,
  path: string,
  body?: unknown,
  signal: AbortSignal | null = null,
): Promise<Answer<Value>> {
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  try {
    const response = await fetch(path, {
      method,
      headers: { 'x-mellom': '1', ...json },
      body: body === undefined ? null : JSON.stringify(body),
      signal,
    });
    if (!response.ok) return await refusalIn(response);
    return { ok: true, value: (await response.json().catch(() => null)) as Value };
  } catch (error) {
    return { ok: false, problem: failureOf(error) };
  }
}

/** The identity slice's HTTP routes, one function each. They never throw: what went wrong is in the answer. */
export const signInApi = {
  /** Asked before anything is shown: it is not waited for longer than a question is. */
  entrance: () =>
    call<Entrance>('GET', '/api/door', undefined, AbortSignal.timeout(ENTRANCE_TIMEOUT_MS)),
  sendCode: (email: string) =>
    call<unknown>('POST', '/api/auth/email-otp/send-verification-otp', {
      ...{ email, type: 'sign-in', language: languageChosenHere() },
    }),
  withCode: (email: string, otp: string) =>
    call<unknown>('POST', '/api/auth/sign-in/email-otp', { email, otp }),
  withPassword: (email: string, password: string) =>
    call<unknown>('POST', '/api/auth/sign-in/email', { email, password }),
  throughDoor: (door: string) => call<unknown>('POST', '/api/door', { door }),
  signOut: () => call<unknown>('POST', '/api/auth/sign-out', {}),
  signIns: () => call<{ signIns: readonly OwnSignIn[] }>('GET', '/api/sign-ins'),
  chooseLanguage: (language: Language) => call<unknown>('PUT', '/api/me/language', { language }),
  passwordAsks: () => call<PasswordAsks>('GET', '/api/me/password'),
  /** With what the server asks for beside it, unless the sign-in is fresh. */
  choosePassword: (password: string, proof: { current?: string; code?: string }) =>
    call<unknown>('PUT', '/api/me/password', { password, ...proof }),
  endOtherSignIns: () => call<unknown>('DELETE', '/api/sign-ins'),
  endSignIn: (id: string) => call<unknown>('DELETE', `/api/sign-ins/${encodeURIComponent(id)}`),
};

export type SignInApi = typeof signInApi;
