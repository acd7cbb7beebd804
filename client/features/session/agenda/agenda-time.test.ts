import { expect, test } from 'vitest';
import type { Agenda } from '#shared/features/session/agenda/model.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { AgendaItemId } from '#shared/kernel/ids.ts';
import { expectedStarts, minutesLeft, nextItem, planOf } from './agenda-time.ts';

const item = (title: string, minutes: number) => ({
  id: title as AgendaItemId,
  title,
  about: '',
  minutes,
  kind: 'item' as const,
});
const agenda = (currentId: string | null, since: number | null = null): Agenda => ({
  startsAt: 0,
  items: [item('Innsjekk', 10), item('Lesing', 30), item('Utsjekk', 20)],
  currentId: currentId as AgendaItemId | null,
  since,
});

test('F9 each item starts when what comes before it is over', () => {
  expect(planOf(agenda('Lesing')).map((one) => [one.startsAt / MINUTE_MS, one.phase])).toEqual([
    [0, 'behind'],
    [10, 'now'],
    [40, 'ahead'],
  ]);
});

test('before the first item everything lies ahead, and the first comes next', () => {
  const plan = planOf(agenda(null));
  expect(plan.every((one) => one.phase === 'ahead')).toBe(true);
  expect(nextItem(plan)?.item.title).toBe('Innsjekk');
  expect(minutesLeft(agenda(null), 0)).toBeNull();
});

test('minutes are counted from when the item really began', () => {
  const began = agenda('Lesing', 5 * MINUTE_MS);
  expect(minutesLeft(began, 5 * MINUTE_MS)).toBe(30);
  expect(minutesLeft(began, 17.5 * MINUTE_MS)).toBe(17);
  expect(minutesLeft(began, 34.5 * MINUTE_MS)).toBe(0);
  expect(minutesLeft(began, 37 * MINUTE_MS)).toBe(-2);
});

test('after the last item nothing comes', () => {
  expect(nextItem(planOf(agenda('Utsjekk')))).toBeNull();
});

test('F9 what comes is expected when what goes on is over, not when it was planned', () => {
  const expected = (began: number, now: number) =>
    expectedStarts(agenda('Lesing', began * MINUTE_MS), now * MINUTE_MS).map(
      (at) => at !== null && at / MINUTE_MS,
    );
  expect(expected(25, 26)).toEqual([false, 25, 55]);
  expect(expected(25, 70), 'it runs over').toEqual([false, 25, 70]);
  const planned = expectedStarts(agenda(null), 90 * MINUTE_MS).map((at) => (at ?? -1) / MINUTE_MS);
  expect(planned, 'nothing has begun').toEqual([0, 10, 40]);
});
