import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { CorrectedTo } from './model.ts';
import { correctedTime, reason } from './model.ts';
import { type Corrigible, changesNothing, correct, type Entry, evolve, tick } from './rules.ts';

const length = { from: 0, to: 90 * MINUTE_MS };
const occasion: Corrigible = {
  ...{ cancelled: false, isTheirs: true },
  held: { length, now: 45 * MINUTE_MS },
};
const untouched: Entry = { present: null, corrected: null, version: 0 };
const to = (minutes: number): CorrectedTo => ({ as: 'minutes', minutes });

test('F33 ATT-5 a figure is put right to what the session can hold, and to no more', () => {
  const ask = (minutes: number) => correct(occasion, untouched, { to: to(minutes), seen: 0 });
  for (const minutes of [0, 1, 90]) expect(ask(minutes).ok, `${minutes}`).toBe(true);
  expect(ask(91)).toEqual({ ok: false, refusal: 'too-many-minutes' });
  for (const wrong of [-1, 1.5, Number.NaN, '5'])
    expect(correctedTime.safeParse({ as: 'minutes', minutes: wrong }).success).toBe(false);
});

test('F33 ATT-5 a reason has three letters at least and five hundred at most, and spaces are none', () => {
  for (const good of ['abc', ' Satt på telefon ', 'x'.repeat(500)])
    expect(reason.safeParse(good).success).toBe(true);
  for (const bad of ['', '  ', 'ab', ' ab \n', 'x'.repeat(501)])
    expect(reason.safeParse(bad).success).toBe(false);
});

test('F33 ATT-5 only of one who was to be there, at what was held and has begun', () => {
  const ask = (other: Partial<Corrigible>) =>
    correct({ ...occasion, ...other }, untouched, { to: to(5), seen: 0 });
  expect(ask({ isTheirs: false })).toMatchObject({ refusal: 'not-theirs' });
  expect(ask({ cancelled: true })).toMatchObject({ refusal: 'was-cancelled' });
  expect(ask({ held: { length, now: -1 } })).toMatchObject({ refusal: 'not-yet' });
  expect(ask({ held: { length, now: 0 } }).ok).toBe(true);
});

test('F33 ATT-5 of two corrections made on the same screen the second is told of the first', () => {
  const first = correct(occasion, untouched, { to: to(5), seen: 0 });
  if (!first.ok) throw new Error(first.refusal);
  const then = first.facts.reduce(evolve, untouched);
  expect(then).toEqual({ present: null, corrected: to(5), version: 1 });
  const again = (seen: number) => correct(occasion, then, { to: to(9), seen });
  expect(again(0)).toMatchObject({ refusal: 'changed-meanwhile' });
  expect(again(1).ok).toBe(true);
  const back = correct(occasion, then, { to: { as: 'as-counted' }, seen: 1 });
  expect(back.ok && back.facts.reduce(evolve, then)).toMatchObject({ corrected: null, version: 2 });
});

test('F33 ATT-5 what would stand as it stands is not put right: a figure is compared as it is read', () => {
  const over = { length, isOn: false };
  const there = { kind: 'day', present: true, source: 'classroom' } as const;
  expect(changesNothing(there, { as: 'present' }, over)).toBe(true);
  expect(changesNothing(there, { as: 'absent' }, over)).toBe(false);
  expect(changesNothing({ ...there, present: null }, { as: 'absent' }, over)).toBe(false);
  expect(changesNothing(there, { as: 'as-counted' }, over)).toBe(false);
  const time = (minutes: number, source: 'measured' | 'corrected') =>
    ({ kind: 'time', thereMs: minutes * MINUTE_MS, source }) as const;
  expect(changesNothing(time(45.9, 'measured'), to(45), over)).toBe(true);
  expect(changesNothing(time(45.9, 'measured'), to(46), over)).toBe(false);
  expect(changesNothing(time(90, 'measured'), { as: 'present' }, over)).toBe(true);
  expect(changesNothing(time(0, 'measured'), { as: 'absent' }, over)).toBe(true);
  const on = { length, isOn: true };
  expect(changesNothing(time(45, 'measured'), to(45), on)).toBe(false);
  expect(changesNothing(time(45, 'corrected'), to(45), on)).toBe(true);
});

test('F33 ATT-4 ticked twice is ticked once, pressed again it is as before, and a correction is not ticked over', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(true, false, null), { maxLength: 8 }), (presses) => {
      let entry = untouched;
      for (const present of presses) {
        const decided = tick(occasion, entry, present);
        if (!decided.ok) throw new Error(decided.refusal);
        expect(decided.facts.length).toBe(entry.present === present ? 0 : 1);
        entry = decided.facts.reduce(evolve, entry);
        expect(tick(occasion, entry, present)).toEqual({ ok: true, facts: [] });
      }
      expect(entry).toEqual({ ...untouched, present: presses.at(-1) ?? null });
    }),
  );
  const corrected = { ...untouched, corrected: to(5), version: 1 };
  expect(tick(occasion, corrected, true)).toMatchObject({ refusal: 'already-corrected' });
});
