import * as z from 'zod/mini';
import { command } from '../../wire/contract.ts';
import { auditLine } from './model.ts';

/** Takes the log out as a file, the oldest first. That somebody did is a line of it, and what was taken out is not kept with the answer. */
export const takeOutLog = command({
  name: 'audit/take-out',
  action: 'audit/all',
  input: z.object({ from: z.number(), until: z.number() }),
  output: z.object({ lines: z.array(auditLine) }),
  refusals: ['nothing-to-take-out', 'too-much-to-take-out'],
  unrecorded: true,
});
