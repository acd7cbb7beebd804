import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SECOND_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { LobbyFact } from './facts.ts';
import { LOBBY_MAX, type Lobby, type LobbyStanding } from './model.ts';
import * as rules from './rules.ts';

const who = { personId: 'siri' as PersonId, displayName: 'Siri Dahl', part: 'staff' } as const;
const said = { words: 'Kom tilbake klokken elleve.', lang: 'nb', byName: 'Anne Moen' } as const;
const room = { count: 0, again: false };
const at = (standing: LobbyStanding) => ({ ...who, standing });
const waiting = { status: 'waiting', since: 5 } as const;
const declined = { status: 'declined', ...said, at: 9 } as const;

test('F3 LOBBY-4 a second tab and a retry change nothing; a full lobby says so', () => {
  expect(rules.wait(who, null, room, 5)).toEqual({
    ok: true,
    facts: [{ type: 'waiting-began', entry: { ...who, since: 5 } }],
  });
  expect(rules.wait(who, waiting, { ...room, count: LOBBY_MAX }, 8)).toEqual({
    ok: true,
    facts: [],
  });
  expect(rules.wait(who, null, { ...room, count: LOBBY_MAX }, 8)).toEqual({
    ok: false,
    refusal: 'lobby-full',
  });
});

test('LOBBY-5 a line that drops costs no place in the order for as long as a seat would be held', () => {
  const away = { status: 'away', since: 5, awayAt: 10 } as const;
  const sinceAfter = (now: number) =>
    rules.comeBack(at(away), now).facts.map(({ entry }) => entry.since);
  expect(sinceAfter(10 + 60 * SECOND_MS - 1)).toEqual([5]);
  expect(sinceAfter(10 + 60 * SECOND_MS)).toEqual([10 + 60 * SECOND_MS]);
  for (const standing of [waiting, declined, { status: 'let-in' } as const]) {
    expect(rules.comeBack(at(standing), 20).facts).toEqual([]);
  }
});

test('LOBBY-7 declined stays declined when the page is loaded again, until one asks again', () => {
  expect(rules.wait(who, declined, room, 20)).toEqual({ ok: true, facts: [] });
  expect(rules.wait(who, declined, { ...room, again: true }, 20)).toMatchObject({
    facts: [{ type: 'waiting-began', entry: { since: 20 } }],
  });
});

test('LOBBY-11 when the session ends, who was declined is told as whoever waits is, and who was let in is not', () => {
  const standings = [waiting, declined, { status: 'away', since: 1, awayAt: 2 }] as const;
  for (const standing of standings)
    expect(rules.empty([at(standing)]).facts).toMatchObject([{ why: 'session-ended' }]);
  expect(rules.empty([at({ status: 'let-in' })]).facts).toEqual([]);
});

test('LOBBY-7 declining twice leaves the first words, and who has left is not declined', () => {
  expect(rules.decline(at(declined))).toEqual({ ok: true, facts: [] });
  for (const gone of [
    null,
    at({ status: 'let-in' }),
    at({ status: 'away', since: 1, awayAt: 2 }),
  ]) {
    expect(rules.decline(gone)).toEqual({ ok: false, refusal: 'not-waiting' });
  }
});

test('LOBBY-6 those who have gone are not held against the rest; nobody left is said', () => {
  const gone = { ...at({ status: 'away', since: 1, awayAt: 2 }), personId: 'ola' as PersonId };
  expect(rules.letIn([gone, at(waiting)], [])).toEqual({
    ok: true,
    facts: [{ type: 'waiting-ended', personId: 'siri', why: 'let-in' }],
  });
  expect(rules.letIn([gone], [])).toEqual({ ok: false, refusal: 'not-waiting' });
  expect(rules.letIn([], ['ola' as PersonId])).toEqual({ ok: true, facts: [] });
});

const PEOPLE = ['anna', 'berit', 'carl', 'dina'] as PersonId[];
const happening = fc.record({
  person: fc.constantFrom(...PEOPLE),
  does: fc.constantFrom('wait', 'again', 'leave', 'back', 'letIn', 'decline', 'all', 'end'),
  passes: fc.constantFrom(0, 1, 30 * SECOND_MS, 61 * SECOND_MS),
});

test('F3 whatever happens, the hosts see exactly those who wait, once each, the longest waiting first', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), (story) => {
      const standings = new Map<PersonId, LobbyStanding>();
      let lobby: Lobby = { waiting: [] };
      let now = 1_000;
      const places = () =>
        [...standings].map(([personId, standing]) => ({ ...who, personId, standing }));
      const placeOf = (personId: PersonId) =>
        places().find((place) => place.personId === personId) ?? null;
      for (const { person, does, passes } of story) {
        now += passes;
        const before = standings.get(person) ?? null;
        const place = placeOf(person);
        const count = lobby.waiting.length;
        const decide = (): readonly LobbyFact[] => {
          const asked = { ...who, personId: person };
          const decided = {
            wait: () => rules.wait(asked, before, { count, again: false }, now),
            again: () => rules.wait(asked, before, { count, again: true }, now),
            leave: () => place && rules.leave(place),
            back: () => place && rules.comeBack(place, now),
            letIn: () => rules.letIn(place ? [place] : [], []),
            decline: () => rules.decline(place),
            all: () => rules.letIn(places(), []),
            end: () => rules.empty(places()),
          }[does]();
          return decided?.ok ? decided.facts : [];
        };
        const facts = decide();
        for (const fact of facts) {
          const personId = fact.type === 'waiting-began' ? fact.entry.personId : fact.personId;
          const next = rules.standingAfter(standings.get(personId) ?? null, fact, now, said);
          // Only a host's word lets anybody in.
          if (next.status === 'let-in') expect(['letIn', 'all']).toContain(does);
          standings.set(personId, next);
        }
        lobby = facts.reduce(rules.evolveLobby, lobby);
        expect(lobby.waiting.map(({ personId }) => personId).sort()).toEqual(
          places()
            .filter(({ standing }) => standing.status === 'waiting')
            .map(({ personId }) => personId)
            .sort(),
        );
        for (const { personId, since } of lobby.waiting) {
          expect(standings.get(personId)).toEqual({ status: 'waiting', since });
        }
        expect([...lobby.waiting].sort(rules.compareWaiting)).toEqual(lobby.waiting);
      }
    }),
    { numRuns: 500 },
  );
});
