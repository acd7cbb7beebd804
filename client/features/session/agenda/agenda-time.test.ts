import { expect, test } from 'vitest';
import type { Agenda } from '#shared/features/session/agenda/model.ts';
import type { PauseForAll } from '#shared/features/session/pause-for-all/model.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { AgendaItemId, PersonId } from '#shared/kernel/ids.ts';
import {
  expectedStarts,
  minutesLeft,
  nextChange,
  nextItem,
  pauseIsBegun,
  pauseUntil,
  planOf,
  restUntil,
  titleInWords,
} from './agenda-time.ts';

const item = (title: string, minutes: number) => ({
  id: title as AgendaItemId,
  title,
  about: '',
  minutes,
  kind: 'item' as const,
});
const agenda = (currentId: string | null, since: number | null = null): Agenda => ({
  startsAt: 0,
  version: 0,
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

test('F9 a pause says that it is one, and when it is over', () => {
  const pause = (title: string) => ({ ...item(title, 10), kind: 'pause' as const });
  expect(titleInWords(pause('Kaffe'), 'pause')).toBe('Kaffe (pause)');
  expect(titleInWords(pause('Lang pause'), 'pause')).toBe('Lang pause');
  expect(titleInWords(item('Kaffe', 10), 'pause')).toBe('Kaffe');
  const plan = { ...agenda('Kaffe', 5 * MINUTE_MS), items: [pause('Kaffe'), item('Lesing', 20)] };
  expect(pauseUntil(plan, 6 * MINUTE_MS)).toBe(15 * MINUTE_MS);
  expect(pauseUntil({ ...plan, currentId: 'Lesing' as AgendaItemId }, 6 * MINUTE_MS)).toBeNull();
});

test('F17 BREAK-8 of a pause it is said when we are back only while that is known', () => {
  const coffee = { ...item('Kaffe', 10), kind: 'pause' as const };
  const plan = { ...agenda('Kaffe', 5 * MINUTE_MS), items: [coffee, item('Lesing', 20)] };
  const forAll = (startedAt: number, endsAt: number) => ({
    ...{ by: 'anne' as PersonId, ready: 0 },
    ...{ startedAt: startedAt * MINUTE_MS, endsAt: endsAt * MINUTE_MS },
  });
  const told = (now: number, pause: PauseForAll | null) => {
    const at = now * MINUTE_MS;
    const until = pauseUntil(plan, at, pause);
    return {
      left: minutesLeft(plan, at, pause),
      until: until && until / MINUTE_MS,
      next: (expectedStarts(plan, at, pause)[1] ?? 0) / MINUTE_MS,
      begun: pauseIsBegun(plan, pause),
    };
  };
  expect(told(15, null), 'its time is over').toEqual({
    left: 0,
    until: null,
    next: 15,
    begun: false,
  });
  expect(told(25, null), 'long ago').toEqual({ left: -10, until: null, next: 25, begun: false });
  const late = forAll(14, 24);
  expect(told(20, late), 'all have it').toEqual({ left: 4, until: 24, next: 24, begun: true });
  expect(told(25, late), 'all have had it').toEqual({
    left: -10,
    until: null,
    next: 25,
    begun: true,
  });
  const ended = forAll(6, 8);
  expect(told(9, ended), 'ended before its time').toMatchObject({ until: null, begun: true });
  const before = forAll(1, 4);
  expect(told(9, before), 'held before the item').toMatchObject({ until: 15, begun: false });
});

test('F17 BREAK-9 while all rest in the midst of something else, that says until when, and the rest comes after', () => {
  const pause = {
    ...{ by: 'anne' as PersonId, ready: 0 },
    ...{ startedAt: 20 * MINUTE_MS, endsAt: 50 * MINUTE_MS },
  };
  const reading = agenda('Lesing', 10 * MINUTE_MS);
  const at = (now: number) => ({
    until: restUntil(reading, now * MINUTE_MS, pause),
    next: expectedStarts(reading, now * MINUTE_MS, pause)[2],
    changes: nextChange(reading, now * MINUTE_MS, pause),
  });
  const endsAt = pause.endsAt;
  expect(at(25)).toEqual({ until: endsAt, next: endsAt, changes: endsAt });
  expect(at(50)).toMatchObject({ until: null, next: endsAt });
  const coffee = { ...item('Kaffe', 10), kind: 'pause' as const };
  const resting = { ...reading, items: [coffee], currentId: coffee.id };
  expect(restUntil(resting, 25 * MINUTE_MS, pause), 'the pause itself').toBeNull();
});
