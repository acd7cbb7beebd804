import {
  GUEST_ENTER_PATH,
  GUEST_LOOK_PATH,
  type GuestDoor,
  type GuestRefusal,
} from '#shared/features/session/guest/model.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { askAtDoor, type DoorAnswer } from '../../../platform/ask-at-door.ts';
import type { Language } from '../../../platform/language.ts';

export type GuestAnswer<Value> = DoorAnswer<Value, GuestRefusal>;

const post = <Value>(path: string, body: object) => askAtDoor<Value, GuestRefusal>(path, body);

export const guestApi = {
  look: (body: { token: string; browser: string | undefined }) =>
    post<GuestDoor>(GUEST_LOOK_PATH, body),
  enter: (body: { token: string; browser: string; name: string; language: Language }) =>
    post<{ sessionId: SessionId }>(GUEST_ENTER_PATH, body),
};
