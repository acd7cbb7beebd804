import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { LIST_LINES_MAX, WELCOME_FAULTS, writtenWelcome } from './model.ts';

/** Invites somebody by mail: the letter goes when it is committed. */
export const invitePerson = command({
  name: 'people/invite',
  action: 'people/invite',
  input: writtenWelcome,
  output: z.object({ welcomeId: id<'welcome'>() }),
  refusals: WELCOME_FAULTS,
});

/** A line of a list that cannot be, by its place in what was sent. */
export const faultyLine = z.object({ at: z.int(), fault: z.enum(WELCOME_FAULTS) });

/** Invites all of a list, or nobody: where one line cannot be, those that cannot are named. */
export const inviteList = command({
  name: 'people/invite-list',
  action: 'people/invite',
  input: z.object({
    people: z.array(writtenWelcome).check(z.minLength(1), z.maxLength(LIST_LINES_MAX)),
  }),
  output: z.object({ invited: z.int(), faults: z.array(faultyLine) }),
  refusals: [],
});

/** A new letter with a new link, which holds from now on; the one before is void. */
export const sendWelcomeAgain = command({
  name: 'people/send-again',
  action: 'people/settle-invitation',
  input: z.object({ welcomeId: id<'welcome'>() }),
  output: z.object({}),
  refusals: [],
});

/** Nobody comes in by it any more. Again, it changes nothing. */
export const takeWelcomeBack = command({
  name: 'people/take-back',
  action: 'people/settle-invitation',
  input: z.object({ welcomeId: id<'welcome'>() }),
  output: z.object({}),
  refusals: [],
});
