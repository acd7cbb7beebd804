/** Short forms and what each stands for. The short form is written in small letters. */
export type Abbreviations = ReadonlyMap<string, string>;

export const SHORT_MAX = 20;
export const LONG_MAX = 80;
export const ABBREVIATIONS_MAX = 500;

/** What ends a word, and with it a short form. */
const ENDS = /[\s.,:;!?)»”"]/u;
const LAST_WORD = /[^\s.,:;!?(«“")»”]+$/u;

/** The text up to where one writes, with its last word written out where that is a short form: "Ek" gives "Erfaringskonsulent". */
export function writeOut(before: string, all: Abbreviations): string {
  const word = LAST_WORD.exec(before)?.[0];
  const long = word && all.get(word.toLowerCase());
  if (!word || !long) return before;
  const isCapital = word[0] !== word[0]?.toLowerCase();
  const shown = isCapital ? `${long[0]?.toUpperCase()}${long.slice(1)}` : long;
  return before.slice(0, -word.length) + shown;
}

/** The same when the word has just been ended, by a space or a stop: what stands before the caret, and after it. */
export function writeOutEnded(before: string, all: Abbreviations): string {
  const end = before.at(-1) ?? '';
  return ENDS.test(end) ? writeOut(before.slice(0, -1), all) + end : before;
}

/** Why a short form cannot be one, if it cannot. */
export function faultIn(
  short: string,
  long: string,
): 'no-short' | 'no-long' | 'not-one-word' | undefined {
  if (short.trim() === '') return 'no-short';
  if (LAST_WORD.exec(short.trim())?.[0] !== short.trim()) return 'not-one-word';
  return long.trim() === '' ? 'no-long' : undefined;
}

/** With one more, or one that stands for something else now. */
export function withAbbreviation(all: Abbreviations, short: string, long: string): Abbreviations {
  const key = short.trim().toLowerCase();
  return new Map([...all].filter(([each]) => each !== key).concat([[key, long.trim()]]));
}

export function withoutAbbreviation(all: Abbreviations, short: string): Abbreviations {
  return new Map([...all].filter(([each]) => each !== short));
}

/** What was kept on the device, as far as it still has the right shape. */
export function readAbbreviations(text: string): Abbreviations {
  try {
    const pairs: unknown = JSON.parse(text);
    if (!Array.isArray(pairs)) return new Map();
    const good = pairs.filter(
      (pair): pair is [string, string] =>
        Array.isArray(pair) && pair.length === 2 && pair.every((each) => typeof each === 'string'),
    );
    return new Map(good.slice(0, ABBREVIATIONS_MAX));
  } catch {
    return new Map();
  }
}

export const keptForm = (all: Abbreviations): string => JSON.stringify([...all]);
