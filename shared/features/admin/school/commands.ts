import * as z from 'zod/mini';
import { oneLine } from '#shared/kernel/plain-text.ts';
import { command } from '#shared/wire/contract.ts';
import { ADDRESS_MAX } from '../welcome/model.ts';

export const SCHOOL_NAME_MAX = 120;

/** Says what the school is called, and where one writes to ask what it holds about oneself. */
export const saveSchool = command({
  name: 'people/save-school',
  action: 'programme/edit',
  input: z.object({
    name: oneLine(SCHOOL_NAME_MAX),
    contact: z.string().check(z.maxLength(ADDRESS_MAX)),
  }),
  output: z.object({}),
  refusals: ['bad-address'],
});
