import * as z from 'zod/mini';

/** Who answers for what is known about people at this school, as its settings say; null where they do not. */
export const schoolContact = z.object({
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  /** Whom to ask about privacy, where that is somebody of their own. */
  privacyEmail: z.nullable(z.string()),
});
export type SchoolContact = z.infer<typeof schoolContact>;

/** Where anybody reads it, signed in or not. */
export const SCHOOL_CONTACT_PATH = '/api/school';
