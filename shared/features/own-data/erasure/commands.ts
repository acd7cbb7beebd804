import * as z from 'zod/mini';
import { id } from '../../../kernel/ids.ts';
import { command } from '../../../wire/contract.ts';

/** One of the two who run somebody's wish to be erased says yes. */
export const runErasure = command({
  name: 'own-data/run-erasure',
  action: 'own-data/run-erasure',
  input: z.object({ personId: id<'person'>() }),
  /** Decided: the other had said it already, and nothing stops it now. */
  output: z.object({ decided: z.boolean() }),
  refusals: ['too-early', 'takes-another', 'settled-already', 'last-administrator'],
});
