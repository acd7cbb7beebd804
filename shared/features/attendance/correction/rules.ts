import { accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { Figure, Held } from '../presence/model.ts';
import { mayBeTicked, type Said } from '../presence/rules.ts';
import type { CorrectedTo } from './model.ts';

/** An occasion as a correction or a tick needs to know it. */
export type Corrigible = {
  readonly cancelled: boolean;
  readonly held: Held;
  /** Whether the person is one of those for whom it was planned, as a student. */
  readonly isTheirs: boolean;
};

/** What people have said, and how many corrections there are. */
export type Entry = Said & { readonly version: number };

type Corrected = { readonly type: 'corrected'; readonly to: CorrectedTo };
type Ticked = { readonly type: 'ticked'; readonly present: boolean | null };

type NotHeld = 'not-theirs' | 'was-cancelled' | 'not-yet';

function heldBy({ cancelled, isTheirs }: Corrigible, hasBegun: boolean): NotHeld | null {
  if (!isTheirs) return 'not-theirs';
  if (cancelled) return 'was-cancelled';
  return hasBegun ? null : 'not-yet';
}

/**
 * ATT-5: puts a figure right. `seen` is how many corrections the screen showed: where somebody has made another since, nothing
 * is changed unseen.
 */
export function correct(
  occasion: Corrigible,
  { version }: Entry,
  { to, seen }: { readonly to: CorrectedTo; readonly seen: number },
): Decision<Corrected, NotHeld | 'too-many-minutes' | 'changed-meanwhile'> {
  const { length, now } = occasion.held;
  const no = heldBy(occasion, now >= length.from);
  if (no) return refuse(no);
  if (seen !== version) return refuse('changed-meanwhile');
  if (to.as === 'minutes' && (to.minutes - 1) * MINUTE_MS >= length.to - length.from)
    return refuse('too-many-minutes');
  return accept({ type: 'corrected', to });
}

/**
 * ATT-5: whether a correction would leave the figure as everybody reads it, in whole minutes. What is measured still goes on
 * changing: to stop it there changes it. What was counted under a correction is not known here.
 */
export function changesNothing(
  figure: Figure,
  to: CorrectedTo,
  { length, isOn }: { readonly length: Held['length']; readonly isOn: boolean },
): boolean {
  if (to.as === 'as-counted') return false;
  if (figure.kind === 'day') return figure.present === (to.as === 'present');
  if (isOn && figure.source !== 'corrected') return false;
  const all = length.to - length.from;
  const part = to.as === 'minutes' ? Math.min(to.minutes * MINUTE_MS, all) : 0;
  const whole = (ms: number) => Math.floor(ms / MINUTE_MS);
  return whole(figure.thereMs) === whole(to.as === 'present' ? all : part);
}

/**
 * ATT-4: ticks somebody off in the classroom, or takes that back. Said twice it is so once. Where a figure has been put right
 * a tick would change nothing, and says so.
 */
export function tick(
  occasion: Corrigible,
  entry: Entry,
  present: boolean | null,
): Decision<Ticked, NotHeld | 'already-corrected'> {
  const { length, now } = occasion.held;
  const no = heldBy(occasion, mayBeTicked(length.from, now));
  if (no) return refuse(no);
  if (entry.corrected !== null) return refuse('already-corrected');
  return entry.present === present ? accept() : accept({ type: 'ticked', present });
}

/** What the entry says after it. */
export function evolve(entry: Entry, fact: Corrected | Ticked): Entry {
  if (fact.type === 'ticked') return { ...entry, present: fact.present };
  const corrected = fact.to.as === 'as-counted' ? null : fact.to;
  return { ...entry, corrected, version: entry.version + 1 };
}
