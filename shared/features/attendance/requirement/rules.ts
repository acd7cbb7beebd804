import type { Instant } from '#shared/kernel/duration.ts';
import { STUDENT_FIRST_MS, type Stands, type State } from './model.ts';

/** After fewer than that nothing is said: one evening missed of one is not half of a course. */
export const FEW = 3;

/** What has been, as it is counted for one student: how much of it they were there for, and from when that is known. */
export type Counted = {
  readonly there: number;
  readonly of: number;
  readonly knownAt: Instant;
};
type Sum = Pick<Counted, 'there' | 'of'>;

const sumOf = (over: readonly Sum[]): Sum => ({
  there: over.reduce((sum, { there }) => sum + there, 0),
  of: over.reduce((sum, { of }) => sum + of, 0),
});
const isBelow = ({ there, of }: Sum, percent: number) => there * 100 < of * percent;

/**
 * ATT-12, ATT-13: how somebody stands to what is required.
 * @param ahead what is planned, in its order, each as long as what has been is counted in
 */
export function standingTo(
  percent: number,
  over: readonly Counted[],
  ahead: readonly number[],
): Stands {
  const sum = sumOf(over);
  const share = sum.of === 0 ? null : Math.floor((100 * sum.there) / sum.of);
  const state = stateAfter(percent, over, ahead[0] ?? null);
  return { percent, share, state, needed: state === 'under' ? neededOf(percent, sum, ahead) : 0 };
}

function stateAfter(percent: number, over: readonly Counted[], next: number | null): State {
  const sum = sumOf(over);
  if (over.length < FEW) return 'kept';
  if (isBelow(sum, percent)) return 'under';
  const hasMissed = sum.there < sum.of;
  const isClose = next !== null && isBelow({ there: sum.there, of: sum.of + next }, percent);
  return hasMissed && isClose ? 'near' : 'kept';
}

function neededOf(percent: number, sum: Sum, ahead: readonly number[]): number | null {
  let { there, of } = sum;
  for (const [nth, length] of ahead.entries()) {
    there += length;
    of += length;
    if (!isBelow({ there, of }, percent)) return nth + 1;
  }
  return null;
}

/** ATT-14: below, and so by what was known a week ago, under what was required then. */
export function isListed(
  percent: number,
  over: readonly Counted[],
  since: Instant,
  now: Instant,
): boolean {
  const told = now - STUDENT_FIRST_MS;
  const known = over.filter(({ knownAt }) => knownAt <= told);
  const isUnder = (counted: readonly Counted[]) => stateAfter(percent, counted, null) === 'under';
  return since <= told && isUnder(known) && isUnder(over);
}
