import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { agreementText } from './model.ts';

/** Puts a text in place of the one that was seen, `from`; 0 where there was none. It becomes the next version. */
export const writeAgreement = command({
  name: 'agreement/write',
  action: 'agreement/write',
  input: z.object({ sessionId: id<'session'>(), from: z.int32(), text: agreementText }),
  output: z.object({ version: z.number() }),
  refusals: ['changed-meanwhile'],
});
