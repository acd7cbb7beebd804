import type { Language } from '#shared/features/identity/sign-in/model.ts';

/** What people of the demonstration school are made with, unless they are made to speak another: nobody's choice. */
const MADE_WITH: Language = 'nb';

/**
 * The language to show somebody who is known now, or nothing where the one that is shown stays: their own, but for a person
 * of the demonstration school who never chose, on a device where nobody has. There the browser's wish holds.
 */
export function languageToShow(
  own: Language,
  here: { readonly demo: boolean; readonly everKept: boolean },
): Language | undefined {
  return here.demo && own === MADE_WITH && !here.everKept ? undefined : own;
}
