import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { roundTemplate } from './model.ts';

/** What one keeps to begin rounds from, by name. */
export const roundTemplates = query({
  name: 'round/templates',
  action: 'round/steer',
  input: z.object({ sessionId: id<'session'>() }),
  output: z.object({ templates: z.array(roundTemplate) }),
});
