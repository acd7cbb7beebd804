import * as z from 'zod/mini';
import { query } from '#shared/wire/contract.ts';

/** Something that waits for somebody, one press away. What is to be handed in comes from the assignments themselves. */
const waitingItem = z.union([
  /** Of whoever is asked to be administrator or rector, until a second person has said yes or no (STANDING-5). */
  z.object({ kind: z.literal('role-asked'), role: z.enum(['admin', 'rector']) }),
  /** Of a student whose attendance in a course is getting low (ATT-13). */
  z.object({
    kind: z.literal('own-attendance'),
    ...{ courseCode: z.string(), state: z.enum(['near', 'under']) },
  }),
  /** Of a student who is in no cohort: nothing is planned for them. */
  z.object({ kind: z.literal('no-cohort') }),
  /** Of a teacher who has more than the one session that is next. */
  z.object({ kind: z.literal('sessions-today'), count: z.number() }),
  /** Of who runs the school: invitations whose letter does not arrive, or that nobody took up in time. */
  z.object({ kind: z.literal('letters-failing'), count: z.number() }),
  z.object({ kind: z.literal('invitations-expired'), count: z.number() }),
  /** That somebody else is to be administrator or rector, asked by somebody else. */
  z.object({ kind: z.literal('second-yes'), count: z.number() }),
  /** Of a study adviser: students below what a course requires, who have known for a week (ATT-14). */
  z.object({ kind: z.literal('low-attendance'), count: z.number() }),
]);
export type WaitingItem = z.infer<typeof waitingItem>;

/** What waits for somebody, by their roles: on Nå, under the one next step. */
export const waiting = query({
  name: 'home/waiting',
  action: 'home/waiting',
  input: z.object({}),
  output: z.object({ items: z.array(waitingItem) }),
});
