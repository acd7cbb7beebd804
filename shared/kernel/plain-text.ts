import * as z from 'zod/mini';

/** Any control character; in texts of several lines all but the line break and the tab. */
const IN_LINE = /\p{Cc}/u;
const IN_TEXT = /[^\P{Cc}\n\t]/u;

const readable = (text: string, barred: RegExp) => text.isWellFormed() && !barred.test(text);

/** Trimmed, without control characters or lone surrogates, of one line. */
export const oneLine = (longest: number, shortest = 1) =>
  z.string().check(
    z.trim(),
    z.minLength(shortest),
    z.maxLength(longest),
    z.refine((text) => readable(text, IN_LINE)),
  );

/** The same, of several lines. */
export const severalLines = (longest: number, shortest = 1) =>
  z.string().check(
    z.trim(),
    z.minLength(shortest),
    z.maxLength(longest),
    z.refine((text) => readable(text, IN_TEXT)),
  );
