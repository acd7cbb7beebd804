import type { agreementOfSession } from '#shared/features/care/agreement/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';

/** What the server has said of a session's agreement. */
export type Known = OutputOf<typeof agreementOfSession>;
