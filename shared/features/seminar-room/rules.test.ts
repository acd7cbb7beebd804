import { describe, expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { type SeminarRoomState, seminarRoomChannel } from './channel.ts';
import type { ControlFact } from './facts.ts';
import { sourcesOf } from './grants.ts';
import { type Controls, FREE_ROOM, SOURCES } from './model.ts';
import * as rules from './rules.ts';

const [anne, kari, ola] = ['anne', 'kari', 'ola'] as [PersonId, PersonId, PersonId];

function roomAfter(...facts: readonly ControlFact[]): Controls {
  return facts.reduce(rules.evolveControls, FREE_ROOM);
}
const student = (personId: PersonId, inBreakout = false) => ({
  personId,
  part: 'student' as const,
  inBreakout,
});
function decided(decision: { ok: true; facts: readonly ControlFact[] } | { ok: false }) {
  if (!decision.ok) throw new Error('refused');
  return decision.facts;
}

describe('ROOM-6 what a person may send', () => {
  test('a teacher everything, also while microphones are locked', () => {
    const locked = roomAfter(...rules.lockMicrophones(FREE_ROOM, true, anne, 1).facts);
    expect(sourcesOf('teacher', anne, locked, false)).toEqual(SOURCES);
  });

  test.each(['student', 'staff', 'guest'] as const)('a %s sound and picture', (part) => {
    expect(sourcesOf(part, kari, FREE_ROOM, false)).toEqual(['microphone', 'camera']);
  });

  test('no sound while microphones are locked', () => {
    const locked = roomAfter(...rules.lockMicrophones(FREE_ROOM, true, anne, 1).facts);
    expect(sourcesOf('student', kari, locked, false)).toEqual(['camera']);
    const open = rules.lockMicrophones(locked, false, anne, 2).facts;
    expect(open.reduce(rules.evolveControls, locked)).toEqual(FREE_ROOM);
  });

  test('a screen with its sound when it was allowed, for that person alone', () => {
    const allowed = roomAfter(...rules.allowScreen(FREE_ROOM, kari, true, anne, 1).facts);
    expect(sourcesOf('student', kari, allowed, false)).toEqual(SOURCES);
    expect(sourcesOf('student', ola, allowed, false)).toEqual(['microphone', 'camera']);
  });

  test('BREAKOUT-14 everything in a breakout, whatever is decided for all', () => {
    const locked = roomAfter(...rules.lockMicrophones(FREE_ROOM, true, anne, 1).facts);
    for (const part of ['student', 'staff', 'guest', 'teacher'] as const)
      expect(sourcesOf(part, kari, locked, true)).toEqual(SOURCES);
    expect(decided(rules.askToUnmute(locked, student(kari, true), anne, 2))).toHaveLength(1);
  });
});

test('asking for what is so already changes nothing', () => {
  const room = roomAfter(
    ...rules.lockMicrophones(FREE_ROOM, true, anne, 1).facts,
    ...rules.setSpotlight(FREE_ROOM, kari, anne, 1).facts,
    ...rules.allowScreen(FREE_ROOM, kari, true, anne, 1).facts,
  );
  expect(rules.lockMicrophones(room, true, anne, 2).facts).toEqual([]);
  expect(rules.setSpotlight(room, kari, anne, 2).facts).toEqual([]);
  expect(rules.allowScreen(room, kari, true, anne, 2).facts).toEqual([]);
  expect(rules.setSpotlight(FREE_ROOM, null, anne, 2).facts).toEqual([]);
});

test('ROOM-8 an ask is answered once, by the one who was asked', () => {
  const asked = roomAfter(...decided(rules.askToUnmute(FREE_ROOM, student(kari), anne, 1)));
  expect(rules.askToUnmute(asked, student(kari), anne, 2)).toEqual({
    ok: false,
    refusal: 'already-asked',
  });
  expect(rules.answerUnmute(asked, ola, 'on', 2)).toEqual({ ok: false, refusal: 'not-asked' });
  for (const answer of ['on', 'declined', 'failed'] as const) {
    const facts = decided(rules.answerUnmute(asked, kari, answer, 2));
    expect(facts).toEqual([{ type: 'unmute-answered', personId: kari, by: anne, answer, at: 2 }]);
    expect(facts.reduce(rules.evolveControls, asked)).toEqual(FREE_ROOM);
  }
});

test('ROOM-8 while microphones are locked nobody is asked who could not unmute, and who was asked is no longer', () => {
  const asked = roomAfter(...decided(rules.askToUnmute(FREE_ROOM, student(kari), anne, 1)));
  const facts = rules.lockMicrophones(asked, true, anne, 2).facts;
  const locked = facts.reduce(rules.evolveControls, asked);
  expect(rules.answerUnmute(locked, kari, 'on', 3)).toEqual({ ok: false, refusal: 'not-asked' });
  const again = rules.askToUnmute(locked, student(kari), anne, 3);
  expect(again).toEqual({ ok: false, refusal: 'microphones-locked' });
  const teacher = { personId: ola, part: 'teacher' as const, inBreakout: false };
  expect(decided(rules.askToUnmute(locked, teacher, anne, 3)), 'a teacher may speak').toHaveLength(
    1,
  );
  const open = rules.lockMicrophones(locked, false, anne, 4).facts;
  expect(open.reduce(rules.evolveControls, locked)).toEqual(FREE_ROOM);
});

describe('CLOSED-1 closing and opening the room', () => {
  const closed = roomAfter(...decided(rules.closeRoom(FREE_ROOM, anne, 1)));

  test('is known with who did it and when, and changes nothing of what may be sent', () => {
    expect(closed).toEqual({ ...FREE_ROOM, closed: { by: anne, at: 1 } });
    expect(sourcesOf('student', kari, closed, false)).toEqual(
      sourcesOf('student', kari, FREE_ROOM, false),
    );
    const opened = rules.openRoom(closed, ola, 2).facts;
    expect(opened).toEqual([{ type: 'room-opened', by: ola, at: 2 }]);
    expect(opened.reduce(rules.evolveControls, closed)).toEqual(FREE_ROOM);
  });

  test('the second of two who close it is told: only the first one’s key is in use', () => {
    expect(rules.closeRoom(closed, ola, 2)).toEqual({ ok: false, refusal: 'already-closed' });
    expect(rules.openRoom(FREE_ROOM, anne, 2).facts).toEqual([]);
  });
});

test('the room follows who comes and goes, and how the media server is', () => {
  const empty: SeminarRoomState = {
    media: { status: 'building', progress: 0.5 },
    controls: FREE_ROOM,
    connected: [],
  };
  const { evolve } = seminarRoomChannel;
  const joined = evolve(empty, { type: 'media-joined', personId: kari, at: 5 });
  expect(joined.connected).toEqual([{ personId: kari, since: 5 }]);
  expect(evolve(joined, { type: 'media-joined', personId: kari, at: 9 }).connected).toEqual([
    { personId: kari, since: 9 },
  ]);
  expect(evolve(joined, { type: 'media-left', personId: kari, at: 7 })).toEqual(empty);
  expect(evolve(empty, { type: 'media-changed', media: { status: 'ready' } }).media).toEqual({
    status: 'ready',
  });
  expect(evolve(joined, { type: 'everyone-muted', by: anne, at: 8 })).toBe(joined);
});
