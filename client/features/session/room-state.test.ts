import { expect, test } from 'vitest';
import { next, type RoomEvent, type RoomState } from './room-state.ts';

const from = (state: RoomState, ...events: RoomEvent[]) => events.reduce(next, state);
const joining: RoomState = { status: 'joining' };
const shown: RoomEvent = { type: 'room-shown' };

test('F4 joining leads straight into the room', () => {
  expect(from(joining, shown)).toEqual({ status: 'in-session' });
});

test('a refusal says why, and one may ask again', () => {
  const refused = from(joining, {
    type: 'join-refused',
    why: 'not-open-yet',
    incident: undefined,
  });
  expect(refused).toMatchObject({ status: 'refused', why: 'not-open-yet' });
  expect(next(refused, { type: 'join-asked' })).toEqual(joining);
});

test('F8 a drop that is over in time changes nothing', () => {
  expect(from(joining, shown, shown)).toEqual({ status: 'in-session' });
});

test('X6 away for longer than a seat is held, one is asked to come back', () => {
  const lost = from(joining, shown, { type: 'channel-closed', why: 'not-joined' });
  expect(lost).toEqual({ status: 'seat-lost' });
  expect(from(lost, { type: 'join-asked' }, shown)).toEqual({ status: 'in-session' });
});

test('a right taken away inside is said; outside it reads as unknown', () => {
  const gone: RoomEvent = { type: 'channel-closed', why: 'not-found' };
  expect(from(joining, shown, gone)).toEqual({ status: 'closed' });
  expect(from(joining, gone)).toMatchObject({ status: 'refused', why: 'not-found' });
});

test('who has left stays out, whatever is heard afterwards', () => {
  expect(from(joining, shown, { type: 'left' }, shown, { type: 'join-asked' })).toEqual({
    status: 'left',
  });
});

test('an address that is no id reads as an unknown session', () => {
  expect(
    next(joining, { type: 'join-refused', why: 'bad-input', incident: undefined }),
  ).toMatchObject({ status: 'refused', why: 'not-found' });
});

test('an ended sign-in ends the room, and nothing brings it back but a new page', () => {
  const ended: RoomEvent = { type: 'sign-in-ended' };
  expect(from(joining, shown, ended)).toEqual({ status: 'signed-out' });
  expect(from(joining, ended, { type: 'join-asked' }, shown)).toEqual({ status: 'signed-out' });
});
