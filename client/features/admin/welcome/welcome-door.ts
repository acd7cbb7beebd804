import type { WelcomeDoor, WelcomeRefusal } from '#shared/features/admin/welcome/model.ts';
import { language } from '../../../platform/language.ts';
import { createLinkDoor } from '../../../platform/link-door.ts';
import type { welcomeApi } from './welcome-api.ts';

type Said = { readonly name: string; readonly email: string };

/** The way in of somebody who becomes a person of the school by a link. */
export function createWelcomeDoor(token: string, api: typeof welcomeApi) {
  return createLinkDoor<WelcomeDoor, WelcomeRefusal, object, Said>({
    look: () => api.look(token),
    enter: (said) => api.enter({ token, ...said, language: language() }),
  });
}
