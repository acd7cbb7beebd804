import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { AgendaItemId } from '#shared/kernel/ids.ts';
import { lengthOf } from './model.ts';
import { asItWent, notReached } from './rules.ts';

const START = 1_000 * MINUTE_MS;
const planned = { startsAt: START, endsAt: START + 120 * MINUTE_MS, endedAt: null };
const min = (minutes: number) => START + minutes * MINUTE_MS;
const session = lengthOf(planned);

test('AFTER-1 a session lasts from its planned start until it was ended, or as planned', () => {
  expect(lengthOf(planned)).toEqual({ from: START, to: min(120) });
  expect(lengthOf({ ...planned, endedAt: min(134) })).toEqual({ from: START, to: min(134) });
  expect(lengthOf({ ...planned, endedAt: min(-4) })).toEqual({ from: START, to: START });
});

const item = (nth: number) => ({
  id: `item-${nth}` as AgendaItemId,
  title: `Punkt ${nth}`,
  kind: 'item' as const,
  minutes: 10 + nth,
});
const ITEMS = [item(0), item(1), item(2), item(3)];
const step = (nth: number, at: number) => {
  const { id: itemId, title, kind } = item(nth);
  return { itemId, title, kind, at };
};

test('AFTER-3 an item lasts until the next one, the last until the end; what was not reached says so', () => {
  const steps = [step(0, min(2)), step(2, min(15)), step(0, min(30)), step(2, min(31))];
  expect(asItWent(ITEMS, steps, { ...planned, endedAt: min(60) })).toEqual([
    {
      ...{ title: 'Punkt 0', kind: 'item', planned: { at: min(0), minutes: 10 } },
      went: { at: min(2), lengthMs: 14 * MINUTE_MS },
    },
    {
      ...{ title: 'Punkt 2', kind: 'item', planned: { at: min(21), minutes: 12 } },
      went: { at: min(15), lengthMs: 44 * MINUTE_MS },
    },
    { title: 'Punkt 1', kind: 'item', planned: { at: min(10), minutes: 11 }, went: null },
    { title: 'Punkt 3', kind: 'item', planned: { at: min(33), minutes: 13 }, went: null },
  ]);
});

test('AFTER-3 what was taken out after it had been on keeps its place by the name of then', () => {
  const went = asItWent(ITEMS.slice(1), [step(0, min(0)), step(1, min(8))], planned);
  expect(went[0]).toEqual({
    ...{ title: 'Punkt 0', kind: 'item', planned: null },
    went: { at: min(0), lengthMs: 8 * MINUTE_MS },
  });
});

test('AFTER-3 steps of another day, before a session was moved, are not how it went', () => {
  const went = asItWent(ITEMS, [step(0, min(-5 * 24 * 60)), step(1, min(-14))], planned);
  expect(went.filter((one) => one.went).map(({ title }) => title)).toEqual(['Punkt 1']);
});

test('AFTER-3 however it was stepped, each item is there once, lengths fill the time from the first step to the end, and starts are in order', () => {
  const steps = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: -10, max: 160 })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(steps, (given) => {
      const all = given.map(([nth, at]) => step(nth, min(at)));
      const went = asItWent(ITEMS, all, planned);
      expect(went.map(({ title }) => title).toSorted()).toEqual(ITEMS.map(({ title }) => title));
      const reached = went.flatMap((one) => (one.went ? [one.went] : []));
      expect(reached.length).toBe(new Set(given.map(([nth]) => nth)).size);
      expect(went.slice(reached.length).every((one) => one.went === null)).toBe(true);
      const starts = reached.map(({ at }) => at);
      expect(starts.toSorted((one, other) => one - other)).toEqual(starts);
      if (all.length === 0) return;
      const ats = all.map(({ at }) => at);
      const filled = Math.max(session.to, ...ats) - Math.min(...ats);
      expect(reached.reduce((sum, { lengthMs }) => sum + lengthMs, 0)).toBe(filled);
      for (const { lengthMs } of reached) expect(lengthMs).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('AFTER-7 what was not reached is named in its order, without breaks; where nobody went through it, nothing is', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(3)), (reached) => {
      const steps = reached.map((nth) => ({
        ...item(nth),
        itemId: item(nth).id,
        at: session.from,
      }));
      const planned = { startsAt: session.from, endsAt: session.to, endedAt: null };
      const left = ITEMS.filter((one, nth) => one.kind === 'item' && !reached.includes(nth));
      expect(notReached(ITEMS, steps, planned)).toEqual(
        reached.length === 0 ? [] : left.map(({ title }) => title),
      );
    }),
  );
});
