import * as z from 'zod/mini';
import { query } from '../../wire/contract.ts';
import { auditLine, chainState } from './model.ts';

const page = {
  /** The last that one has: what came before it. Left out: the latest. */
  input: z.object({ before: z.optional(z.number()) }),
  output: z.object({ lines: z.array(auditLine), more: z.boolean() }),
} as const;

/** Everything, the latest first. */
export const auditLog = query({ name: 'audit/log', action: 'audit/all', ...page });

/** What was done by or with oneself, the latest first. */
export const ownAuditLog = query({ name: 'audit/own', action: 'audit/own', ...page });

/** Whether all of it is as it was written. */
export const auditChain = query({
  name: 'audit/chain',
  action: 'audit/all',
  input: z.object({}),
  output: chainState,
});
