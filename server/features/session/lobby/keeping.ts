import { lobbyChannel, lobbyPlaceChannel } from '#shared/features/session/lobby/channels.ts';
import type { LobbyFact, OwnPlaceFact } from '#shared/features/session/lobby/facts.ts';
import type { LobbyStanding } from '#shared/features/session/lobby/model.ts';
import * as rules from '#shared/features/session/lobby/rules.ts';
import type { LineChange } from '#shared/features/session/rules.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Unit } from '../../../platform/unit-of-work.ts';
import { type KeptPlace, placesOf, savePlaces } from './repository.ts';

type Declined = Extract<LobbyStanding, { status: 'declined' }>;
/** What a host said to whom they declined. */
export type SaidNo = Pick<Declined, 'words' | 'lang' | 'byName'> & { readonly by: PersonId };

/** Keeps what has happened in a lobby, and tells the hosts and those whom it is about. The session's row is locked. */
export async function keepInLobby(
  { tx, publish, now }: Unit,
  sessionId: SessionId,
  before: readonly KeptPlace[],
  facts: readonly LobbyFact[],
  said: SaidNo | null = null,
): Promise<void> {
  if (facts.length === 0) return;
  const words = said ?? { words: '', lang: null, byName: '' };
  const next = facts.map((fact): rules.Place => {
    const personId = fact.type === 'waiting-began' ? fact.entry.personId : fact.personId;
    const place = before.find((one) => one.personId === personId);
    const standing = rules.standingAfter(place?.standing ?? null, fact, now, words);
    if (fact.type === 'waiting-began') {
      const { since: _, ...who } = fact.entry;
      return { ...who, standing };
    }
    if (!place) throw new Error('somebody stopped waiting who had no place');
    const { lineId: _, ...who } = place;
    return { ...who, standing };
  });
  const lines = await savePlaces(tx, sessionId, next, { at: now, declinedBy: said?.by ?? null });
  publish(lobbyChannel, sessionId, facts);
  for (const { personId, standing } of next) {
    const lineId = lines.get(personId);
    if (lineId) publish(lobbyPlaceChannel, lineId, [{ type: 'place-stands', standing }]);
  }
}

/** What follows when lines of those who wait have come and gone. */
export async function followWaiting(
  unit: Unit,
  sessionId: SessionId,
  changes: readonly LineChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const people = changes.map(({ personId }) => personId);
  const places = await placesOf(unit.tx, sessionId, people);
  const facts = changes.flatMap(({ personId, line }): readonly LobbyFact[] => {
    const place = places.find((one) => one.personId === personId);
    if (!place) return [];
    return line === 'open' ? rules.comeBack(place, unit.now).facts : rules.leave(place).facts;
  });
  await keepInLobby(unit, sessionId, places, facts);
}

/** Whoever is taken out of the session waits no more, for all hosts to see at once. */
export async function takeOutOfLobby(
  unit: Unit,
  sessionId: SessionId,
  personId: PersonId,
): Promise<void> {
  const places = await placesOf(unit.tx, sessionId, [personId]);
  const facts = places.flatMap((place) => rules.leave(place).facts);
  await keepInLobby(unit, sessionId, places, facts);
}

/** The session has ended: it is said to all who wait for it. */
export async function emptyLobby(unit: Unit, sessionId: SessionId): Promise<void> {
  const places: readonly KeptPlace[] = await placesOf(unit.tx, sessionId);
  await keepInLobby(unit, sessionId, places, rules.empty(places).facts);
}

/** Tells something to everybody who waits, and to those whose page may still be there. */
export async function tellWaiting(
  { tx, publish }: Pick<Unit, 'tx' | 'publish'>,
  sessionId: SessionId,
  fact: OwnPlaceFact,
): Promise<void> {
  for (const { lineId } of await placesOf(tx, sessionId)) {
    publish(lobbyPlaceChannel, lineId, [fact]);
  }
}

/** Those who wait are told when there is a host to let them in, and when there is none. */
export async function tellHostIsIn(
  unit: Pick<Unit, 'tx' | 'publish'>,
  sessionId: SessionId,
  before: PersonId | null,
  next: PersonId | null,
): Promise<void> {
  // One of the teachers leads as long as any of them is here.
  if ((before === null) === (next === null)) return;
  await tellWaiting(unit, sessionId, { type: 'host-is-in', isIn: next !== null });
}
