import { expect, test } from 'vitest';
import { FIRST_JOIN, isWaiting, type JoinEvent, type JoinState, next } from './join-state.ts';

const after = (events: readonly JoinEvent[], from: JoinState = FIRST_JOIN): JoinState =>
  events.reduce((state, event, at) => next(state, event, at), from);

test('F2 one is in the room when media says so, not before', () => {
  expect(FIRST_JOIN.status).toBe('connecting');
  expect(after([{ type: 'line-up' }])).toEqual({ status: 'in-room' });
});

test('a first attempt that fails is tried again, for ever', () => {
  const failures: JoinEvent[] = Array.from({ length: 200 }, (_, at) => ({
    type: at % 2 === 0 ? 'attempt-failed' : 'wait-over',
  }));
  expect(after(failures)).toEqual({ status: 'connecting', attempt: 101, trying: true });
});

test('F8 a lost line is joined anew at once, and then after waiting', () => {
  const lost = after([
    { type: 'line-up' },
    { type: 'dropped' },
    { type: 'line-ended', why: 'lost' },
  ]);
  expect(lost).toEqual({
    ...{ status: 'rejoining', planned: false, since: 1, attempt: 1, trying: true },
  });
  const waiting = after([{ type: 'attempt-failed' }], lost);
  expect(waiting).toMatchObject({ status: 'rejoining', attempt: 2, trying: false });
  expect(after([{ type: 'try-now' }], waiting)).toMatchObject({ attempt: 2, trying: true });
  expect(after([{ type: 'try-now' }, { type: 'line-up' }], waiting)).toEqual({ status: 'in-room' });
});

test('X5 F8 told that the media server is gone, one does not wait until the browser finds out', () => {
  const told = after([{ type: 'line-up' }, { type: 'media-told', media: { status: 'down' } }]);
  expect(told).toEqual({ status: 'mending', since: 1, told: true });
  // That there is one again says nothing of this line: it may lead to the one that died.
  expect(after([{ type: 'media-told', media: { status: 'ready' } }], told)).toEqual(told);
  // Our server has only been started again, and the line was well all the time.
  expect(after([{ type: 'lives' }], told)).toEqual({ status: 'in-room' });
  // The line is gone as well: that the media server is back does not mend it.
  const gone = after([{ type: 'dropped' }], told);
  expect(after([{ type: 'media-told', media: { status: 'ready' } }], gone)).toEqual(gone);
  expect(after([{ type: 'lives' }], gone), 'nor what came in before').toEqual(gone);
  expect(after([{ type: 'mended' }], gone)).toEqual({ status: 'in-room' });
});

test('X5 an outage is one wait, however many states and attempts it goes through', () => {
  const outage: JoinEvent[] = [
    { type: 'dropped' },
    { type: 'line-ended', why: 'lost' },
    { type: 'attempt-failed' },
    { type: 'wait-over' },
    { type: 'not-ready', media: { status: 'down' } },
    { type: 'media-told', media: { status: 'ready' } },
    { type: 'attempt-failed' },
    { type: 'wait-over' },
  ];
  let state = after([{ type: 'line-up' }]);
  expect(isWaiting(state)).toBe(false);
  for (const event of outage) {
    state = after([event], state);
    expect(isWaiting(state), event.type).toBe(true);
  }
  expect(isWaiting(after([{ type: 'line-up' }], state))).toBe(false);
});

test('F8 a line that mends itself is no new join', () => {
  expect(after([{ type: 'line-up' }, { type: 'dropped' }, { type: 'mended' }])).toEqual({
    status: 'in-room',
  });
});

test('whoever is removed is not brought back by a waiting timer', () => {
  const removed = after([{ type: 'line-up' }, { type: 'line-ended', why: 'removed' }]);
  expect(removed).toEqual({ status: 'ended', why: 'removed' });
  expect(after([{ type: 'wait-over' }, { type: 'line-up' }, { type: 'mended' }], removed)).toBe(
    removed,
  );
});

test('media that is being built becomes usable by itself', () => {
  const building = after([{ type: 'not-ready', media: { status: 'building', progress: 0.2 } }]);
  expect(building).toEqual({
    status: 'unavailable',
    media: { status: 'building', progress: 0.2 },
    trying: false,
  });
  const further = after(
    [{ type: 'media-told', media: { status: 'building', progress: 0.9 } }],
    building,
  );
  expect(further).toMatchObject({ media: { progress: 0.9 } });
  expect(after([{ type: 'media-told', media: { status: 'ready' } }], further)).toEqual(FIRST_JOIN);
});

test('X5 F8 whoever waits for media asks again when our server is back, and goes on waiting meanwhile', () => {
  for (const media of [
    { status: 'building', progress: 0.1 },
    { status: 'absent', why: 'not-set-up' },
    { status: 'down' },
  ] as const) {
    const waits = after([{ type: 'not-ready', media }]);
    for (const type of ['line-back', 'wait-over'] as const) {
      const asks = after([{ type }], waits);
      expect(asks).toEqual({ status: 'unavailable', media, trying: true });
      expect(isWaiting(asks)).toBe(true);
      expect(after([{ type }], asks), 'once').toBe(asks);
      expect(after([{ type: 'line-up' }], asks)).toEqual({ status: 'in-room' });
      expect(after([{ type: 'not-ready', media: { status: 'down' } }], asks)).toEqual({
        ...{ status: 'unavailable', media: { status: 'down' }, trying: false },
      });
      expect(after([{ type: 'attempt-failed' }, { type: 'wait-over' }], asks)).toEqual({
        ...{ status: 'connecting', attempt: 2, trying: true },
      });
    }
  }
  const inRoom = after([{ type: 'line-up' }]);
  expect(after([{ type: 'line-back' }], inRoom)).toBe(inRoom);
});

test('a media server that is back ends the waiting of those it lost', () => {
  const waiting: JoinState = {
    ...{ status: 'rejoining', planned: false, since: 5, attempt: 4, trying: false },
  };
  expect(after([{ type: 'media-told', media: { status: 'ready' } }], waiting)).toMatchObject({
    trying: true,
  });
});

test('two attempts are never under way at once', () => {
  for (const event of [
    { type: 'try-now' },
    { type: 'wait-over' },
    { type: 'media-told', media: { status: 'ready' } },
  ] as const)
    expect(next(FIRST_JOIN, event, 0)).toBe(FIRST_JOIN);
});

const LOCKED: JoinState = { status: 'locked', why: 'no-key' };

test('CLOSED-4 a room that is closed waits for the key, and for nothing else', () => {
  expect(after([{ type: 'locked', why: 'no-key' }])).toEqual(LOCKED);
  const idle: JoinEvent[] = [
    { type: 'wait-over' },
    { type: 'line-up' },
    { type: 'media-told', media: { status: 'ready' } },
    { type: 'line-ended', why: 'lost' },
  ];
  expect(after(idle, LOCKED)).toEqual(LOCKED);
  expect(after([{ type: 'room-changed' }], LOCKED)).toEqual(FIRST_JOIN);
});

test('CLOSED-4 whoever was in before it was closed joins anew, and nobody whose line has ended for good', () => {
  const inRoom = after([{ type: 'line-up' }]);
  const anew = next(inRoom, { type: 'room-changed' }, 7);
  expect(anew, 'nothing is wrong').toEqual({
    status: 'rejoining',
    planned: true,
    since: 7,
    attempt: 1,
    trying: true,
  });
  const failed = next(anew, { type: 'attempt-failed' }, 8);
  expect(failed, 'now something is').toMatchObject({ planned: false, trying: false });
  const lost = after([{ type: 'dropped' }], inRoom);
  expect(next(lost, { type: 'room-changed' }, 9)).toMatchObject({ planned: false });
  const removed = after([{ type: 'line-ended', why: 'removed' }], inRoom);
  expect(after([{ type: 'room-changed' }], removed)).toBe(removed);
});

test('ROOM-11 a tab that finds the sound in another one waits, and takes it by a press or when it is free', () => {
  const waits = after([{ type: 'held-elsewhere' }]);
  expect(waits).toEqual({ status: 'elsewhere', moved: false });
  for (const type of ['wait-over', 'room-changed', 'dropped', 'attempt-failed'] as const)
    expect(after([{ type }], waits), type).toBe(waits);
  expect(after([{ type: 'media-told', media: { status: 'ready' } }], waits)).toBe(waits);
  expect(after([{ type: 'try-now' }], waits)).toEqual(FIRST_JOIN);
  expect(after([{ type: 'free-again' }], waits)).toEqual(FIRST_JOIN);
});

test('ROOM-11 the tab that it was moved from waits too, whatever it was doing', () => {
  const moved = { status: 'elsewhere', moved: true };
  expect(after([{ type: 'moved-away' }])).toEqual(moved);
  expect(after([{ type: 'line-up' }, { type: 'moved-away' }])).toEqual(moved);
  expect(after([{ type: 'line-up' }, { type: 'dropped' }, { type: 'moved-away' }])).toEqual(moved);
  expect(after([{ type: 'line-up' }, { type: 'free-again' }])).toEqual({ status: 'in-room' });
});

test('BREAKOUT-14 whoever goes to another room joins anew there, and nothing is wrong', () => {
  const inRoom = after([{ type: 'line-up' }]);
  const anew = next(inRoom, { type: 'place-changed' }, 7);
  expect(anew).toEqual({
    ...{ status: 'rejoining', planned: true, since: 7, attempt: 1, trying: true },
  });
  const waits: JoinState = {
    ...{ status: 'rejoining', planned: false, since: 5, attempt: 4, trying: false },
  };
  expect(next(waits, { type: 'place-changed' }, 7)).toMatchObject({ trying: true });
  expect(next(FIRST_JOIN, { type: 'place-changed' }, 7)).toBe(FIRST_JOIN);
  const elsewhere: JoinState = { status: 'elsewhere', moved: true };
  for (const still of [elsewhere, LOCKED])
    expect(next(still, { type: 'place-changed' }, 7), 'as before').toBe(still);
});

test('BREAKOUT-14 put out of the room that one has left, a moment before one hears of it, one goes on to the other', () => {
  const inRoom = after([{ type: 'line-up' }]);
  for (const why of ['removed', 'closed'] as const) {
    const out = after([{ type: 'line-ended', why }], inRoom);
    expect(next(out, { type: 'place-changed' }, 7)).toMatchObject({
      ...{ status: 'rejoining', planned: true, trying: true },
    });
  }
  for (const why of ['taken-over', 'not-allowed'] as const) {
    const ended: JoinState = { status: 'ended', why };
    expect(next(ended, { type: 'place-changed' }, 7)).toBe(ended);
  }
});

test('BREAKOUT-14 the line that takes the place of another ends its mending too', () => {
  const inRoom = after([{ type: 'line-up' }]);
  expect(after([{ type: 'moved' }], inRoom)).toBe(inRoom);
  expect(after([{ type: 'dropped' }, { type: 'moved' }], inRoom)).toEqual({ status: 'in-room' });
});
