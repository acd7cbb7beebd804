import { assertNever } from '#shared/kernel/assert-never.ts';
import { type Accepted, accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { SEAT_HOLD_MS } from '../roster/rules.ts';
import type { LobbyFact, OwnPlaceFact } from './facts.ts';
import { LOBBY_MAX, type Lobby, type LobbyStanding, type OwnPlace, type Waiting } from './model.ts';

type Began = Extract<LobbyFact, { type: 'waiting-began' }>;
type Ended = Extract<LobbyFact, { type: 'waiting-ended' }>;

/** Somebody's place in the lobby, and how it stands with it; null for who has never asked to come in. */
export type Place = Omit<Waiting, 'since'> & { readonly standing: LobbyStanding };

/**
 * Begins to wait. Whoever waits already keeps the place, so a second tab or a retry is harmless. Who was declined waits
 * again only when they ask to, not because their page was loaded again.
 */
export function wait(
  who: Omit<Waiting, 'since'>,
  standing: LobbyStanding | null,
  { count, again }: { readonly count: number; readonly again: boolean },
  at: Instant,
): Decision<Began, 'lobby-full'> {
  if (standing?.status === 'waiting') return accept();
  if (standing?.status === 'declined' && !again) return accept();
  if (count >= LOBBY_MAX) return refuse('lobby-full');
  return accept(began(who, standing, at));
}

/** A line of somebody who was away is there again. It gives a place to nobody who has none. */
export function comeBack({ standing, ...who }: Place, at: Instant): Accepted<Began> {
  return standing.status === 'away' ? accept(began(who, standing, at)) : accept();
}

/** The last line of somebody who waits is gone. */
export function leave({ personId, standing }: Place): Accepted<Ended> {
  if (standing.status !== 'waiting') return accept();
  return accept({ type: 'waiting-ended', personId, why: 'left' });
}

/**
 * Lets in those of these who wait. Those who have gone meanwhile are not held against the rest. Of those who were sent back
 * the right comes back also before they wait: a slip is undone at once. Where they have asked to come in since, they are told,
 * also when their line is away just now: else it would come back to wait.
 */
export function letIn(
  places: readonly Place[],
  sentBack: readonly PersonId[],
): Decision<Ended, 'not-waiting'> {
  const hasAsked: readonly LobbyStanding['status'][] = ['waiting', 'away', 'declined'];
  const told = places.filter(({ personId, standing }) =>
    sentBack.includes(personId)
      ? hasAsked.includes(standing.status)
      : standing.status === 'waiting',
  );
  if (told.length === 0 && sentBack.length === 0) return refuse('not-waiting');
  return accept(
    ...told.map(({ personId }): Ended => ({ type: 'waiting-ended', personId, why: 'let-in' })),
  );
}

/** Says no to somebody who waits. Said twice, the first words stand. */
export function decline(place: Place | null): Decision<Ended, 'not-waiting'> {
  if (place?.standing.status === 'declined') return accept();
  if (place?.standing.status !== 'waiting') return refuse('not-waiting');
  return accept({ type: 'waiting-ended', personId: place.personId, why: 'declined' });
}

/** The session is over: nobody waits for it any more, nor comes back to wait for it. Who was declined is told too, for they could ask again. */
export function empty(places: readonly Place[]): Accepted<Ended> {
  return accept(
    ...places
      .filter(({ standing: { status } }) => status !== 'let-in' && status !== 'session-ended')
      .map(({ personId }): Ended => ({ type: 'waiting-ended', personId, why: 'session-ended' })),
  );
}

/** How it stands with somebody after what happened to their waiting. `said`: what a host told whom they declined. */
export function standingAfter(
  before: LobbyStanding | null,
  fact: LobbyFact,
  at: Instant,
  said: Pick<Extract<LobbyStanding, { status: 'declined' }>, 'words' | 'lang' | 'byName'>,
): LobbyStanding {
  if (fact.type === 'waiting-began') return { status: 'waiting', since: fact.entry.since };
  switch (fact.why) {
    case 'left':
      return {
        status: 'away',
        since: before?.status === 'waiting' ? before.since : at,
        awayAt: at,
      };
    case 'let-in':
      return { status: 'let-in' };
    case 'declined':
      return { status: 'declined', ...said, at };
    case 'session-ended':
      return { status: 'session-ended' };
    default:
      return assertNever(fact.why);
  }
}

/** Carries what the hosts see one fact forward. */
export function evolveLobby({ waiting }: Lobby, fact: LobbyFact): Lobby {
  switch (fact.type) {
    case 'waiting-began': {
      const others = waiting.filter(({ personId }) => personId !== fact.entry.personId);
      return { waiting: [...others, fact.entry].sort(compareWaiting) };
    }
    case 'waiting-ended':
      return { waiting: waiting.filter(({ personId }) => personId !== fact.personId) };
    default:
      return assertNever(fact);
  }
}

/** Carries what one who waits sees one fact forward. */
export function evolveOwnPlace(place: OwnPlace, fact: OwnPlaceFact): OwnPlace {
  switch (fact.type) {
    case 'place-stands':
      return { ...place, standing: fact.standing };
    case 'host-is-in':
      return { ...place, hostIsIn: fact.isIn };
    case 'door-ending':
      return { ...place, endingAt: fact.at };
    case 'door-notes-written':
      return { ...place, notes: fact.notes };
    default:
      return assertNever(fact);
  }
}

/** The one order of a lobby, the same on every machine: who has waited longest first. */
export function compareWaiting(a: Waiting, b: Waiting): number {
  return a.since - b.since || order(a.personId, b.personId);
}

const order = (a: PersonId, b: PersonId) => (a < b ? -1 : a > b ? 1 : 0);

/** A line that drops costs nobody their place in the order, so long as a seat would be held. */
function began(who: Omit<Waiting, 'since'>, standing: LobbyStanding | null, at: Instant): Began {
  const held = standing?.status === 'away' && at < standing.awayAt + SEAT_HOLD_MS;
  return { type: 'waiting-began', entry: { ...who, since: held ? standing.since : at } };
}
