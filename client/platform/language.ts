import { createSignal } from 'solid-js';
import { keep, kept } from './kept.ts';

export const languages = ['nb', 'nn', 'en'] as const;
export type Language = (typeof languages)[number];

/**
 * The words of one topic in every language. Bokmål comes first and is the type: write
 *
 *     const nb = { send: 'Send', present: (n: number) => plural('nb', n, { one: '1 er inne', other: `${n} er inne` }) };
 *     const nn: typeof nb = { … };
 *     const en: typeof nb = { … };
 *     export const words: Dictionary<typeof nb> = { nb, nn, en };
 *
 * A missing or a surplus key does not compile.
 */
export type Dictionary<Words> = Readonly<Record<Language, Words>>;

const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);

/**
 * The language when nobody has chosen, from the browser's list with the most wanted first: the first Norwegian one,
 * wherever it stands; else English where it is listed; else bokmål (docs/decisions/0021).
 */
export function firstLanguage(wishes: readonly string[]): Language {
  const wanted = wishes.map((wish) => wish.toLowerCase().split('-')[0] ?? '');
  const norwegian = wanted.find((one) => NORWEGIAN.has(one));
  if (norwegian) return norwegian === 'nn' ? 'nn' : 'nb';
  return wanted.includes('en') ? 'en' : 'nb';
}

/** `no` is how older browsers say bokmål. */
const NORWEGIAN = new Set(['nb', 'nn', 'no']);

const wishes = () => (typeof navigator === 'undefined' ? [] : (navigator.languages ?? []));
const [language, setLanguage] = createSignal<Language>(
  kept('language', isLanguage) ?? firstLanguage(wishes()),
);

/** Whether a language was shown here by somebody's choice, now or at an earlier visit. */
export const languageWasKept = (): boolean => kept('language', isLanguage) !== undefined;

/** The language of the interface just now; a signal. */
export { language };

/** The language that was chosen by hand since the page was loaded, if any: newer than what the server remembers. */
let chosenHere: Language | undefined;
export const languageChosenHere = (): Language | undefined => chosenHere;

/** Shows everything in the language at once, keeps it for the next visit and marks the page for screen readers. */
export function showLanguage(shown: Language): void {
  setLanguage(shown);
  keep('language', shown);
  markPage();
}

/** The same, chosen by the one who reads. */
export function chooseLanguage(chosen: Language): void {
  chosenHere = chosen;
  showLanguage(chosen);
}

/** What the school writes its titles and plans in, whatever the language of the interface: read aloud as that (SC 3.1.2). */
export const PROGRAMME_LANGUAGE: Language = 'nb';

/** Writes the language on `<html lang>`. Called once at the start and at every change. */
export function markPage(): void {
  document.documentElement.lang = language();
}

/** The words of a topic in the language of the moment: `const t = useWords(words)`, then `t().send`. */
export function useWords<Words>(words: Dictionary<Words>): () => Words {
  return () => words[language()];
}

const pluralRules: Record<Language, Intl.PluralRules> = {
  nb: new Intl.PluralRules('nb'),
  // The same forms; not every browser has nynorsk's own.
  nn: new Intl.PluralRules('nb'),
  en: new Intl.PluralRules('en'),
};

/** Picks the form for a count. All three languages have `one` and `other`; `zero` is for words like "ingen". */
export function plural(
  language: Language,
  count: number,
  forms: { zero?: string; one: string; other: string },
): string {
  if (count === 0 && forms.zero !== undefined) return forms.zero;
  return pluralRules[language].select(count) === 'one' ? forms.one : forms.other;
}

/** "A", "A og B", "A, B og C", as the language puts it. Browsers lack nynorsk's rules here, which are those of bokmål. */
export function inARow(language: Language, names: readonly string[]): string {
  const rules = language === 'nn' ? 'nb' : language;
  return new Intl.ListFormat(rules, { type: 'conjunction' }).format(names);
}
