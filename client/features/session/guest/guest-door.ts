import type { GuestDoor, GuestRefusal } from '#shared/features/session/guest/model.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { keep, kept } from '../../../platform/kept.ts';
import { language } from '../../../platform/language.ts';
import { createLinkDoor } from '../../../platform/link-door.ts';
import { newSecret } from '../../../platform/secrets.ts';
import type { guestApi } from './guest-api.ts';

/** By it the same browser comes back as the same guest; forgotten with a sign-out. */
const BROWSER = 'guest-browser';
const isSecret = (value: unknown): value is string => typeof value === 'string' && value !== '';

export type DoorProblem = GuestRefusal | 'offline';

/** A guest's way in by a link. */
export function createGuestDoor(token: string, api: typeof guestApi) {
  return createLinkDoor<GuestDoor, GuestRefusal, { readonly sessionId: SessionId }, string>({
    look: () => api.look({ token, browser: kept(BROWSER, isSecret) }),
    enter: (name) => {
      const browser = kept(BROWSER, isSecret) ?? newSecret();
      // Before the answer: if it is lost on the way, the same browser can still come back.
      keep(BROWSER, browser);
      return api.enter({ token, browser, name, language: language() });
    },
  });
}
