import { expect, test } from 'vitest';
import type { SessionEntry } from '#shared/features/programme/calendar/queries.ts';
import { NO_NOTES } from '#shared/features/programme/session-notes/model.ts';
import { bandAt, placesByDate } from './band.ts';

const now = Date.parse('2026-09-29T08:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function session(
  title: string,
  startsAt: number,
  status: SessionEntry['status'] = 'planned',
): SessionEntry {
  const id = title as SessionEntry['id'];
  const endsAt = startsAt + 2 * HOUR;
  return {
    kind: 'session',
    id,
    title,
    courseCode: 'EK001T',
    startsAt,
    endsAt,
    status,
    notes: NO_NOTES,
  };
}
const gathering = (startsAt: number) => ({
  kind: 'gathering' as const,
  id: 'g' as never,
  title: 'Samling 2',
  place: 'Trondheim',
  mandatory: true,
  startsAt,
  endsAt: startsAt + 2 * DAY,
});
const band = (items: SessionEntry[], to: ReturnType<typeof gathering> | null = null) =>
  bandAt({ cohortName: 'Kull', from: null, to, items }, now);

test('what has ended is behind, today is marked, the rest lies ahead', () => {
  const before = session('før', now - 7 * DAY, 'past');
  const live = session('nå', now - HOUR, 'live');
  const after = session('etter', now + 7 * DAY);
  expect(band([before, live, after])).toMatchObject({
    behind: [before],
    today: live,
    ahead: [after],
  });
});

test('a session later today is today’s, a second one lies ahead', () => {
  const first = session('formiddag', now + HOUR);
  const second = session('ettermiddag', now + 5 * HOUR);
  expect(band([first, second])).toMatchObject({ today: first, ahead: [second] });
});

test('a cancelled session is not today’s, and stays in its place', () => {
  const cancelled = session('avlyst', now + HOUR, 'cancelled');
  expect(band([cancelled])).toMatchObject({ today: null, ahead: [cancelled] });
});

test('an evening by the school’s clock is still today', () => {
  const late = Date.parse('2026-09-29T21:30:00Z');
  expect(band([session('kveld', late)]).today?.title).toBe('kveld');
  expect(band([session('natt', late + HOUR)]).today).toBeNull();
});

test('places follow the dates up to the next gathering', () => {
  const items = [session('a', now + 5 * DAY), session('b', now + 10 * DAY)];
  const places = placesByDate(band(items, gathering(now + 20 * DAY)), now);
  expect(places).toEqual([0.25, 0.5]);
});

test('without a gathering ahead the last session ends the thread', () => {
  const places = placesByDate(band([session('a', now + DAY), session('b', now + 2 * DAY)]), now);
  expect(places[0]).toBeGreaterThan(0.4);
  expect(places[1]).toBeLessThanOrEqual(1);
});
