import { irregularNouns, irregularVerbs } from './irregular-words.ts';

/**
 * PostgreSQL's Norwegian stemmer takes one ending off. Of a word whose own end looks like an ending ("behandler", "seminar", nynorsk "brukar")
 * that leaves another stem for nearly each form: behandl, behandler, behandlern. These are the endings that such a word may have.
 */
const ENDINGS = ['en', 'et', 'a', 'e', 'er', 'ar', 'ne', 'ene', 'ane'];
const WITH_GENITIVE = ['', ...ENDINGS].flatMap((ending) => [ending, `${ending}s`]);

/** Three letters before it at least, or it is no ending: "her" is not "h" and something. */
const SUCH_A_WORD = new RegExp(`^(\\p{L}{3,}?[ea]r)(?:${WITH_GENITIVE.join('|')})$`, 'u');

/** Before an irregular word: any other in front of a noun, and what verbs are made with. */
const BEFORE_NOUNS = /^\p{L}{3,}$/u;
const BEFORE_VERBS =
  /^(?:an|av|be|bort|etter|for|fore|fort|fra|fram|frem|gjen|gjennom|hen|inn|med|mot|ned|om|opp|over|på|sam|til|under|unn|ut|ved)$/u;

/** All ways to write a word that search would else not bring together; nothing for one that the stemmer deals with alone. */
export function formsOf(word: string): string[] {
  const written = word.toLowerCase();
  const base = SUCH_A_WORD.exec(written)?.[1];
  return [
    ...(base ? WITH_GENITIVE.map((ending) => base + ending) : []),
    ...irregularFormsOf(written, irregularNouns, BEFORE_NOUNS),
    ...irregularFormsOf(written, irregularVerbs, BEFORE_VERBS),
  ];
}

/** By the longest end of it that is such a word: "dagbøkenes" is "dag" and "bøkene", in the genitive. */
function irregularFormsOf(
  word: string,
  words: ReadonlyMap<string, readonly string[]>,
  before: RegExp,
): string[] {
  for (let at = 0; at < word.length - 1; at += 1) {
    const [first, last] = [word.slice(0, at), word.slice(at)];
    const forms = words.get(last) ?? words.get(last.replace(/s$/u, ''));
    if (forms && (first === '' || before.test(first))) return forms.map((form) => first + form);
  }
  return [];
}
