import { type Accessor, createEffect } from 'solid-js';
import type { WaitingItem } from '#shared/features/home/queries.ts';
import { askWho } from '../identity/public.ts';

/** When a role that one is asked to have waits no longer, the page asks anew who one is: it may be theirs. */
export function followAskedRoles(items: Accessor<readonly WaitingItem[] | undefined>): void {
  createEffect<number>((before) => {
    const known = items();
    if (!known) return before;
    const count = known.filter(({ kind }) => kind === 'role-asked').length;
    if (count < before) void askWho();
    return count;
  }, 0);
}
