import type { Row } from '../table.ts';
import { TooLate } from '../within.ts';

/** A room into which not everybody came. */
export class NotFilled extends Error {
  override readonly name = 'NotFilled';
  readonly cameIn: number;
  readonly people: number;
  constructor(cameIn: number, people: number, cause: unknown) {
    super(`${cameIn} of ${people} came in`, { cause });
    this.cameIn = cameIn;
    this.people = people;
  }
}

/** The row of what this machine could not carry, with why, in words. What went wrong otherwise is told as it is. */
export function notMeasured(what: string, error: unknown, load: number): Row {
  return {
    id: 'L9',
    what,
    goal: '–',
    peers: '–',
    ours: 'not measured here',
    met: null,
    notShown: whyNot(error),
    besides: `load of the machine then ${load.toFixed(1)}`,
  };
}

function whyNot(error: unknown): string {
  if (error instanceof NotFilled)
    return `${error.cameIn} of ${error.people} came in; ${whyNot(error.cause)}`;
  if (error instanceof TooLate)
    return `the senders gave no answer within ${error.limitMs / 1_000} s`;
  return error instanceof Error ? error.message : String(error);
}
