import { type Accepted, accept } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { SessionFact, SessionState } from './channel.ts';
import type { Ending } from './ending/model.ts';
import { endWhenDue } from './ending/rules.ts';
import { evolveHandQueue, withdraw } from './hand-queue/rules.ts';
import type { RosterFact } from './roster/facts.ts';
import type { Place, RosterEntry } from './roster/model.ts';
import * as roster from './roster/rules.ts';

/** The part of a live session that coming and going touches. Its roster needs only hold whom a change concerns. */
export type Seating = Pick<SessionState, 'roster' | 'handQueue'> & {
  /** The assigned teachers, in the order in which the lead falls to them. */
  readonly teachers: readonly PersonId[];
};

/** What became of a person's lines, all their tabs and devices taken together. */
export type LineChange =
  | { readonly personId: PersonId; readonly line: 'open' }
  | { readonly personId: PersonId; readonly line: 'dropped'; readonly at: Instant }
  | {
      readonly personId: PersonId;
      readonly line: 'gone';
      readonly why: 'left' | 'removed' | 'session-ended';
    };

/** Takes a seat, and the lead with it where it falls to this person. */
export function takeSeat(
  seating: Seating,
  who: Omit<RosterEntry, 'presence'>,
  place: Place,
  at: Instant,
): Accepted<RosterFact> {
  const taken = roster.takeSeat(seating.roster, who, place, at);
  const next = taken.facts.reduce(roster.evolveRoster, seating.roster);
  return accept(...taken.facts, ...roster.settleLead(next, seating.teachers, at));
}

/**
 * What follows when lines have come and gone and time has passed: lines lost and back, seats given up with
 * the hand and the word that went with them, and the lead where it falls now. Changes of different people
 * in one batch come to the same whatever their order.
 */
export function followLines(
  seating: Seating,
  changes: readonly LineChange[],
  now: Instant,
): { readonly facts: readonly SessionFact[]; readonly next: Seating } {
  const facts: SessionFact[] = [];
  let next = seating;
  const followRoster = (happened: readonly RosterFact[]) => {
    facts.push(...happened);
    next = { ...next, roster: happened.reduce(roster.evolveRoster, next.roster) };
  };
  const leave = (personId: PersonId, why: LeavingWhy) => {
    if (!roster.seatOf(next.roster, personId)) return;
    followRoster([{ type: 'participant-left', personId, at: now, why }]);
    const withdrawn = withdraw(next.handQueue, personId, now);
    facts.push(...withdrawn);
    next = { ...next, handQueue: withdrawn.reduce(evolveHandQueue, next.handQueue) };
  };

  for (const change of changes) {
    if (change.line === 'gone') leave(change.personId, change.why);
    else followRoster(lineFacts(next.roster, change, now));
  }
  for (const personId of roster.seatsToGiveUp(next.roster, now)) leave(personId, 'seat-lost');
  followRoster(roster.settleLead(next.roster, seating.teachers, now));
  return { facts, next };
}

/** Ends the session when that is due: everybody leaves, with hand and word and lead. `seating` holds every seat. */
export function endForAll(
  seating: Seating,
  ending: Ending,
  now: Instant,
): { readonly facts: readonly SessionFact[]; readonly next: Seating } {
  const { facts: ended } = endWhenDue(ending, now);
  if (ended.length === 0) return { facts: [], next: seating };
  const changes = seating.roster.entries.map(
    ({ personId }): LineChange => ({ personId, line: 'gone', why: 'session-ended' }),
  );
  const { facts, next } = followLines(seating, changes, now);
  return { facts: [...facts, ...ended], next };
}

type LeavingWhy = Extract<RosterFact, { type: 'participant-left' }>['why'];

function lineFacts(
  current: SessionState['roster'],
  change: Exclude<LineChange, { line: 'gone' }>,
  now: Instant,
): readonly RosterFact[] {
  return change.line === 'open'
    ? roster.regainLine(current, change.personId, now).facts
    : roster.loseLine(current, change.personId, change.at).facts;
}
