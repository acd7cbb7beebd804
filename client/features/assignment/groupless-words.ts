import { type Dictionary, inARow, language } from '../../platform/language.ts';

const nb = {
  inNoGroup: 'Du er ikke i noen gruppe ennå',
  askForGroup: (names: string) => `Spør ${names} hvilken gruppe du skal være i.`,
  school: 'skolen',
};

const nn: typeof nb = {
  inNoGroup: 'Du er ikkje i noka gruppe enno',
  askForGroup: (names) => `Spør ${names} kva gruppe du skal vere i.`,
  school: 'skulen',
};

const en: typeof nb = {
  inNoGroup: 'You are not in a group yet',
  askForGroup: (names) => `Ask ${names} which group you are to be in.`,
  school: 'the school',
};

/** Apart from the rest, for Nå. */
export const grouplessWords: Dictionary<typeof nb> = { nb, nn, en };

/** Whom to ask: the teachers of the course, or where there are none, the school. */
export function whomToAsk(
  t: typeof nb,
  teachers: readonly { readonly displayName: string }[],
): string {
  const names = teachers.map(({ displayName }) => displayName);
  return t.askForGroup(names.length > 0 ? inARow(language(), names) : t.school);
}
