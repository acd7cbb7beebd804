import { accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import { instantInOslo } from '#shared/kernel/oslo-time.ts';

/** ASG-3: when it is due, by the clock in Oslo. The input's shape has been checked: there is such a moment. */
export function dueOn(given: { readonly dueDay: string; readonly dueTime: string }): Instant {
  const at = instantInOslo(given.dueDay, given.dueTime);
  if (at === null) throw new Error('a due time that is no time');
  return at;
}

/** ASG-4: nobody is given a task that is late already, and none is moved into the past. One that stays where it was may be corrected. */
export function mustBeAhead(
  dueAt: Instant,
  now: Instant,
  before: Instant | null = null,
): Decision<never, 'due-passed'> {
  return dueAt > now || dueAt === before ? accept() : refuse('due-passed');
}
