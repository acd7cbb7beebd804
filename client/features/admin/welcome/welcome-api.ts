import {
  WELCOME_ENTER_PATH,
  WELCOME_LOOK_PATH,
  type WelcomeDoor,
  type WelcomeRefusal,
} from '#shared/features/admin/welcome/model.ts';
import { askAtDoor } from '../../../platform/ask-at-door.ts';
import type { Language } from '../../../platform/language.ts';

export type WelcomeProblem = WelcomeRefusal | 'offline';

const post = <Value>(path: string, body: object) => askAtDoor<Value, WelcomeRefusal>(path, body);

export const welcomeApi = {
  look: (token: string) => post<WelcomeDoor>(WELCOME_LOOK_PATH, { token }),
  enter: (body: { token: string; name: string; email: string; language: Language }) =>
    post<object>(WELCOME_ENTER_PATH, body),
};
