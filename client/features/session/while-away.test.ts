import { expect, test } from 'vitest';
import type { SessionState } from '#shared/features/session/channel.ts';
import { NOT_ENDING } from '#shared/features/session/ending/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { heldWithSeat, seenWhileAway } from './while-away.ts';

const me = 'me' as PersonId;
const other = 'other' as PersonId;
const entry = (personId: PersonId) => ({
  personId,
  displayName: personId,
  part: 'teacher' as const,
  expected: true,
  presence: { status: 'present' as const, place: 'home' as const, since: 0 },
});
const heard: SessionState = {
  title: 'Veiledning',
  courseCode: 'A1',
  endsAt: 1_000_000,
  roster: { entries: [entry(me), entry(other)], leadId: me },
  agenda: { items: [], current: null },
  chat: { messages: [], hasEarlier: false },
  handQueue: { open: true, hands: [{ personId: other, at: 1 }], word: { personId: me, at: 1 } },
  ending: NOT_ENDING,
} as unknown as SessionState;
const after = (awayMs: number) => seenWhileAway(heard, me, { since: 500, now: 500 + awayMs });

test('ROSTER-12 whoever leads and is away reads that they lead for ten seconds, and not after', () => {
  expect(after(9_999)).toBe(heard);
  expect(after(10_000).roster.leadId).toBeNull();
});

test('ROSTER-6 the word and the seat are one’s own for sixty seconds away, and not after', () => {
  expect(after(59_999).handQueue.word?.personId).toBe(me);
  const gone = after(60_000);
  expect(gone.handQueue.word).toBeNull();
  expect(gone.roster.entries.find((one) => one.personId === me)?.presence.status).toBe('left');
});

test('of the others nothing is known, and nothing changes', () => {
  const gone = after(3_600_000);
  expect(gone.handQueue.hands).toEqual(heard.handQueue.hands);
  expect(gone.roster.entries.find((one) => one.personId === other)).toEqual(entry(other));
});

test('whoever leads not hears nothing of the lead', () => {
  const led = { ...heard, roster: { ...heard.roster, leadId: other } };
  expect(seenWhileAway(led, me, { since: 0, now: 70_000 }).roster.leadId).toBe(other);
});

test('ROSTER-6 what goes with the seat is what one had: the word, a place in the queue, or nothing more', () => {
  expect(heldWithSeat(heard, me)).toBe('word');
  expect(heldWithSeat(heard, other)).toBe('hand');
  expect(heldWithSeat(heard, 'third' as PersonId)).toBe('seat');
  expect(heldWithSeat(undefined, me)).toBe('seat');
});
