import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { agreementOf, agreementVersion } from './model.ts';

/** What those whom a session is planned for have agreed on, as it stands. */
export const agreementOfSession = query({
  name: 'agreement/of-session',
  action: 'agreement/read',
  input: z.object({ sessionId: id<'session'>() }),
  output: z.object({
    of: agreementOf,
    /** Null until somebody has written. */
    current: z.nullable(agreementVersion),
    mayWrite: z.boolean(),
  }),
});

/** All that has stood there, the latest first, a page at a time. */
export const agreementVersions = query({
  name: 'agreement/versions',
  action: 'agreement/read',
  input: z.object({
    sessionId: id<'session'>(),
    /** The last version that one has: what came before it. Left out: the latest. */
    before: z.optional(z.int32()),
  }),
  output: z.object({ versions: z.array(agreementVersion), more: z.boolean() }),
});
