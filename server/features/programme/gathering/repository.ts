import { eq } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CohortId, GatheringId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Tx } from '../../../storage/database.ts';
import { gatheringCohorts, gatherings } from './tables.ts';

export type Gathering = {
  readonly id: GatheringId;
  readonly title: string;
  readonly place: string;
  readonly mandatory: boolean;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
};

/** Every gathering of a cohort, in the order of their start. */
export function gatheringsOf(tx: Tx, cohortId: CohortId): Promise<Gathering[]> {
  const { id, title, place, mandatory, startsAt, endsAt } = gatherings;
  return tx
    .select({ id, title, place, mandatory, startsAt, endsAt })
    .from(gatherings)
    .innerJoin(gatheringCohorts, eq(gatheringCohorts.gatheringId, gatherings.id))
    .where(eq(gatheringCohorts.cohortId, cohortId))
    .orderBy(gatherings.startsAt, gatherings.id);
}

export type NewGathering = Omit<Gathering, 'id'>;

export async function createGathering(
  tx: Tx,
  given: NewGathering,
  cohortIds: readonly CohortId[],
): Promise<GatheringId> {
  const id = newId<'gathering'>();
  await tx.insert(gatherings).values({ ...given, id });
  await tx
    .insert(gatheringCohorts)
    .values(cohortIds.map((cohortId) => ({ gatheringId: id, cohortId })));
  return id;
}

export async function moveGathering(
  tx: Tx,
  gatheringId: GatheringId,
  { startsAt, endsAt }: Pick<Gathering, 'startsAt' | 'endsAt'>,
): Promise<void> {
  await tx.update(gatherings).set({ startsAt, endsAt }).where(eq(gatherings.id, gatheringId));
}
