import * as z from 'zod/mini';
import { id, type PersonId } from '#shared/kernel/ids.ts';
import { ROLES, type Role } from '#shared/wire/access.ts';

export const REASON_MIN = 3;
export const REASON_MAX = 500;

/** What can be done to somebody's standing in the school, and to where they belong in it. */
export const PERSON_ACTS = [
  'suspended',
  'restored',
  'reset',
  'role-given',
  'role-ended',
  'role-asked',
  'role-declined',
  'enrolled',
  'moved',
  'taken-out',
] as const;
export type PersonAct = (typeof PERSON_ACTS)[number];

export const personAct = z.object({
  act: z.enum(PERSON_ACTS),
  role: z.nullable(z.enum(ROLES)),
  /** Of an enrolment. */
  cohortName: z.nullable(z.string()),
  reason: z.string(),
  byName: z.string(),
  at: z.number(),
});

/** Roles that one administrator gives alone. A student's comes with a cohort, by an invitation. */
export const GIVEN_ROLES = [
  'teacher',
  'practiceCoordinator',
  'practiceSupervisor',
  'studyAdviser',
  'guest',
  'examiner',
] as const satisfies readonly Role[];

export const roleByTwo = z.enum(['admin', 'rector']);

/** A role that waits for the second of the two who give it. */
export const roleRequest = z.object({
  requestId: id<'role-request'>(),
  personId: id<'person'>(),
  name: z.string(),
  role: roleByTwo,
  askedByName: z.string(),
  askedAt: z.number(),
  /** Whoever asks may say yes to it: another asked, and for another. */
  mayGrant: z.boolean(),
});
export type RoleRequest = z.infer<typeof roleRequest>;

/** Somebody as their standing is decided about. */
export type PersonStanding = {
  readonly personId: PersonId;
  readonly name: string;
  readonly active: boolean;
  /** Those that run. */
  readonly roles: readonly Role[];
};
