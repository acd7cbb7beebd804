import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { oneLine } from '#shared/kernel/plain-text.ts';
import { command } from '#shared/wire/contract.ts';
import { GROUP_NAME_MAX } from './model.ts';

const groupId = id<'group'>();
const name = oneLine(GROUP_NAME_MAX);

export const createGroup = command({
  name: 'people/create-group',
  action: 'group/make',
  input: z.object({ cohortId: id<'cohort'>(), name }),
  output: z.object({ groupId }),
  refusals: ['name-taken', 'too-many'],
});

export const renameGroup = command({
  name: 'people/rename-group',
  action: 'group/make',
  input: z.object({ groupId, name }),
  output: z.object({}),
  refusals: ['name-taken', 'archived'],
});

/** Puts a student of the cohort into the group, and out of the one they were in. */
export const placeInGroup = command({
  name: 'people/place-in-group',
  action: 'group/make',
  input: z.object({ groupId, personId: id<'person'>() }),
  output: z.object({}),
  refusals: ['not-in-cohort', 'archived'],
});

/** Out of the group; they stay in the cohort. */
export const takeOutOfGroup = command({
  name: 'people/take-out-of-group',
  action: 'group/make',
  input: z.object({ groupId, personId: id<'person'>() }),
  output: z.object({}),
  refusals: [],
});

/** Says that a group is over, or takes that back. */
export const archiveGroup = command({
  name: 'people/archive-group',
  action: 'group/make',
  input: z.object({ groupId, archived: z.boolean() }),
  output: z.object({}),
  refusals: [],
});
