import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { severalLines } from '#shared/kernel/plain-text.ts';
import { ROLES } from '#shared/wire/access.ts';
import { command } from '#shared/wire/contract.ts';
import { GIVEN_ROLES, REASON_MAX, REASON_MIN, roleByTwo } from './model.ts';

const personId = id<'person'>();
const reason = severalLines(REASON_MAX, REASON_MIN);

/** Shuts somebody out at once, wherever they are; what they made stays. */
export const suspendPerson = command({
  name: 'people/suspend',
  action: 'people/suspend',
  input: z.object({ personId, reason }),
  output: z.object({}),
  refusals: ['yourself', 'last-administrator'],
});

/** Lets them sign in again, as what they were. */
export const restorePerson = command({
  name: 'people/restore',
  action: 'people/suspend',
  input: z.object({ personId, reason }),
  output: z.object({}),
  refusals: [],
});

/** Ends every sign-in and the password: from then on a mailed code is the way in. */
export const resetSignIn = command({
  name: 'people/reset-sign-in',
  action: 'people/suspend',
  input: z.object({ personId, reason }),
  output: z.object({}),
  refusals: ['yourself'],
});

export const giveRole = command({
  name: 'people/give-role',
  action: 'people/give-role',
  input: z.object({ personId, role: z.enum(GIVEN_ROLES), until: z.nullable(z.int()) }),
  output: z.object({}),
  refusals: ['end-missing', 'end-wrong'],
});

export const endRole = command({
  name: 'people/end-role',
  action: 'people/give-role',
  input: z.object({ personId, role: z.enum(ROLES), reason }),
  output: z.object({}),
  refusals: ['last-administrator'],
});

/** Asks that somebody becomes administrator or rector. It is so when another says yes. */
export const askForRole = command({
  name: 'people/ask-for-role',
  action: 'people/role-by-two',
  input: z.object({ personId, role: roleByTwo, reason }),
  /** Given at once: once in a school's life, while there is nobody else who could say yes. */
  output: z.object({ given: z.boolean() }),
  refusals: ['already-so', 'already-asked'],
});

/** The second says yes, or somebody says no. */
export const settleRole = command({
  name: 'people/settle-role',
  action: 'people/role-by-two',
  input: z.object({ personId, requestId: id<'role-request'>(), grant: z.boolean() }),
  output: z.object({}),
  refusals: ['takes-another', 'settled-already'],
});
