import type { Span, Visit } from '#shared/features/session/afterwards/model.ts';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { CorrectedTo } from '../correction/model.ts';
import type { DayFigure, Held, OccasionState, RoomVisit, Seen, TimeFigure } from './model.ts';

/** A break that is shorter is none (F33): a tunnel, a phone that slept, a page that was closed by mistake. */
export const BREAK_MS = 5 * MINUTE_MS;

/** Whoever ticks off those who are in the classroom begins when they come, a little before the time. */
export const TICKS_BEFORE_MS = 15 * MINUTE_MS;

/** What people have said of one person at one occasion. */
export type Said = {
  /** Ticked off in the classroom as there, or as not there; null where nobody has said. */
  readonly present: boolean | null;
  /** The last correction; null where there is none. */
  readonly corrected: CorrectedTo | null;
};
export const NOTHING_SAID: Said = { present: null, corrected: null };

/** As far as a session has come: nobody has been there tomorrow. */
export function soFar({ length, now }: Held): Span {
  return { from: length.from, to: Math.max(length.from, Math.min(length.to, now)) };
}

/** ATT-1: when somebody was there within a session, in order, with short breaks counted as being there. */
export function timesThere({ visits, room }: Seen, session: Span): readonly Span[] {
  const within = [...visits, ...whileUnwatched(visits, room, session)]
    .map(({ from, to }) => ({
      from: Math.max(from, session.from),
      to: Math.min(to ?? session.to, session.to),
    }))
    .filter(({ from, to }) => from < to)
    .toSorted((one, other) => one.from - other.from);
  const merged: Span[] = [];
  for (const next of within) {
    const last = merged.at(-1);
    if (last && next.from - last.to < BREAK_MS)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else merged.push(next);
  }
  return merged;
}

/**
 * ATT-2: where a visit ended with the server that watched it, the seminar room tells how long the person stayed: its lines go
 * on without us. Beyond that it tells nothing that the seats do not: whoever has no seat is put out of it, and a pause beyond its
 * limit is a break, also with a line.
 */
function whileUnwatched(
  visits: readonly Visit[],
  room: readonly RoomVisit[],
  session: Span,
): readonly Span[] {
  const inOrder = visits.toSorted((one, other) => one.from - other.from);
  return inOrder.flatMap(({ to: lost, unwatched }, nth) => {
    if (!unwatched || lost === null) return [];
    const until = inOrder.slice(nth + 1).find(({ from }) => from >= lost)?.from ?? session.to;
    return room
      .filter(({ from, to }) => from <= lost && (to ?? until) > lost)
      .map(({ to }) => ({ from: lost, to: Math.min(to ?? until, until) }));
  });
}

/** For how long, all in all. */
export function totalOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/**
 * ATT-3: the one figure of a person in a session. What a teacher has put right stands, whatever is measured later; else being
 * ticked off in the classroom is having been there for all of it, as far as it has come; else it is what was measured. A tick takes nothing away: to
 * count less than was measured takes a correction, with its reason.
 */
export function timeFigureOf(held: Held, times: readonly Span[], said: Said): TimeFigure {
  const { corrected, present } = said;
  const time = (thereMs: number, source: TimeFigure['source']): TimeFigure => {
    return { kind: 'time', thereMs, source };
  };
  const all = totalOf([held.length]);
  switch (corrected?.as) {
    case 'minutes':
      return time(Math.min(corrected.minutes * MINUTE_MS, all), 'corrected');
    case 'present':
      return time(all, 'corrected');
    case 'absent':
      return time(0, 'corrected');
    default:
      return present ? time(totalOf([soFar(held)]), 'classroom') : time(totalOf(times), 'measured');
  }
}

/** ATT-3, of a gathering's day: nothing is measured there. */
export function dayFigureOf({ present, corrected }: Said): DayFigure {
  if (corrected?.as === 'present' || corrected?.as === 'absent')
    return { kind: 'day', present: corrected.as === 'present', source: 'corrected' };
  return { kind: 'day', present, source: present === null ? 'nobody' : 'classroom' };
}

/** Where a session stands. One that was ended early is over then. */
export function stateOf({ length, now }: Held): OccasionState {
  if (now < length.from) return 'ahead';
  return now < length.to ? 'on' : 'over';
}

/** Whether those who are in the classroom can be ticked off by now. */
export function mayBeTicked(from: Instant, now: Instant): boolean {
  return now >= from - TICKS_BEFORE_MS;
}
