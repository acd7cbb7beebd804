import type { plannedSession } from '#shared/features/programme/planning/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';

/** A planned session as its page has it. */
export type Planned = OutputOf<typeof plannedSession>;
export type PartProps = { readonly session: Planned; readonly sessionId: SessionId };
