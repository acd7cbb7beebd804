import { DAY_MS, type Instant } from '#shared/kernel/duration.ts';

/** As many days as can be asked for at once: a school year. */
export const CALENDAR_DAYS_MAX = 400;

/** Anything that is planned from one moment until another. The end is not part of it. */
export type Span = { readonly startsAt: Instant; readonly endsAt: Instant };
export type Planned = Span & {
  readonly cancelled: boolean;
  /** When its teachers ended it, whatever was planned; null when they have not. */
  readonly endedAt: Instant | null;
};

export type SessionStatus = 'planned' | 'live' | 'past' | 'cancelled';

/** CAL-1: what a planned session is at this moment, by its times, unless it was cancelled or ended. */
export function statusAt(session: Planned, now: Instant): SessionStatus {
  if (session.cancelled) return 'cancelled';
  if (session.endedAt !== null) return 'past';
  if (now < session.startsAt) return 'planned';
  return now < session.endsAt ? 'live' : 'past';
}

/**
 * CAL-2: the session to go to now: the one that runs, the one that began first if several do; else the first
 * that is still to come; null when nothing is left.
 */
export function nextOf<S extends Planned>(sessions: readonly S[], now: Instant): S | null {
  return (
    sessions
      .filter((session) => ['live', 'planned'].includes(statusAt(session, now)))
      .toSorted(byStart)[0] ?? null
  );
}

/** What lies between two gatherings; an open end where none is known. */
export type Band<G extends Span> = { readonly from: G | null; readonly to: G | null };

/** CAL-3: the band from the gathering that began last to the first that has not begun. */
export function bandBetween<G extends Span>(gatherings: readonly G[], now: Instant): Band<G> {
  const inOrder = gatherings.toSorted(byStart);
  return {
    from: inOrder.findLast((gathering) => gathering.startsAt <= now) ?? null,
    to: inOrder.find((gathering) => gathering.startsAt > now) ?? null,
  };
}

/** How far a band reaches where it has no gathering at that end: eight weeks, about as far apart as gatherings are. */
export const OPEN_BAND_MS = 56 * DAY_MS;

/** CAL-4: what starts within the band, in order, cancelled sessions too: their place in the week stays visible. */
export function itemsOf<S extends Span>(
  band: Band<Span>,
  sessions: readonly S[],
  now: Instant,
): readonly S[] {
  const fromAt = band.from?.startsAt ?? now - OPEN_BAND_MS;
  const untilAt = band.to?.startsAt ?? now + OPEN_BAND_MS;
  return sessions
    .filter((session) => session.startsAt >= fromAt && session.startsAt < untilAt)
    .toSorted(byStart);
}

function byStart(a: Span, b: Span): number {
  return a.startsAt - b.startsAt || a.endsAt - b.endsAt;
}
