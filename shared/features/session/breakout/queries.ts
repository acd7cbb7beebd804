import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { breakoutPlan } from './model.ts';

const sessionId = id<'session'>();
const person = z.object({
  personId: id<'person'>(),
  name: z.string(),
  /** Dealt out neither by chance nor evenly: stays with all until a teacher places them. */
  byHand: z.boolean(),
});

/** What a teacher can begin from: the plan that was made ahead, how the same people were split before, and their groups. */
export const breakoutPlans = query({
  name: 'breakout/plans',
  action: 'breakout/steer',
  input: z.object({ sessionId }),
  output: z.object({
    prepared: z.nullable(breakoutPlan),
    /** Earlier splits of the cohort's sessions, the latest first. */
    earlier: z.array(z.object({ title: z.string(), openedAt: z.number(), plan: breakoutPlan })),
    /** The cohort's own groups; empty where it has none. */
    groups: z.array(z.object({ name: z.string(), members: z.array(id<'person'>()) })),
    /** Whom a plan can place: everybody who is expected or here and does not teach it. */
    people: z.array(person),
  }),
});

/** When each group last wrote in its text; null where nobody has. */
export const breakoutActivity = query({
  name: 'breakout/activity',
  action: 'breakout/steer',
  input: z.object({ sessionId }),
  output: z.object({
    texts: z.array(z.object({ breakoutId: id<'breakout'>(), writtenAt: z.nullable(z.number()) })),
  }),
});
