import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { breakouts, helpCall, knock } from './model.ts';

const personId = id<'person'>();
const breakoutId = id<'breakout'>();
const at = z.number();

/** What happens around the rooms of a split session: told to everybody in it. */
export const splitFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('breakouts-opened'), breakouts }),
  /** Each goes there, or back to the session's own room (null). Whoever is in none already stays. */
  z.object({
    type: z.literal('people-moved'),
    moves: z.array(z.object({ personId, to: z.nullable(breakoutId) })),
    /** A teacher, the person, or null: they came back, or were placed when they came. */
    by: z.nullable(personId),
  }),
  /** Where somebody belongs from now on; null: nowhere. */
  z.object({ type: z.literal('member-placed'), personId, to: z.nullable(breakoutId) }),
  z.object({ type: z.literal('choice-given'), personId }),
  z.object({ type: z.literal('return-moved'), endsAt: at, by: personId }),
  /** Everybody is back. `by` null: the time was up, or the session is over. */
  z.object({ type: z.literal('breakouts-ended'), by: z.nullable(personId), at }),
]);
export type SplitFact = z.infer<typeof splitFact>;

/** What happens between a group and the teachers: told to those inside, and to the hosts. */
export const groupFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('help-called'), breakoutId, call: helpCall }),
  /** `by`: one of the group, or the teacher who has come. */
  z.object({ type: z.literal('help-ended'), breakoutId, by: z.nullable(personId) }),
  z.object({ type: z.literal('minute-asked'), breakoutId, by: personId, at }),
  /** The teachers have lengthened the time, or let it be. */
  z.object({ type: z.literal('minute-answered'), breakoutId }),
  z.object({ type: z.literal('knocked'), breakoutId, knock }),
  /** `by` null: the teacher has gone on, or is here no more. */
  z.object({
    type: z.literal('knock-answered'),
    breakoutId,
    teacherId: personId,
    letIn: z.boolean(),
    by: z.nullable(personId),
  }),
]);
export type GroupFact = z.infer<typeof groupFact>;

/** Which hands are up in a group: for hosts. Inside, the queue itself tells. */
export const handsFact = z.object({
  type: z.literal('breakout-hands'),
  breakoutId,
  hands: z.array(personId),
});
export type HandsFact = z.infer<typeof handsFact>;

/** What the session's channel tells of its breakouts. */
export const breakoutFact = z.union([splitFact, groupFact, handsFact]);
export type BreakoutFact = z.infer<typeof breakoutFact>;
