import { type Refused, refuse } from '../../../kernel/decision.ts';
import { DAY_MS, type Instant } from '../../../kernel/duration.ts';
import type { PersonId } from '../../../kernel/ids.ts';

/** Long enough to sleep on it, and for a letter to reach whoever did not ask themselves. */
const FIRST_WAITS_MS = 7 * DAY_MS;
/** A month, as article 12(3) of the General Data Protection Regulation has it. */
const AT_LATEST_MS = 30 * DAY_MS;

/** A wish that has been neither taken back nor decided. */
export type Waiting = {
  readonly personId: PersonId;
  readonly askedAt: Instant;
  readonly firstYesBy: PersonId | null;
};

export const earliestOf = (askedAt: Instant): Instant => askedAt + FIRST_WAITS_MS;
export const latestOf = (askedAt: Instant): Instant => askedAt + AT_LATEST_MS;

/** ERASE-4: whether it is decided by this yes, or waits for another's. */
export function sayYes(
  { personId, askedAt, firstYesBy }: Waiting,
  by: PersonId,
  now: Instant,
): { readonly ok: true; readonly decided: boolean } | Refused<'too-early' | 'takes-another'> {
  if (by === personId || by === firstYesBy) return refuse('takes-another');
  if (now < earliestOf(askedAt)) return refuse('too-early');
  return { ok: true, decided: firstYesBy !== null };
}

/** ERASE-5: nobody is kept by silence. */
export function isOverdue({ askedAt }: Pick<Waiting, 'askedAt'>, now: Instant): boolean {
  return now >= latestOf(askedAt);
}
