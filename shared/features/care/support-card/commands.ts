import * as z from 'zod/mini';
import { command } from '#shared/wire/contract.ts';
import { CARD_ENTRIES_MAX, supportEntry } from './model.ts';

/** Puts these in place of the school's own on the support card. `from` is the version that was changed. */
export const changeSupportCard = command({
  name: 'support-card/change',
  action: 'support-card/change',
  input: z.object({
    from: z.int32(),
    entries: z.array(supportEntry).check(z.maxLength(CARD_ENTRIES_MAX)),
  }),
  output: z.object({ version: z.number() }),
  refusals: ['changed-meanwhile'],
});
