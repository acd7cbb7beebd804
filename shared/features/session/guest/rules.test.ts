import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { DOOR_CLOSES_AFTER_MS } from '../../programme/calendar/model.ts';
import { guestUntil, type KnownLink, latestUntil, linkState, visitBy } from './rules.ts';

const NOW = 1_000_000_000_000;
const session = { startsAt: NOW + HOUR_MS, endsAt: NOW + 3 * HOUR_MS };
const link: KnownLink = {
  untilAt: NOW + 3 * HOUR_MS,
  withdrawnAt: null,
  sessionClosed: false,
  personId: null,
  madePerson: false,
  browserHash: null,
};
const nobody = { personId: null, browserHash: 'a', isOfSession: false };
const person = (name: string) => name as PersonId;

test('GUEST-2 a link lasts as long as the session, or until a moment in it, never beyond', () => {
  const latest = session.endsAt + DOOR_CLOSES_AFTER_MS;
  expect(guestUntil(session, null, NOW)).toEqual({ ok: true, untilAt: latest });
  expect(guestUntil(session, session.endsAt, NOW)).toMatchObject({ untilAt: session.endsAt });
  for (const wished of [latest + 1, session.startsAt, NOW - 1, 0])
    expect(guestUntil(session, wished, NOW)).toMatchObject({ refusal: 'outside-session' });
  const begun = session.startsAt + HOUR_MS;
  expect(guestUntil(session, begun - MINUTE_MS, begun)).toMatchObject({ ok: false });
});

test('F5 GUEST-3 one comes by it; the same browser comes back, and nobody else', () => {
  expect(visitBy(link, nobody, NOW)).toEqual({ ok: true, as: 'new-guest' });
  const used = { ...link, personId: person('guest'), madePerson: true, browserHash: 'a' };
  expect(visitBy(used, nobody, NOW)).toEqual({ ok: true, as: 'back', signedIn: false });
  expect(visitBy(used, { ...nobody, browserHash: 'b' }, NOW)).toMatchObject({
    refusal: 'link-used',
  });
  expect(
    visitBy(used, { ...nobody, browserHash: null, personId: person('guest') }, NOW),
  ).toMatchObject({ as: 'back', signedIn: true });
});

test('GUEST-4 whoever is signed in comes as who they are, and only they come back', () => {
  const kari = { personId: person('kari'), browserHash: 'a', isOfSession: false };
  expect(visitBy(link, kari, NOW)).toMatchObject({ as: 'oneself' });
  expect(visitBy(link, { ...kari, isOfSession: true }, NOW)).toMatchObject({ as: 'of-session' });
  const hers = { ...link, personId: person('kari') };
  expect(visitBy(hers, kari, NOW)).toMatchObject({ as: 'back' });
  expect(visitBy(hers, nobody, NOW)).toMatchObject({ refusal: 'link-used' });
});

const anyLink = fc.record({
  untilAt: fc.integer({ min: NOW - 10, max: NOW + 10 }),
  withdrawnAt: fc.constantFrom(null, NOW - 5),
  sessionClosed: fc.boolean(),
  personId: fc.constantFrom(null, person('a'), person('b')),
  madePerson: fc.boolean(),
  browserHash: fc.constantFrom(null, 'x', 'y'),
});
const anyVisitor = fc.record({
  personId: fc.constantFrom(null, person('a'), person('b')),
  browserHash: fc.constantFrom(null, 'x', 'y'),
  isOfSession: fc.boolean(),
});

test('GUEST-3 whatever stands at the door: what is over gives nothing, and a used link never a second person', () => {
  fc.assert(
    fc.property(anyLink, anyVisitor, (known, visitor) => {
      const visit = visitBy(known, visitor, NOW);
      const state = linkState(known, NOW);
      if (state === 'withdrawn' || state === 'over')
        expect(visit).toEqual({ ok: false, refusal: 'link-over' });
      else if (known.personId === null) expect(visit.ok).toBe(true);
      else if (visit.ok) {
        expect(visit.as).toBe('back');
        expect(
          visitor.personId === known.personId || visitor.browserHash === known.browserHash,
        ).toBe(true);
      }
    }),
  );
});

test('GUEST-2 whatever is wished: what is granted lies in the session and in the future', () => {
  fc.assert(
    fc.property(
      fc.option(fc.integer({ min: NOW - HOUR_MS, max: NOW + 6 * HOUR_MS })),
      fc.integer({ min: NOW - HOUR_MS, max: NOW + 5 * HOUR_MS }),
      (wished, now) => {
        const until = guestUntil(session, wished, now);
        if (!until.ok) return;
        expect(until.untilAt).toBeGreaterThan(Math.max(now, session.startsAt));
        expect(until.untilAt).toBeLessThanOrEqual(latestUntil(session));
      },
    ),
  );
});
