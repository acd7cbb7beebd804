import * as z from 'zod/mini';
import { id, type PersonId } from '../../kernel/ids.ts';

/** What is written down. `object` says of each what it was done with or to, in a word or an id. */
export const AUDIT_ACTIONS = [
  'signed-in',
  'sign-in-refused',
  'signed-out',
  'password-chosen',
  'second-factor-added',
  'second-factor-removed',
  'provider-linked',
  'provider-unlinked',
  'sheet-made',
  'second-factors-reset',
  'invited',
  'came-in',
  'role-asked',
  'role-declined',
  'role-given',
  'role-ended',
  'suspended',
  'restored',
  'enrolled',
  'taken-out-of-cohort',
  'placed-in-group',
  'taken-out-of-group',
  'attendance-taken-out',
  'chat-taken-out',
  'study-plan-changed',
  'log-taken-out',
  'data-taken-out',
  'erasure-asked',
  'erasure-taken-back',
  'erasure-first-yes',
  'erasure-decided',
  'erased',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What a slice tells the log: ids and words of ours, never content. */
export type AuditEntry = {
  readonly at: number;
  /** Who did it; null where nobody was signed in, or the school itself did. */
  readonly by: PersonId | null;
  /** Whose it was; null where nobody is known by what was given. */
  readonly of: PersonId | null;
  readonly action: AuditAction;
  readonly object?: string;
  readonly outcome?: 'done' | 'refused';
};

/** A person as the log shows them: by id, and by name as long as there is one. */
const named = z.object({ personId: id<'person'>(), name: z.nullable(z.string()) });

/** One line of the log, as it is shown. Moments in milliseconds. */
export const auditLine = z.object({
  seq: z.number(),
  at: z.number(),
  by: z.nullable(named),
  of: z.nullable(named),
  /** A newer server may know more. */
  action: z.string(),
  object: z.string(),
  outcome: z.enum(['done', 'refused']),
  hash: z.string(),
});
export type AuditLine = z.infer<typeof auditLine>;

/** Whether every line is as it was written, from the first that is kept to the last. */
export const chainState = z.object({
  lines: z.number(),
  /** The first that is not as it was, or is missing; null when all are. */
  brokenAt: z.nullable(z.number()),
  /** Of the last: noted elsewhere, it shows that the end was not cut off either. */
  lastHash: z.string(),
});
export type ChainState = z.infer<typeof chainState>;

export const LINES_PER_PAGE = 50;
/** More than a small school writes in two years. */
export const LINES_TAKEN_OUT_MAX = 200_000;
