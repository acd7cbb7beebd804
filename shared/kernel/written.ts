import * as z from 'zod/mini';

const IN_LINE = /\p{Cc}/u;
const IN_TEXT = /[^\P{Cc}\n\t]/u;

/** Words in one line: trimmed, no control characters, no lone surrogates. */
export function writtenLine(maxLength: number) {
  return written(maxLength, IN_LINE);
}

/** The same in several lines: line breaks and tabs may stand in it. */
export function writtenText(maxLength: number) {
  return written(maxLength, IN_TEXT);
}

function written(maxLength: number, refused: RegExp) {
  return z.string().check(
    z.trim(),
    z.maxLength(maxLength),
    z.refine((text) => text.isWellFormed() && !refused.test(text)),
  );
}
