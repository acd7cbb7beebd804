import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The words that common passwords are made of, in English and Norwegian; one on each line. */
const WORDS: ReadonlySet<string> = new Set(
  readFileSync(path.join(import.meta.dirname, 'common-passwords.txt'), 'utf8')
    .trim()
    .split('\n'),
);

/** What fingers walk along: the keyboard's rows and columns, the alphabet, the digits. */
const WALKS = [
  '0123456789012345678901234567890',
  'abcdefghijklmnopqrstuvwxyzæøå',
  'qwertyuiopåasdfghjkløæzxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol',
].flatMap((walk) => [walk, Array.from(walk).reverse().join('')]);

const LETTER_FOR: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/**
 * Whether a password is one of those that are tried first. All that the list's words stand for is meant:
 * "Passord", "p@ss0rd2026!", "passordpassord", "sommer-fotball 1", and walks along the keyboard. With a
 * least length of twelve the usual lists of whole passwords would hardly catch one.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  const unit = repeatedUnit(plain);
  if (unit.length <= 4) return true;
  return [unit, withoutEnds(unit)].some((part) => isWalk(part) || isCommonWords(part));
}

/** What of a password must be left when everything is taken out of it that is known of its owner. */
const LEAST_BESIDE_OWN = 8;

/**
 * Whether a password is little more than what others know of its owner: address, names, and what this place is called.
 * @param known whole texts, of which every word of three letters or more counts
 */
export function isMadeOfOwn(password: string, known: readonly string[]): boolean {
  const words = [...known, 'mellom', 'erfaringskonsulent']
    .flatMap((text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}]+/u),
    )
    .filter((word) => word.length >= 3)
    // The longest first: of "kvamme" nothing is left behind by "kvam".
    .sort((one, other) => other.length - one.length);
  const plain = password.normalize('NFKC').toLowerCase();
  const beside = words.reduce((left, word) => left.replaceAll(word, ''), plain);
  return beside !== plain && withoutEnds(beside).length < LEAST_BESIDE_OWN;
}

/** The shortest piece that, said again and again, makes the text: "abcabcabcab" is "abc". */
function repeatedUnit(text: string): string {
  for (let length = 1; length <= text.length / 2; length++) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit;
  }
  return text;
}

/** Years, counting digits and exclamation marks around a word make it no rarer. */
function withoutEnds(text: string): string {
  return text.replace(/^[^\p{L}@$]+|[^\p{L}@$]+$/gu, '');
}

function isWalk(text: string): boolean {
  return text.length >= 4 && WALKS.some((walk) => walk.includes(text));
}

function isCommonWords(text: string): boolean {
  const letters = Array.from(text, (sign) => LETTER_FOR[sign] ?? sign)
    .join('')
    .replace(/[^\p{L}]/gu, '');
  const word = repeatedUnit(letters);
  if (WORDS.has(word)) return true;
  for (let at = 1; at < word.length; at++) {
    if (WORDS.has(word.slice(0, at)) && WORDS.has(word.slice(at))) return true;
  }
  return false;
}
