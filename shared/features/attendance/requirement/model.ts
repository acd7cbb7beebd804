import * as z from 'zod/mini';
import { DAY_MS } from '#shared/kernel/duration.ts';

/** So long a student alone knows: to be there again, to have it put right, or to talk to somebody. */
export const STUDENT_FIRST_MS = 7 * DAY_MS;

const percent = z.int().check(z.gte(1), z.lte(100));

/** What a course requires: of its sessions in time, of mandatory gatherings in days. Null: nothing. */
export const requirementFields = { sessions: z.nullable(percent), gatherings: z.nullable(percent) };

/** How somebody stands to what is required: well, so that the next absence would be too much, or below. */
export const STATES = ['kept', 'near', 'under'] as const;
export type State = (typeof STATES)[number];

export const stands = z.object({
  /** What is required, and what there is; null where nothing has been yet. Whole per cent. */
  ...{ percent: z.number(), share: z.nullable(z.number()), state: z.enum(STATES) },
  /** With how many of the next ones one is there again; null where those that are planned do not do it. */
  needed: z.nullable(z.number()),
});
export type Stands = z.infer<typeof stands>;

/** What a course requires of a student, and how they stand to it. */
export const requirement = z.object({
  sessions: z.nullable(stands),
  gatherings: z.nullable(stands),
  /** Whether those who follow students up are shown it by now (ATT-14). */
  othersSee: z.boolean(),
  /** Those who teach it. */
  talkTo: z.array(z.string()),
});
export type Requirement = z.infer<typeof requirement>;
