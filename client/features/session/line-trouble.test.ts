import { expect, test } from 'vitest';
import type { ConnectionState } from '../../platform/connection-state.ts';
import { lineTrouble } from './line-trouble.ts';

const at = (now: number) => ({ now, shownAt: 0, patienceMs: 1500, isHeld: false, joining: false });
const away: ConnectionState = { status: 'reconnecting', since: 0, attempt: 2, trying: false };

test('X6 a second without a line is no visible change', () => {
  expect(lineTrouble(away, at(1000))).toBeNull();
  expect(lineTrouble(away, at(1600))).toEqual({ kind: 'reconnecting', seatHeld: true });
});

test('the seat is called safe only as long as it is', () => {
  expect(lineTrouble(away, at(59_000))).toMatchObject({ seatHeld: true });
  expect(lineTrouble(away, at(61_000))).toMatchObject({ seatHeld: false });
  const offline: ConnectionState = { ...away, status: 'offline' };
  expect(lineTrouble(offline, at(61_000))).toEqual({ kind: 'offline', seatHeld: false });
});

test('a stop says why at once', () => {
  expect(lineTrouble({ status: 'stopped', why: 'new-version' }, at(0))).toEqual({
    kind: 'stopped',
    why: 'new-version',
  });
});

test('signed out, there is a page instead of a banner', () => {
  expect(lineTrouble({ status: 'stopped', why: 'signed-out' }, at(0))).toBeNull();
});

test('a line that is up has nothing to say', () => {
  expect(lineTrouble({ status: 'online' }, at(0))).toBeNull();
});

test('X3 what is not stored while the line is up is said, and a lost line is said first', () => {
  const held = { ...at(5000), isHeld: true };
  expect(lineTrouble({ status: 'online' }, held)).toEqual({ kind: 'not-stored' });
  expect(lineTrouble(away, held)).toMatchObject({ kind: 'reconnecting' });
});

test('X3 who waits long for a seat, with a line or without, is told within three seconds', () => {
  const joining = (now: number) => ({ ...at(now), joining: true });
  expect(lineTrouble({ status: 'online' }, joining(2000))).toBeNull();
  expect(lineTrouble({ status: 'online' }, joining(2600))).toEqual({ kind: 'slow-to-join' });
  const first: ConnectionState = { status: 'connecting', attempt: 1, trying: true };
  expect(lineTrouble(first, joining(2000))).toEqual({ kind: 'connecting' });
  expect(lineTrouble(first, joining(2600))).toEqual({ kind: 'slow-to-join' });
  expect(lineTrouble(away, joining(2600))).toMatchObject({ kind: 'reconnecting' });
});
