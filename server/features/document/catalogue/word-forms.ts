/**
 * PostgreSQL's Norwegian stemmer takes one ending off. Of a word whose own end looks like an ending ("behandler", "seminar", nynorsk "brukar")
 * that leaves another stem for nearly each form: behandl, behandler, behandlern. These are the endings that such a word may have.
 */
const ENDINGS = ['en', 'et', 'a', 'e', 'er', 'ar', 'ne', 'ene', 'ane'];
const WITH_GENITIVE = ['', ...ENDINGS].flatMap((ending) => [ending, `${ending}s`]);

/** Three letters before it at least, or it is no ending: "her" is not "h" and something. */
const SUCH_A_WORD = new RegExp(`^(\\p{L}{3,}?[ea]r)(?:${WITH_GENITIVE.join('|')})$`, 'u');

/** The ways to write such a word, so that any of them finds all; nothing for one that the stemmer deals with alone. */
export function formsOf(word: string): string[] {
  const base = SUCH_A_WORD.exec(word.toLowerCase())?.[1];
  return base ? WITH_GENITIVE.map((ending) => base + ending) : [];
}
