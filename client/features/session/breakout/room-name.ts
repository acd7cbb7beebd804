import { type Language, language } from '../../../platform/language.ts';

/** The names that groups get by themselves. Others are somebody's own words, and stay as they are written. */
const BY_ITSELF = /^(?:gruppe|group) \d+$/iu;

/** What a room is called within a sentence: «gruppe 3», but «Makt i møtet», and in English «Gruppe 3», which is a name there. */
export function inSentenceOf(language: Language, name: string): string {
  return language !== 'en' && BY_ITSELF.test(name) ? name.toLowerCase() : name;
}

export const inSentence = (name: string): string => inSentenceOf(language(), name);
