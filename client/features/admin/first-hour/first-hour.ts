import { createMemo } from 'solid-js';
import { firstHour } from '#shared/features/admin/first-hour/queries.ts';
import { firstSteps } from '#shared/features/admin/first-hour/rules.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';

/** Whoever is invited may come while the page stands open. */
const FRESH_MS = 30_000;

/** How far the school has come, for whoever sets it up; nothing once it has all that it begins with. */
export function createFirstHour() {
  const query = createQuery(firstHour, () => ({}));
  refetchEvery(FRESH_MS, query);
  const now = createMemo(() => {
    const soFar = query.value()?.soFar;
    const steps = soFar && firstSteps(soFar);
    return soFar && steps ? { soFar, steps } : undefined;
  });
  return { now, isKnown: () => query.state().status !== 'loading' };
}

export type FirstHourNow = NonNullable<ReturnType<ReturnType<typeof createFirstHour>['now']>>;
