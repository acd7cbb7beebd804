import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';

/**
 * Begins a session from the one before it: its agenda as it was planned, and the notes where it has none of its own.
 * `from` and `seen` are what the screen showed: another session has come between, or somebody has changed the agenda, and
 * nothing is replaced unseen.
 */
export const beginFromLast = command({
  name: 'session/begin-from-last',
  action: 'agenda/edit',
  input: z.object({
    sessionId: id<'session'>(),
    from: id<'session'>(),
    seen: z.int().check(z.gte(0)),
  }),
  output: z.object({
    items: z.number(),
    /** Whether the notes came along; those that somebody has written stay. */
    notes: z.boolean(),
  }),
  refusals: ['agenda-changed', 'agenda-begun', 'not-the-last', 'session-over'],
});

/**
 * Takes that back: the agenda is what it was before, and notes that came along go, as long as nobody has changed either since. Of one
 * that was not begun from `from`, or is not any more, nothing changes.
 */
export const takeBeginningBack = command({
  name: 'session/take-beginning-back',
  action: 'agenda/edit',
  input: z.object({ sessionId: id<'session'>(), from: id<'session'>() }),
  output: z.object({}),
  refusals: ['agenda-changed', 'agenda-begun', 'session-over'],
});
