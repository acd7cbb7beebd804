import type { Span } from '#shared/features/programme/calendar/rules.ts';
import { offOn } from '#shared/features/programme/holiday/rules.ts';
import { gatheredDuring, isOutsideTerms } from '#shared/features/programme/planning/known.ts';
import type { Assigned, Scope } from '#shared/features/programme/planning/model.ts';
import type { Foreseen } from '#shared/features/programme/planning/queries.ts';
import * as rules from '#shared/features/programme/planning/rules.ts';
import { addDays, type Day } from '#shared/kernel/calendar-day.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CohortId } from '#shared/kernel/ids.ts';
import { wallInOslo } from '#shared/kernel/oslo-time.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Tx } from '../../../storage/database.ts';
import { gatheringsOf } from '../gathering/repository.ts';
import { daysOffBetween } from '../holiday/repository.ts';
import { termsOf } from '../programme/year.ts';
import { clashesNow, clashesSaid } from './clashes.ts';
import { type NewPlace, type Planned, seriesOf } from './repository.ts';

export type Asking = { readonly tx: Tx; readonly subject: Subject; readonly now: Instant };

type WhoAndWhere = { readonly teachers: readonly Assigned[]; readonly room: string };

/** What a new plan becomes, and what is in its way. */
export async function newPlan(
  { tx, subject, now }: Asking,
  place: NewPlace,
  plan: rules.When & WhoAndWhere & { readonly untilDay: Day | null },
) {
  const daysOff = await daysOffBetween(tx, plan.day, plan.untilDay ?? plan.day);
  const occasions = rules.occasionsOf(plan, plan.untilDay, daysOff, now);
  if (!occasions.ok) return occasions;
  const { cohortId, groupId } = place;
  const { room } = plan;
  const teachers = plan.teachers.map(({ personId }) => personId);
  const placed = occasions.held.map(
    ({ startsAt, endsAt }): rules.Placed => ({
      ...{ sessionId: null, cohortId, groupId, teachers, room, cancelled: false, startsAt, endsAt },
    }),
  );
  return { ...occasions, cohortId, daysOff, clashes: await clashesNow(tx, subject, placed, now) };
}

/** What a change of a session, or of its series from there on, becomes, and what is in its way. */
export async function changedPlan(
  { tx, subject, now }: Asking,
  session: Planned,
  plan: rules.When & WhoAndWhere & { readonly scope: Scope },
) {
  const moved = rules.movedWith(
    session,
    plan,
    await seriesFrom({ tx, subject, now }, session, plan),
    now,
  );
  if (!moved.ok) return moved;
  const { room } = plan;
  const teachers = plan.teachers.map(({ personId }) => personId);
  const placed = moved.moves.map(
    ({ session: { sessionId, cohortId, groupId }, startsAt, endsAt }) => {
      return { sessionId, cohortId, groupId, startsAt, endsAt, room, teachers, cancelled: false };
    },
  );
  const { cohortId } = session;
  return { ...moved, cohortId, clashes: await clashesNow(tx, subject, placed, now) };
}

/** The series that a session is planned in, where it is meant too. */
export async function seriesFrom(
  { tx, subject, now }: Asking,
  { seriesId }: Planned,
  { scope }: { readonly scope: Scope },
): Promise<readonly Planned[]> {
  return scope === 'following' && seriesId ? seriesOf(tx, subject, seriesId, now) : [];
}

/** A plan as the screen foresees it. */
export async function foreseenAs(
  asking: Asking,
  plan: Awaited<ReturnType<typeof newPlan> | ReturnType<typeof changedPlan>>,
): Promise<Foreseen> {
  const { tx, subject, now } = asking;
  if (!plan.ok) return { refusal: plan.refusal, held: [], leftOut: [], clashes: [] };
  const held = 'moves' in plan ? plan.moves : plan.held;
  return {
    refusal: null,
    held: await heldSaid(tx, plan.cohortId, held),
    leftOut: 'leftOut' in plan ? [...plan.leftOut] : [],
    clashes: await clashesSaid(tx, subject, plan.clashes, now),
  };
}

async function heldSaid(
  tx: Tx,
  cohortId: CohortId,
  held: readonly Span[],
): Promise<Foreseen['held']> {
  const days = held.map(({ startsAt }) => wallInOslo(startsAt).day).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  const daysOff = first && last ? await daysOffBetween(tx, first, addDays(last, 1)) : [];
  const gatherings = await gatheringsOf(tx, cohortId);
  const terms = await termsOf(tx, cohortId);
  return held.map(({ startsAt, endsAt }) => {
    const { day } = wallInOslo(startsAt);
    return {
      ...{ startsAt, endsAt, off: offOn(day, daysOff) },
      gathering: gatheredDuring({ startsAt, endsAt }, gatherings)?.title ?? null,
      outsideTerms: isOutsideTerms(day, terms),
    };
  });
}
