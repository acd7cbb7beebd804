import * as z from 'zod/mini';
import { type CohortId, id, type PersonId } from '#shared/kernel/ids.ts';
import { ROLES, type Role } from '#shared/wire/access.ts';
import { LANGUAGES } from '../../identity/sign-in/model.ts';

/** The page that the link leads to; what opens it stands behind `#`, where no browser sends it. */
export const WELCOME_PAGE = '/velkommen';

/** Where a browser asks; what opens the link stands in the body, never in an address. */
export const WELCOME_LOOK_PATH = '/api/welcome/look';
export const WELCOME_ENTER_PATH = '/api/welcome/enter';

/** How long an invitation can be used, from when it was sent last. */
export const WELCOME_LIVES_DAYS = 14;
/** Lines of one list: more than any school of this kind, and less than what holds a browser or a server up. */
export const LIST_LINES_MAX = 10_000;
/** Of what the list is sent as: each line with a name and an address of full length. */
export const LIST_BYTES_MAX = 8 * 1024 * 1024;
/** Addresses of mailboxes are no longer (RFC 5321 §4.5.3.1.3). */
export const ADDRESS_MAX = 254;

/** Roles that end at a date: of people from outside. */
export const ENDING_ROLES: readonly Role[] = ['guest', 'practiceSupervisor', 'examiner'];
/** Roles that two people give together (row 5): whoever is invited to one waits for the second when they have come. */
export const ROLES_BY_TWO: readonly Role[] = ['admin', 'rector'];

/** Who is to become somebody here, as it was written: whether it can be, is the rules' to say. */
export const writtenWelcome = z.object({
  name: z.string().check(z.maxLength(1_000)),
  email: z.string().check(z.maxLength(1_000)),
  language: z.enum(LANGUAGES),
  roles: z.array(z.enum(ROLES)).check(z.maxLength(ROLES.length)),
  /** Of a student. */
  cohortId: z.nullable(id<'cohort'>()),
  /** Until when a role from outside lasts. */
  rolesUntil: z.nullable(z.int()),
});
export type WrittenWelcome = z.infer<typeof writtenWelcome>;

export const WELCOME_FAULTS = [
  'name-empty',
  'name-too-long',
  'name-unreadable',
  /** A word of two alphabets whose letters look alike. */
  'name-mixed',
  'bad-address',
  'no-role',
  /** A student has a cohort, and nobody else has one. */
  'cohort-missing',
  /** Roles from outside end, and their end lies ahead, not further than five years. */
  'end-missing',
  'end-wrong',
  /** Somebody here has the address. */
  'already-here',
  /** An invitation to it is on its way. */
  'already-invited',
  /** The same address stands further up in the list. */
  'twice',
] as const;
export type WelcomeFault = (typeof WELCOME_FAULTS)[number];

/** One who can be invited, tidied. */
export type Welcomed = {
  readonly name: string;
  /** Canonical: lower case, one spelling. */
  readonly email: string;
  readonly language: (typeof LANGUAGES)[number];
  readonly roles: readonly Role[];
  readonly cohortId: CohortId | null;
  readonly rolesUntil: number | null;
};

/** How an invitation stands. */
export type KnownWelcome = {
  readonly round: number;
  readonly untilAt: number;
  readonly withdrawn: boolean;
  /** Who came by it. */
  readonly personId: PersonId | null;
};

/** What stands at the door of a link that can be used. */
export type WelcomeDoor = {
  readonly untilAt: number;
  /** Whoever is signed in in this browser is not whom the link is for. */
  readonly signedInAs: string | null;
} & (
  | {
      /** Of a school that has nobody yet: who comes in says their own name and address. */
      readonly as: 'first-administrator';
    }
  | {
      /** An administrator who has lost every way in: they say the address that the operator named. */
      readonly as: 'administrator-again';
    }
  | {
      readonly as: 'invited';
      readonly name: string;
      readonly email: string;
      readonly roles: readonly Role[];
      readonly cohortName: string | null;
      readonly invitedBy: string;
      /** What the school is called, once it has said so. */
      readonly school: string | null;
    }
);

export const WELCOME_REFUSALS = [
  /** Guessed, expired, taken back and replaced: one answer. */
  'link-over',
  /** Told to whoever has the right link alone. */
  'link-used',
  /** Somebody else is signed in in this browser. */
  'signed-in-as-another',
  'name-empty',
  'name-too-long',
  'name-unreadable',
  'name-mixed',
  'bad-address',
  /** The link is for an administrator of another address. */
  'another-address',
  /** It is somebody else's here. */
  'address-taken',
  'too-many-tries',
  'bad-input',
  'try-again',
  'fault',
] as const;
export type WelcomeRefusal = (typeof WELCOME_REFUSALS)[number];
