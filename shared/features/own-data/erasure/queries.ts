import * as z from 'zod/mini';
import { query } from '../../../wire/contract.ts';
import { erasureToRun, ownErasure } from './model.ts';

/** One's own wish, while it waits. */
export const ownErasureWish = query({
  name: 'own-data/own-erasure',
  action: 'own-data/ask-erasure',
  input: z.object({}),
  output: z.object({ waiting: z.nullable(ownErasure) }),
});

/** All that wait, the oldest first. */
export const erasuresToRun = query({
  name: 'own-data/erasures',
  action: 'own-data/see-erasures',
  input: z.object({}),
  output: z.object({ waiting: z.array(erasureToRun) }),
});
