import { failureOf } from './trouble.ts';

const ANSWER_TIMEOUT_MS = 15_000;

/** What a door that a link opens has said. */
export type DoorAnswer<Value, Refusal extends string> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly problem: Refusal | 'fault' | 'try-again' | 'offline';
      /** With too many of something: how long to wait. */
      readonly retryAfterMs?: number | undefined;
    };

/** What opens the link goes in the body, so that no address holds it. Never throws. */
export async function askAtDoor<Value, Refusal extends string>(
  path: string,
  body: object,
): Promise<DoorAnswer<Value, Refusal>> {
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
      refusal?: Refusal;
      retryAfterMs?: number;
    };
    return { ok: false, problem: refusal, retryAfterMs };
  } catch (error) {
    return { ok: false, problem: failureOf(error) };
  }
}
