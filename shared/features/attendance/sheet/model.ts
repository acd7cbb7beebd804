import * as z from 'zod/mini';
import { span } from '#shared/features/session/afterwards/model.ts';
import { id } from '#shared/kernel/ids.ts';
import { correction } from '../correction/model.ts';
import { day, figure, OCCASION_STATES, totals } from '../presence/model.ts';
import { stands } from '../requirement/model.ts';

/** What a table is of: a cohort in a course, or without a course its gatherings. */
export const scope = z.object({
  cohortId: id<'cohort'>(),
  courseCode: z.nullable(z.string().check(z.maxLength(40))),
});
export type Scope = z.infer<typeof scope>;

const when = {
  ...{ title: z.string(), length: span, state: z.enum(OCCASION_STATES) },
  /** Whether the one who asks corrects and ticks there. */
  mayCorrect: z.boolean(),
};

/** A column: a session, or a day of a gathering. */
export const occasion = z.union([
  z.object({ kind: z.literal('session'), sessionId: id<'session'>(), ...when }),
  z.object({
    ...{ kind: z.literal('day'), gatheringId: id<'gathering'>(), day, ...when },
    ...{ place: z.string(), mandatory: z.boolean() },
  }),
]);
export type Occasion = z.infer<typeof occasion>;

/** Where a person meets an occasion. */
export const cell = z.object({
  figure,
  /** Ticked off in the classroom; null where nobody has said. */
  present: z.nullable(z.boolean()),
  /** From the first. How many there are is what a correction has seen. */
  corrections: z.array(correction),
});
export type Cell = z.infer<typeof cell>;

export const sheetRow = z.object({
  personId: id<'person'>(),
  displayName: z.string(),
  totals,
  /** In the order of the columns; null where it was not planned for this person. */
  cells: z.array(z.nullable(cell)),
});
export type SheetRow = z.infer<typeof sheetRow>;

/** Who of a cohort was at what. */
export const sheet = z.object({
  ...{ now: z.number(), cohortName: z.string() },
  course: z.nullable(z.object({ code: z.string(), title: z.string() })),
  /** The latest first: what has been, what is on, and what can be ticked off by now. */
  occasions: z.array(occasion),
  people: z.array(sheetRow),
  /** Sessions of the course that have no column here: others see everybody's there, and each student's own sum has them. */
  unseen: z.number(),
  /** Who has been below what the course requires for so long that it is shown (ATT-14); empty for who does not see all of the sessions. */
  under: z.array(
    z.object({
      ...{ personId: id<'person'>(), displayName: z.string() },
      ...{ sessions: z.nullable(stands), gatherings: z.nullable(stands) },
    }),
  ),
  /** Who has taken it out as a file, and when; the last first. */
  takenOut: z.array(
    z.object({ at: z.number(), byName: z.nullable(z.string()), form: z.enum(['csv', 'xlsx']) }),
  ),
});
export type AttendanceSheet = z.infer<typeof sheet>;
