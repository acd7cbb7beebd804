import { addDays } from '#shared/kernel/calendar-day.ts';
import { HOUR_MS, type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import { instantInOslo, wallInOslo } from '#shared/kernel/oslo-time.ts';
import type { NoticeKind } from './model.ts';

/** What is told at a time of its own before something. */
export const REMINDERS = [
  { stage: 'session-tomorrow', kind: 'session-tomorrow', daysBefore: 1 },
  { stage: 'session-soon', kind: 'session-soon', minutesBefore: 30 },
  { stage: 'deadline-days', kind: 'deadline', daysBefore: 3 },
  { stage: 'deadline-tomorrow', kind: 'deadline', daysBefore: 1 },
  { stage: 'gathering-week', kind: 'gathering', daysBefore: 7 },
  { stage: 'gathering-tomorrow', kind: 'gathering', daysBefore: 1 },
] as const satisfies readonly {
  readonly stage: string;
  readonly kind: NoticeKind;
  readonly daysBefore?: number;
  readonly minutesBefore?: number;
}[];
export type Reminder = (typeof REMINDERS)[number];

/** What has become of a planned session. */
export const CHANGES = ['moved', 'cancelled', 'back', 'substitute'] as const;
export type Change = (typeof CHANGES)[number];

export type Stage = Reminder['stage'] | Change | 'attendance';

/** What is told more than a day ahead. */
const EARLY: readonly Stage[] = ['deadline-days', 'gathering-week'];

/** NOTE-12: whether somebody in calm mode is told of it: of what is at hand, and of what has changed. */
export function isAtHand(stage: Stage): boolean {
  return !EARLY.includes(stage);
}

/** When the day's reminders come: after the working day, and before the evening's rest. */
const REMINDED_AT = '17:00';
/** NOTE-6: a reminder whose time has passed by more is not begun, as after a restore. */
export const LATE_MS = 3 * HOUR_MS;
/** Nothing is told of beyond this. */
export const HORIZON_MS = 9 * 24 * HOUR_MS;

/** NOTE-6, NOTE-14: the day, by Oslo's clock, whose attendance is to be looked at now; null when it is not the time for it. */
export function attendanceDay(now: Instant): string | null {
  const { day } = wallInOslo(now);
  const due = instantInOslo(day, REMINDED_AT);
  return due !== null && due <= now && now - due <= LATE_MS ? day : null;
}

/** When a reminder of what is at a moment comes. */
export function remindedAt(reminder: Reminder, at: Instant): Instant {
  if ('minutesBefore' in reminder) return at - reminder.minutesBefore * MINUTE_MS;
  const due = instantInOslo(addDays(wallInOslo(at).day, -reminder.daysBefore), REMINDED_AT);
  if (due === null) throw new Error('every day has an afternoon');
  return due;
}

/** NOTE-1, NOTE-6: the reminders of a kind that are to be begun now. */
export function remindersNow(kind: NoticeKind, at: Instant, now: Instant): Reminder[] {
  return REMINDERS.filter((reminder) => {
    const due = remindedAt(reminder, at);
    return reminder.kind === kind && at > now && due <= now && now - due <= LATE_MS;
  });
}

/** A session's plan, as far as those who are told of it go by. */
export type Plan = {
  readonly startsAt: Instant;
  readonly cancelled: boolean;
  /** Who takes it for somebody else; the same text for the same people. */
  readonly substitutes: string;
};

/** NOTE-2: what has become of a plan, the weightiest alone; null where nobody needs to know. */
export function changeOf(before: Plan, after: Plan): Change | null {
  if (after.cancelled) return before.cancelled ? null : 'cancelled';
  if (before.cancelled) return 'back';
  if (before.startsAt !== after.startsAt) return 'moved';
  const isNew = after.substitutes !== '' && after.substitutes !== before.substitutes;
  return isNew ? 'substitute' : null;
}

/** After this nobody is told any more. That something is off is told to whoever waits at its door too. */
export function usefulUntil(stage: Stage, at: Instant): Instant {
  return stage === 'cancelled' ? at + HOUR_MS : at;
}

/** The kind by which one has chosen whether to be told. */
export function kindOf(stage: Stage): NoticeKind {
  if (stage === 'attendance') return stage;
  return REMINDERS.find((reminder) => reminder.stage === stage)?.kind ?? 'session-changed';
}

/** NOTE-5: whether what was begun still says something, of a session that is or is not cancelled by now. */
export function stillSays(stage: Stage, { cancelled }: { readonly cancelled: boolean }): boolean {
  return (stage === 'cancelled') === cancelled;
}
