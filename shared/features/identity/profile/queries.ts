import * as z from 'zod/mini';
import { query } from '#shared/wire/contract.ts';
import { ownProfile as output } from './model.ts';

/** What one is shown as, and what the school has. */
export const ownProfile = query({
  name: 'profile/own',
  action: 'profile/own',
  input: z.object({}),
  output,
});
