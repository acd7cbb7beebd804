import type { Dictionary } from '../../../platform/language.ts';

const nb = {
  firstDay: 'Første dag',
  lastDay: 'Siste dag',
  needed: 'Fyll ut denne.',
  save: 'Lagre',
  saving: 'Lagrer …',
  drop: 'Ta bort',
};

const nn: typeof nb = {
  firstDay: 'Første dag',
  lastDay: 'Siste dag',
  needed: 'Fyll ut denne.',
  save: 'Lagre',
  saving: 'Lagrar …',
  drop: 'Ta bort',
};

const en: typeof nb = {
  firstDay: 'First day',
  lastDay: 'Last day',
  needed: 'Fill this in.',
  save: 'Save',
  saving: 'Saving …',
  drop: 'Remove',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
