import type { Held } from '#shared/features/attendance/presence/model.ts';
import type { GatheringStanding } from '#shared/features/programme/gathering/model.ts';
import { lengthOf, type Planned } from '#shared/features/session/afterwards/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { GatheringId } from '#shared/kernel/ids.ts';
import type { Load } from '../../../platform/handler.ts';
import { gatheringStanding } from '../../programme/public.ts';
import { daysOf, type GatheringDay } from './days.ts';

/** A session as presence is counted in it. */
export const heldIn = (session: Planned, now: Instant): Held => ({
  length: lengthOf(session),
  now,
});

/** A day of a gathering with the subject's relations to those who are gathered. */
export type DayStanding = GatheringStanding & { readonly that: GatheringDay };

/** Finds the day of a gathering that a call names; null for a day that the gathering does not have. */
export const loadGatheringDay: Load<
  { readonly gatheringId: GatheringId; readonly day: string },
  DayStanding
> = async ({ tx, subject, input, now }) => {
  const gathering = await gatheringStanding(tx, subject, input.gatheringId, now);
  const that = gathering && daysOf(gathering).find(({ day }) => day === input.day);
  return that ? { ...gathering, that } : null;
};
