import type { OwnSignIn } from '#shared/features/identity/sign-in/model.ts';
import { clockTime, shortDate } from '../../platform/dates.ts';
import { language } from '../../platform/language.ts';
import type { ownWords } from './own-words.ts';

export const momentOf = (at: number) => `${shortDate(language(), at)} ${clockTime(at)}`;

/**
 * A sign-in's device in words. With the moment of signing in it tells one from the other; those of one device in the same
 * minute are numbered, so that no two read the same.
 */
export function nameOf(
  signIn: OwnSignIn,
  all: readonly OwnSignIn[],
  t: (typeof ownWords)['nb'],
): string {
  const name = signIn.device || t.otherDevice;
  const alike = all
    .filter((one) => one.device === signIn.device)
    .filter((one) => momentOf(one.createdAt) === momentOf(signIn.createdAt))
    .sort((a, b) => a.createdAt - b.createdAt);
  return alike.length < 2 ? name : t.nth(name, alike.indexOf(signIn) + 1);
}
