import type { programmeYear } from '#shared/features/programme/programme/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';

export type Year = OutputOf<typeof programmeYear>;
