import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { ROLES } from '#shared/wire/access.ts';
import { query } from '#shared/wire/contract.ts';
import { roleRequest } from '../standing/model.ts';
import { listedPerson, PERSON_STATES } from './model.ts';

/** Who is in the school and who is invited to it, by name. */
export const listPeople = query({
  name: 'people/list',
  action: 'people/see',
  input: z.object({
    /** In a name or an address; empty for all. */
    search: z.string().check(z.maxLength(100)),
    role: z.nullable(z.enum(ROLES)),
    state: z.nullable(z.enum(PERSON_STATES)),
    /** How many of them are known already. */
    after: z.int().check(z.minimum(0), z.maximum(1_000_000)),
  }),
  output: z.object({
    people: z.array(listedPerson),
    /** Of all that answer to what is asked. */
    count: z.int(),
    /** Roles that wait for a second person's yes, for those who may say it. */
    requests: z.array(roleRequest),
    /** Whether a role that takes two is given by the one who asks, alone: nobody else has ever been there to say yes. */
    givesAlone: z.boolean(),
    cohorts: z.array(z.object({ cohortId: id<'cohort'>(), name: z.string() })),
  }),
});
