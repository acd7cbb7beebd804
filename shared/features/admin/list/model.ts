import type { CohortId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import type { Language } from '../../identity/sign-in/model.ts';
import type { WelcomeFault, WrittenWelcome } from '../welcome/model.ts';

/** Longer than any name, address or date: whatever is longer is no cell of a list of people. */
export const CELL_LENGTH_MAX = 1_000;

/** Why a text is no list that we can read, and on which line that was seen. */
export type ListRefusal = {
  readonly why: 'nothing-there' | 'cell-too-long' | 'too-many-lines' | 'quote-left-open';
  readonly line: number;
};

/** A line of the text that has something in it. Lines are counted as a spreadsheet counts them: from one. */
export type ListRow = { readonly line: number; readonly cells: readonly string[] };

export type ListFault = WelcomeFault | 'role-unknown' | 'cohort-unknown' | 'language-unknown';

/** One of a list, and what stands in the way. */
export type ListedLine = {
  readonly line: number;
  readonly written: WrittenWelcome;
  readonly fault: ListFault | null;
};

/** What holds for a line that says nothing of it, and what the names in it may mean. */
export type ListReading = {
  readonly role: Role | null;
  readonly cohortId: CohortId | null;
  readonly language: Language;
  readonly cohorts: readonly { readonly cohortId: CohortId; readonly name: string }[];
};
