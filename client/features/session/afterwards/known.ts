import type { sessionAfterwards } from '#shared/features/session/afterwards/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';

/** What is left of a session that is over, for the one who asked. */
export type AfterwardsKnown = NonNullable<OutputOf<typeof sessionAfterwards>['afterwards']>;
