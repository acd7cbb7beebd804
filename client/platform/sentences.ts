/** Said one after another, each a sentence: one point after each, also after what ends in one already, such as «Anne M.». */
export function inSentences(parts: readonly (string | false | null | undefined)[]): string {
  return parts
    .filter((part): part is string => Boolean(part))
    .map((part) => (/[.!?…]\p{Cf}*$/u.test(part) ? part : `${part}.`))
    .join(' ');
}
