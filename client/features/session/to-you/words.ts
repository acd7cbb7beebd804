import { type Dictionary, plural } from '../../../platform/language.ts';

const nb = {
  toYou: 'Til deg',
  toYouWith: (count: number) => `Til deg, ${count}`,
  private: 'Mellom deg og underviserne',
  withoutTheWord: 'Uten å ta ordet',
  and: (count: number) => `, ${count} til deg`,
  moreWith: (count: number) =>
    plural('nb', count, { one: 'Mer, 1 til deg', other: `Mer, ${count} til deg` }),
  empty: 'Ingen venter på deg',
  emptyAbout: 'Her står det når noen trenger dere som underviser i økten.',
  onlyYou: 'Bare du ser dette.',
  onlyYouAnd: (names: string) => `Bare ${names} ser dette.`,
  you: 'du',
};

const nn: typeof nb = {
  toYou: 'Til deg',
  toYouWith: (count) => `Til deg, ${count}`,
  private: 'Mellom deg og undervisarane',
  withoutTheWord: 'Utan å ta ordet',
  and: (count) => `, ${count} til deg`,
  moreWith: (count) =>
    plural('nn', count, { one: 'Meir, 1 til deg', other: `Meir, ${count} til deg` }),
  empty: 'Ingen ventar på deg',
  emptyAbout: 'Her står det når nokon treng dykk som underviser i økta.',
  onlyYou: 'Berre du ser dette.',
  onlyYouAnd: (names) => `Berre ${names} ser dette.`,
  you: 'du',
};

const en: typeof nb = {
  toYou: 'For you',
  toYouWith: (count) => `For you, ${count}`,
  private: 'Between you and the teachers',
  withoutTheWord: 'Without taking the word',
  and: (count) => `, ${count} for you`,
  moreWith: (count) =>
    plural('en', count, { one: 'More, 1 for you', other: `More, ${count} for you` }),
  empty: 'Nobody is waiting for you',
  emptyAbout: 'It says so here when somebody needs you who teach in this session.',
  onlyYou: 'Only you see this.',
  onlyYouAnd: (names) => `Only ${names} see this.`,
  you: 'you',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
