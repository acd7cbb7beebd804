import type { Dictionary } from '../../platform/language.ts';

/** Apart from the rest: Nå is the first page, and carries no more than it shows. */
const nb = {
  nextDue: 'Dette skal leveres',
  youConfirmed: 'Du har bekreftet',
  dueAt: (date: string, time: string) => `Fristen er ${date} kl. ${time}`,
  dueWas: (date: string, time: string) => `Fristen var ${date} kl. ${time}`,
};

const nn: typeof nb = {
  nextDue: 'Dette skal leverast',
  youConfirmed: 'Du har stadfesta',
  dueAt: (date, time) => `Fristen er ${date} kl. ${time}`,
  dueWas: (date, time) => `Fristen var ${date} kl. ${time}`,
};

const en: typeof nb = {
  nextDue: 'To be handed in',
  youConfirmed: 'You have confirmed',
  dueAt: (date, time) => `It is due ${date} at ${time}`,
  dueWas: (date, time) => `It was due ${date} at ${time}`,
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
