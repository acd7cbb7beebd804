import * as z from 'zod/mini';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import { writtenText } from '#shared/kernel/written.ts';

/** Characters (UTF-16 code units) in each part. */
export const NOTE_LENGTH_MAX = 500;

/** What is said of a session beforehand, in the order in which it is read. */
export const NOTE_PARTS = ['topics', 'workingForm', 'voluntary', 'alternatives'] as const;
export type NotePart = (typeof NOTE_PARTS)[number];

/** Session notes: each part may be empty, and shows then nowhere. */
export const sessionNotes = z.object({
  topics: z.string(),
  /** How one works in it: in groups, by a round, alone. */
  workingForm: z.string(),
  /** What one can leave out, without saying why. */
  voluntary: z.string(),
  /** What one can do instead. */
  alternatives: z.string(),
  /** Rises by one each time they are written. */
  version: z.number(),
});
export type SessionNotes = z.infer<typeof sessionNotes>;

const written = writtenText(NOTE_LENGTH_MAX);
/** The same as a teacher writes it. */
export const writtenNotes = z.object({
  topics: written,
  workingForm: written,
  voluntary: written,
  alternatives: written,
});
export type WrittenNotes = z.infer<typeof writtenNotes>;

export const NO_NOTES: SessionNotes = {
  ...{ topics: '', workingForm: '', voluntary: '', alternatives: '', version: 0 },
};

/** What the parts are called wherever they are read: on screens, in mail and in calendars alike. */
export const NOTE_LABELS: Readonly<Record<Language, Readonly<Record<NotePart, string>>>> = {
  nb: {
    topics: 'Tema',
    workingForm: 'Slik jobber vi',
    voluntary: 'Frivillig',
    alternatives: 'I stedet',
  },
  nn: {
    topics: 'Tema',
    workingForm: 'Slik jobbar vi',
    voluntary: 'Frivillig',
    alternatives: 'I staden',
  },
  en: {
    topics: 'Topics',
    workingForm: 'How we work',
    voluntary: 'Voluntary',
    alternatives: 'Instead',
  },
};

/** The parts that say something, in their order. */
export function partsWritten(notes: WrittenNotes): readonly NotePart[] {
  return NOTE_PARTS.filter((part) => notes[part] !== '');
}

/** The notes as plain text, one part a paragraph, for a mail or a calendar; empty where nothing is written. */
export function sessionNotesAsText(notes: WrittenNotes, language: Language): string {
  const labels = NOTE_LABELS[language];
  return partsWritten(notes)
    .map((part) => `${labels[part]}: ${notes[part]}`)
    .join('\n\n');
}
