import * as z from 'zod/mini';
import { severalLines } from '#shared/kernel/plain-text.ts';

export const AGREEMENT_LENGTH_MAX = 4_000;

export const agreementText = severalLines(AGREEMENT_LENGTH_MAX);

/** The text as somebody left it. All that ever stood there can be read. */
export const agreementVersion = z.object({
  version: z.number(),
  text: z.string(),
  at: z.number(),
  /** Empty for somebody who has been erased. */
  by: z.string(),
});
export type AgreementVersion = z.infer<typeof agreementVersion>;

/** Whose it is: the whole cohort's, or one group's. */
export const agreementOf = z.object({ kind: z.enum(['cohort', 'group']), name: z.string() });
