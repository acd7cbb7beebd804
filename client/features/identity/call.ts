import type { RefusalBody, SignInRefusal } from '#shared/features/identity/sign-in/model.ts';
import { failureOf } from '../../platform/trouble.ts';

/** Why it did not work. Each has its sentence in `words.ts`. */
export type SignInProblem = SignInRefusal | 'bad-address' | 'offline' | 'no-passkey';

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
export async function call<Value>(
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
