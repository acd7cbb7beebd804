import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { ROLES } from '#shared/wire/access.ts';

/** People of one answer; the next ones are asked for. */
export const PEOPLE_AT_ONCE = 100;

/** `invited`: a letter is on its way, or unused. `expired`: it can be used no more. */
export const PERSON_STATES = ['active', 'suspended', 'invited', 'expired'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** Somebody of the school, or somebody who is invited to it. */
export const listedPerson = z.object({
  /** Null of who has not come yet: then there is an invitation. */
  personId: z.nullable(id<'person'>()),
  welcomeId: z.nullable(id<'welcome'>()),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.object({ role: z.enum(ROLES), until: z.nullable(z.number()) })),
  cohortNames: z.array(z.string()),
  state: z.enum(PERSON_STATES),
  /** Of an invitation: until when it can be used. */
  usableUntil: z.nullable(z.number()),
});
export type ListedPerson = z.infer<typeof listedPerson>;
