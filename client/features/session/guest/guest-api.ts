import {
  GUEST_ENTER_PATH,
  GUEST_LOOK_PATH,
  type GuestDoor,
  type GuestRefusal,
} from '#shared/features/session/guest/model.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Language } from '../../../platform/language.ts';
import { failureOf } from '../../../platform/trouble.ts';

const ANSWER_TIMEOUT_MS = 15_000;

export type GuestAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly problem: GuestRefusal | 'offline';
      /** With too many of something: how long to wait. */
      readonly retryAfterMs?: number | undefined;
    };

/** What opens the link goes in the body, so that no address holds it. Never throws. */
async function post<Value>(path: string, body: object): Promise<GuestAnswer<Value>> {
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
      refusal?: GuestRefusal;
      retryAfterMs?: number;
    };
    return { ok: false, problem: refusal, retryAfterMs };
  } catch (error) {
    return { ok: false, problem: failureOf(error) };
  }
}

export const guestApi = {
  look: (body: { token: string; browser: string | undefined }) =>
    post<GuestDoor>(GUEST_LOOK_PATH, body),
  enter: (body: { token: string; browser: string; name: string; language: Language }) =>
    post<{ sessionId: SessionId }>(GUEST_ENTER_PATH, body),
};
