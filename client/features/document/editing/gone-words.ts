import type { Dictionary } from '../../../platform/language.ts';

const nb = {
  inTrash: (title: string) => `«${title}» ligger i papirkurven`,
  putThereBy: (by: string | null) => `${by ?? 'Noen'} la det der.`,
  until: (group: string | null, date: string) =>
    `${group === null ? 'Det kan tas' : `Alle i ${group} kan ta det`} tilbake til ${date}. Da kommer det fram her igjen.`,
  takeBack: 'Ta tilbake',
  toTrash: 'Se i papirkurven',
};

const nn: typeof nb = {
  inTrash: (title) => `«${title}» ligg i papirkorga`,
  putThereBy: (by) => `${by ?? 'Nokon'} la det der.`,
  until: (group, date) =>
    `${group === null ? 'Det kan takast' : `Alle i ${group} kan ta det`} tilbake til ${date}. Då kjem det fram her igjen.`,
  takeBack: 'Ta tilbake',
  toTrash: 'Sjå i papirkorga',
};

const en: typeof nb = {
  inTrash: (title) => `“${title}” is in the trash`,
  putThereBy: (by) => `${by ?? 'Somebody'} put it there.`,
  until: (group, date) =>
    `${group === null ? 'It can be taken' : `Everybody in ${group} can take it`} back until ${date}. Then it shows here again.`,
  takeBack: 'Take back',
  toTrash: 'Look in the trash',
};

/** Of a document that lies in the trash, to whoever may take it out. */
export const goneWords: Dictionary<typeof nb> = { nb, nn, en };
