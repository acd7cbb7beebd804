import * as z from 'zod/mini';

/** Who answers for what is known about people at this school; null where nobody has said it. */
export const schoolContact = z.object({
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  /** Whom to ask about privacy, where that is somebody of their own. */
  privacyEmail: z.nullable(z.string()),
});
export type SchoolContact = z.infer<typeof schoolContact>;

/** What the school has said of itself, once it has, before what the settings say. One address of its own serves for all questions. */
export function contactOf(
  settings: SchoolContact,
  said: { readonly name: string; readonly contact: string },
): SchoolContact {
  if (said.contact === '') return settings;
  return { name: said.name, email: settings.email ?? said.contact, privacyEmail: said.contact };
}

/** Where anybody reads it, signed in or not. */
export const SCHOOL_CONTACT_PATH = '/api/school';
