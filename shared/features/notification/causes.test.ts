import { expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import { instantInOslo, wallInOslo } from '#shared/kernel/oslo-time.ts';
import {
  changeOf,
  isAtHand,
  LATE_MS,
  type Plan,
  REMINDERS,
  remindedAt,
  remindersNow,
} from './causes.ts';

const at = (day: string, time: string) => instantInOslo(day, time) ?? Number.NaN;

test('F75 NOTE-1 each reminder has its time, by the clock on the wall on both sides of a change', () => {
  const times = (moment: number) =>
    REMINDERS.map((one) => {
      const { day, time } = wallInOslo(remindedAt(one, moment));
      return `${one.stage} ${day} ${time}`;
    });
  expect(times(at('2026-10-25', '09:00'))).toEqual([
    'session-tomorrow 2026-10-24 17:00',
    'session-soon 2026-10-25 08:30',
    'deadline-days 2026-10-22 17:00',
    'deadline-tomorrow 2026-10-24 17:00',
    'gathering-week 2026-10-18 17:00',
    'gathering-tomorrow 2026-10-24 17:00',
  ]);
});

test('F75 NOTE-6 a reminder is begun from its time on, not when that has long passed, and not when the thing itself has', () => {
  const session = at('2026-11-28', '09:00');
  const due = at('2026-11-27', '17:00');
  const stages = (now: number) =>
    [
      ...remindersNow('session-tomorrow', session, now),
      ...remindersNow('session-soon', session, now),
    ]
      .map(({ stage }) => stage)
      .join();
  expect(stages(due - 1)).toBe('');
  expect(stages(due)).toBe('session-tomorrow');
  expect(stages(due + LATE_MS)).toBe('session-tomorrow');
  expect(stages(due + LATE_MS + MINUTE_MS)).toBe('');
  expect(stages(session - 30 * MINUTE_MS)).toBe('session-soon');
  expect(stages(session)).toBe('');
});

test('F75 NOTE-2 of a changed plan the weightiest is told, and what nobody needs to know is not', () => {
  const plan: Plan = { startsAt: at('2026-11-28', '09:00'), cancelled: false, substitutes: '' };
  const later: Plan = { ...plan, startsAt: plan.startsAt + HOUR_MS };
  const withdrawn: Plan = { ...later, cancelled: true };
  const taken: Plan = { ...plan, substitutes: 'b' };
  expect(changeOf(plan, plan)).toBe(null);
  expect(changeOf(plan, later)).toBe('moved');
  expect(changeOf(plan, withdrawn)).toBe('cancelled');
  expect(changeOf(withdrawn, { ...withdrawn, substitutes: 'b' })).toBe(null);
  expect(changeOf(withdrawn, plan)).toBe('back');
  expect(changeOf(plan, taken)).toBe('substitute');
  expect(changeOf(taken, { ...taken, startsAt: later.startsAt })).toBe('moved');
  expect(changeOf(taken, plan)).toBe(null);
  expect(changeOf(taken, { ...plan, substitutes: 'b c' })).toBe('substitute');
});

test('F75 F79 NOTE-12 in calm mode the reminders of more than a day ahead fall away', () => {
  const left = REMINDERS.filter(({ stage }) => isAtHand(stage)).map(({ stage }) => stage);
  expect(left).toEqual([
    'session-tomorrow',
    'session-soon',
    'deadline-tomorrow',
    'gathering-tomorrow',
  ]);
  expect(isAtHand('moved')).toBe(true);
});
