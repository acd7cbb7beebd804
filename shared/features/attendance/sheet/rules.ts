import type { Span } from '#shared/features/session/afterwards/model.ts';
import type { Figure, OccasionState, Totals } from '../presence/model.ts';
import { totalOf } from '../presence/rules.ts';

type Counted = {
  readonly length: Span;
  readonly state: OccasionState;
  readonly figure: Figure;
};

/**
 * ATT-6: how much of what has been somebody has been there for: of sessions that are over, in time; of a gathering's days, those of
 * which somebody has said who was there. What is on counts when it is over.
 */
export function totalsOf(counted: readonly Counted[]): Totals {
  const sum: Totals = { thereMs: 0, ofMs: 0, daysPresent: 0, days: 0 };
  for (const { length, state, figure } of counted) {
    if (figure.kind === 'day') {
      if (figure.present === null) continue;
      sum.days += 1;
      if (figure.present) sum.daysPresent += 1;
    } else if (state === 'over') {
      sum.thereMs += figure.thereMs;
      sum.ofMs += totalOf([length]);
    }
  }
  return sum;
}

/** In whole per cent; null where nothing has been. Only who was there for all of it has a hundred. */
export function shareOf({ thereMs, ofMs }: Pick<Totals, 'thereMs' | 'ofMs'>): number | null {
  return ofMs === 0 ? null : Math.floor((100 * thereMs) / ofMs);
}
