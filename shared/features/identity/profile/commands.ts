import * as z from 'zod/mini';
import { command } from '#shared/wire/contract.ts';
import { writtenProfile } from './model.ts';

/** Says what one is shown as. The answer is how it stands: tidied. */
export const saveProfile = command({
  name: 'profile/save',
  action: 'profile/own',
  input: writtenProfile,
  output: writtenProfile,
  refusals: ['not-a-name', 'not-pronouns', 'somebody-elses-name'],
});

/** Takes the picture of oneself away: a drawing stands in its place. */
export const removePicture = command({
  name: 'profile/remove-picture',
  action: 'profile/own',
  input: z.object({}),
  output: z.object({}),
  refusals: [],
});
