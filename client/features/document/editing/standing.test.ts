import { expect, it } from 'vitest';
import { makeListener, standingOf } from './standing.ts';

const whole = { status: 'whole' } as const;
const offline = { status: 'offline', attempt: 1, trying: false } as const;

it('DOC-26 says in words how what was written stands', () => {
  expect(standingOf(whole, 'saved', true, true)).toBe('saved');
  expect(standingOf(whole, 'saving', true, true)).toBe('saving');
  expect(standingOf(whole, 'not-saved', true, true)).toBe('not-saved');
  expect(standingOf(offline, 'saved', true, true)).toBe('offline');
  expect(standingOf(offline, 'offline-unsaved', true, true)).toBe('offline');
  expect(standingOf(offline, 'not-saved', true, true), 'the device refused to keep it').toBe(
    'not-saved',
  );
  expect(standingOf(offline, 'saved', false, true)).toBe('offline-reading');
  const shut = { ...offline, shut: true } as const;
  for (const save of ['saved', 'offline-unsaved'] as const)
    expect(standingOf(shut, save, false, true), 'nothing is offline').toBe('connecting');
  expect(standingOf(whole, 'saved', false, true), 'a reader saves nothing').toBe('reading');
  expect(standingOf(whole, 'saved', true, false), 'the text is not there yet').toBe('connecting');
});

it('X6 says nothing of a line that was whole a moment ago: what is not stored is being saved', () => {
  const off = { status: 'offline', attempt: 1, trying: false } as const;
  expect(standingOf(off, 'saved', true, true, true)).toBe('saved');
  expect(standingOf(off, 'saved', false, true, true)).toBe('reading');
  expect(standingOf(off, 'offline-unsaved', true, true, true)).toBe('saving');
  expect(standingOf(off, 'not-saved', true, true, true)).toBe('saving');
  expect(standingOf(off, 'not-saved', true, true, false)).toBe('not-saved');
  expect(standingOf({ ...off, shut: true }, 'saved', true, true, true)).toBe('connecting');
});

it('DOC-31 speaks when something is wrong and when it is well again, and is silent about each key', () => {
  const heard = makeListener();
  const said = (['connecting', 'saved', 'saving', 'saved', 'saving', 'not-saved'] as const).map(
    heard,
  );
  expect(said).toEqual([false, false, false, false, false, 'ill']);
  expect(heard('offline')).toBe('ill');
  expect(heard('offline')).toBe(false);
  expect(heard('saving'), 'not well before it is stored').toBe(false);
  expect(heard('saved')).toBe('back');
  expect(heard('saved')).toBe(false);
});
