import { addDays, type Day, daysFrom } from '#shared/kernel/calendar-day.ts';
import { type Decision, refuse } from '#shared/kernel/decision.ts';
import { DAY_MS, type Instant } from '#shared/kernel/duration.ts';
import type { CohortId, GroupId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { instantInOslo, wallInOslo } from '#shared/kernel/oslo-time.ts';
import type { Span } from '../calendar/rules.ts';
import type { DayOff } from '../holiday/model.ts';
import { type OffBecause, offOn } from '../holiday/rules.ts';
import { SERIES_MAX } from './model.ts';

/** When something is planned for, as people say it: by the school's calendar and clock. */
export type When = { readonly day: Day; readonly from: string; readonly to: string };

/** What a series becomes: its times, and the days that it leaves out. */
export type Occasions = {
  readonly held: readonly (When & Span)[];
  readonly leftOut: readonly { readonly day: Day; readonly because: OffBecause }[];
};

export type WhenRefusal = 'ends-before-start' | 'in-the-past' | 'too-far-ahead';

/** Longer ahead than anybody plans: a slip of the finger in the year. */
const AHEAD_MAX_MS = 3 * 366 * DAY_MS;

/** PLAN-1: the moments of a day and its times; refused where the end does not come after the start, or the start is past. */
export function spanOf(
  { day, from, to }: When,
  now: Instant,
):
  | { readonly ok: true; readonly span: Span }
  | { readonly ok: false; readonly refusal: WhenRefusal } {
  const [startsAt, endsAt] = [instantInOslo(day, from), instantInOslo(day, to)];
  if (startsAt === null || endsAt === null || to <= from || endsAt <= startsAt)
    return refuse('ends-before-start');
  if (startsAt < now) return refuse('in-the-past');
  if (startsAt > now + AHEAD_MAX_MS) return refuse('too-far-ahead');
  return { ok: true, span: { startsAt, endsAt } };
}

/**
 * PLAN-2: what is planned for a day, or for the same weekday of every week until a last day. The clock in Oslo stays the same
 * across the change to and from summer time. A series leaves out what is off; what is planned for one day alone is held on it.
 */
export function occasionsOf(
  when: When,
  untilDay: Day | null,
  daysOff: readonly DayOff[],
  now: Instant,
):
  | ({ readonly ok: true } & Occasions)
  | {
      readonly ok: false;
      readonly refusal: WhenRefusal | 'last-before-first' | 'too-many' | 'nothing-left';
    } {
  if (untilDay !== null && untilDay < when.day) return refuse('last-before-first');
  const weeks = untilDay === null ? 0 : Math.floor(daysFrom(when.day, untilDay) / 7);
  if (weeks >= SERIES_MAX) return refuse('too-many');
  const held: (When & Span)[] = [];
  const leftOut: { day: Day; because: OffBecause }[] = [];
  for (let week = 0; week <= weeks; week += 1) {
    const that = { ...when, day: addDays(when.day, 7 * week) };
    const because = untilDay === null ? null : offOn(that.day, daysOff);
    if (because) {
      leftOut.push({ day: that.day, because });
      continue;
    }
    const found = spanOf(that, now);
    if (!found.ok) return found;
    held.push({ ...that, ...found.span });
  }
  return held.length === 0 ? refuse('nothing-left') : { ok: true, held, leftOut };
}

/** A planned session as a clash and a move need to know it. */
export type Placed = Span & {
  /** Null for one that is not there yet. */
  readonly sessionId: SessionId | null;
  readonly cohortId: CohortId;
  /** Null: the whole cohort's. */
  readonly groupId: GroupId | null;
  readonly teachers: readonly PersonId[];
  /** The school's room, as somebody wrote it; empty for one that is held online alone. */
  readonly room: string;
  readonly cancelled: boolean;
};

/** What two sessions at the same time cannot both have. */
export const CLASHES = ['teacher', 'cohort', 'room'] as const;
export type ClashOver = (typeof CLASHES)[number];

/**
 * PLAN-3: what two sessions clash over. They share no moment where one ends as the other begins. Two groups of one cohort may
 * meet at the same time; the cohort and one of its groups may not. Nothing clashes with what is cancelled, or with itself.
 */
export function clashesBetween(a: Placed, b: Placed): readonly ClashOver[] {
  const isSame = a.sessionId !== null && a.sessionId === b.sessionId;
  if (isSame || a.cancelled || b.cancelled) return [];
  if (a.startsAt >= b.endsAt || b.startsAt >= a.endsAt) return [];
  const shareCohort =
    a.cohortId === b.cohortId &&
    (a.groupId === null || b.groupId === null || a.groupId === b.groupId);
  const shares: Readonly<Record<ClashOver, boolean>> = {
    teacher: a.teachers.some((personId) => b.teachers.includes(personId)),
    cohort: shareCohort,
    room: roomName(a.room) !== '' && roomName(a.room) === roomName(b.room),
  };
  return CLASHES.filter((over) => shares[over]);
}

/** "Rom 2" and "rom  2" are one room. */
function roomName(room: string): string {
  return room.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** Something that is in the way of what is being planned. */
export type Clash<P extends Placed> = { readonly with: P; readonly over: readonly ClashOver[] };

/** PLAN-3: whatever of `others` clashes with any of these. */
export function clashesOf<P extends Placed>(
  planned: readonly Placed[],
  others: readonly P[],
): readonly Clash<P>[] {
  const replaced = new Set(planned.map(({ sessionId }) => sessionId));
  return others
    .filter(({ sessionId }) => !replaced.has(sessionId))
    .map((other) => ({
      with: other,
      over: CLASHES.filter((over) =>
        planned.some((one) => clashesBetween(one, other).includes(over)),
      ),
    }))
    .filter(({ over }) => over.length > 0);
}

/** PLAN-4: a clash is a warning: whoever has seen it may go on. One that has come since is shown first. */
export function isUnseen(clashes: readonly Clash<Placed>[], seen: readonly SessionId[]): boolean {
  return clashes.some(({ with: { sessionId } }) => sessionId !== null && !seen.includes(sessionId));
}

/** A planned session as changing it needs to know it. */
export type Changeable = Span & {
  readonly sessionId: SessionId;
  readonly version: number;
  readonly cancelled: boolean;
  readonly endedAt: Instant | null;
};

export type ChangeRefusal = 'has-begun' | 'was-cancelled' | 'changed-meanwhile';

/** PLAN-5: what has begun stands; so does what is cancelled, until that is taken back. `seen` is the version that the screen showed. */
export function mayChange(
  session: Changeable,
  seen: number,
  now: Instant,
): Decision<never, ChangeRefusal> {
  if (session.version !== seen) return refuse('changed-meanwhile');
  if (session.cancelled) return refuse('was-cancelled');
  return hasBegun(session, now) ? refuse('has-begun') : { ok: true, facts: [] };
}

export function hasBegun({ startsAt, endedAt }: Changeable, now: Instant): boolean {
  return endedAt !== null || startsAt <= now;
}

/**
 * PLAN-6: a session moved, alone or with those of its series that come after it. Each goes as many days as the first does, and
 * to the same time of day; one that was cancelled stays where it was.
 * @param following of the series, `moved` itself included
 */
export function movedWith<S extends Changeable>(
  moved: S,
  to: When,
  following: readonly S[],
  now: Instant,
):
  | {
      readonly ok: true;
      readonly moves: readonly (Span & { readonly session: S; readonly day: Day })[];
    }
  | { readonly ok: false; readonly refusal: WhenRefusal } {
  const days = daysFrom(wallInOslo(moved.startsAt).day, to.day);
  const moves = [];
  for (const session of laterOf(moved, following)) {
    const day = addDays(wallInOslo(session.startsAt).day, days);
    const found = spanOf({ ...to, day }, now);
    if (!found.ok) return found;
    moves.push({ session, day, ...found.span });
  }
  return { ok: true, moves };
}

/** PLAN-6: the session, and of its series what comes after it and is not cancelled. */
export function laterOf<S extends Changeable>(one: S, following: readonly S[]): readonly S[] {
  const later = following.filter(
    (other) =>
      other.sessionId !== one.sessionId &&
      other.startsAt > one.startsAt &&
      !other.cancelled &&
      other.endedAt === null,
  );
  return [one, ...later];
}
