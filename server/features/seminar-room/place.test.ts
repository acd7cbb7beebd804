import { expect, test } from 'vitest';
import { identityOf, voiceOf } from '#shared/features/seminar-room/identity.ts';
import type { BreakoutId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Seated } from '../session/public.ts';
import { MOVES_WITHIN_MS, makeTimeToLeave, standingOf } from './place.ts';

const session = 'session' as SessionId;
const [one, other] = ['one', 'other'] as BreakoutId[] as [BreakoutId, BreakoutId];
const kari = 'kari' as PersonId;
const MOVED_AT = 10_000;
const tab = identityOf(kari, 'abcdefgh');
const voice = voiceOf(kari, 'abcdefgh');

const seat = (breakoutId: BreakoutId | null, part: Seated['part'] = 'student'): Seated => ({
  ...{ sessionId: session, personId: kari, displayName: 'Kari', part, breakoutId },
  movedAt: MOVED_AT,
});
const open = new Set([one, other]);
const at = (identity: string, room: BreakoutId | SessionId, held?: Seated, now = MOVED_AT) =>
  standingOf({ room, identity }, held, open, now);

test('BREAKOUT-14 one is where the seat is, and for a moment where it was', () => {
  expect(at(tab, one, seat(one))).toBe('in-place');
  expect(at(tab, session, seat(null))).toBe('in-place');
  for (const [room, held] of [
    [session, seat(one)],
    [other, seat(one)],
    [one, seat(null)],
  ] as const) {
    expect(at(tab, room, held, MOVED_AT + MOVES_WITHIN_MS - 1)).toBe('leaving');
    expect(at(tab, room, held, MOVED_AT + MOVES_WITHIN_MS)).toBe('out');
    expect(at(tab, room, { ...held, movedAt: null }), 'never moved').toBe('out');
  }
});

test('ROOM-4 without a seat one is nowhere, however lately one moved', () => {
  for (const identity of [tab, voice])
    for (const room of [session, one]) expect(at(identity, room)).toBe('out');
});

test('BREAKOUT-13 a voice is a teacher’s, into a breakout that is open', () => {
  expect(at(voice, one, seat(null, 'teacher'))).toBe('voice');
  expect(at(voice, one, seat(other, 'teacher'))).toBe('voice');
  expect(at(voice, one, seat(null))).toBe('out');
  expect(at(voice, session, seat(null, 'teacher')), 'with all one has a tab').toBe('out');
  const closed = { room: one, identity: voice };
  expect(standingOf(closed, seat(null, 'teacher'), new Set(), MOVED_AT)).toBe('out');
});

test('BREAKOUT-14 whoever goes to and fro has the time to leave a room once, and anew when they have been in it again', () => {
  let now = MOVED_AT;
  const time = makeTimeToLeave(() => now);
  const inOne = { room: one, identity: tab };
  // Each press is a move, and gives the seat a new moment.
  const standing = (held: Seated) =>
    time.within(inOne, at(tab, one, { ...held, movedAt: now }, now));
  expect(standing(seat(null))).toBe('leaving');
  now += MOVES_WITHIN_MS - 1;
  expect(standing(seat(other))).toBe('leaving');
  now += 1;
  expect(standing(seat(null)), 'a move a moment ago is no more time').toBe('out');
  expect(standing(seat(one))).toBe('in-place');
  expect(standing(seat(other))).toBe('leaving');
  // One that has left for certain is another tab when it is seen again.
  now += 120_000;
  time.forget();
  expect(standing(seat(null))).toBe('leaving');
});
