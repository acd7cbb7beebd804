import * as z from 'zod/mini';
import { oneLine } from '#shared/kernel/plain-text.ts';

export const CARD_ENTRIES_MAX = 12;
export const ENTRY_NAME_MAX = 80;
export const ENTRY_OPEN_MAX = 80;
export const ENTRY_ABOUT_MAX = 160;
export const NUMBER_LENGTH_MAX = 24;

/** A number as people write it, that a telephone can dial: 3 to 15 digits (E.164), spaces between, perhaps + before. */
export function isDialable(number: string): boolean {
  const digits = number.replaceAll(' ', '').replace(/^\+/u, '');
  return /^\+?[0-9 ]+$/u.test(number) && digits.length >= 3 && digits.length <= 15;
}

/** Somebody of the school's own whom one can call. */
export const supportEntry = z.object({
  name: oneLine(ENTRY_NAME_MAX),
  number: z.string().check(z.trim(), z.maxLength(NUMBER_LENGTH_MAX), z.refine(isDialable)),
  /** When somebody answers, in words; empty where nobody has said. */
  open: oneLine(ENTRY_OPEN_MAX, 0),
  /** One line on what they can do; may be empty. */
  about: oneLine(ENTRY_ABOUT_MAX, 0),
});
export type SupportEntry = z.infer<typeof supportEntry>;

/** What the school publishes beside the numbers that are the same in the whole country. Version 0: nothing yet. */
export const supportCard = z.object({
  version: z.number(),
  entries: z.array(supportEntry).check(z.maxLength(CARD_ENTRIES_MAX)),
});
export type SupportCard = z.infer<typeof supportCard>;

/** Where anybody reads it, signed in or not (docs/access.md row 53). */
export const SUPPORT_CARD_PATH = '/api/support-card';

/**
 * Who answers in the whole country, the most urgent first. Part of the program and not of the school's card: they stand there before
 * anything was fetched, and nobody takes them away by mistake.
 */
export const NATIONAL_LINES = [
  { line: 'emergency', number: '113' },
  { line: 'doctor', number: '116 117' },
  { line: 'mentalHelse', number: '116 123' },
  { line: 'kirkensSos', number: '22 40 00 40' },
] as const;
