import { assertNever } from '#shared/kernel/assert-never.ts';
import { type Accepted, accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import { type Instant, MINUTE_MS, SECOND_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { DOOR_CLOSES_AFTER_MS } from '../../programme/calendar/model.ts';
import type { GuestAs } from '../../programme/invitation/model.ts';
import type { RosterFact } from './facts.ts';
import type { Place, Presence, Roster, RosterEntry, ShownAs } from './model.ts';

/** Longer than a tunnel on the Trondheim line, shorter than the patience of the next in the queue. */
export const SEAT_HOLD_MS = 60 * SECOND_MS;
/** How long a session waits for its lead's line before another teacher who is here takes over. */
export const LEAD_HOLD_MS = 10 * SECOND_MS;
/** Time to find one's seat and say hello before the session starts. */
export const DOOR_OPENS_BEFORE_MS = 15 * MINUTE_MS;

export type Door = 'not-open-yet' | 'open' | 'session-over' | 'session-ended' | 'session-cancelled';

/** Whether a planned session can be entered at this moment. */
export function doorOf(
  planned: {
    readonly startsAt: Instant;
    readonly endsAt: Instant;
    readonly endedAt: Instant | null;
    readonly cancelled: boolean;
  },
  now: Instant,
): Door {
  if (planned.cancelled) return 'session-cancelled';
  if (planned.endedAt !== null) return 'session-ended';
  if (now < planned.startsAt - DOOR_OPENS_BEFORE_MS) return 'not-open-yet';
  if (now >= planned.endsAt + DOOR_CLOSES_AFTER_MS) return 'session-over';
  return 'open';
}

/**
 * Whether somebody is one of those who have the word in turn, are dealt into groups and answer what all are asked. A captioner
 * is here for what the others say.
 */
export function takesPart({ guestAs }: { readonly guestAs?: GuestAs | null | undefined }): boolean {
  return guestAs !== 'captioner';
}

/** A held seat: somebody is on it, or their line dropped a moment ago. */
export type Seat = Extract<Presence, { status: 'present' | 'lost' }>;

/** The seat that the person holds, or null. */
export function seatOf(roster: Roster, personId: PersonId): Seat | null {
  const presence = entryOf(roster, personId)?.presence;
  return presence?.status === 'present' || presence?.status === 'lost' ? presence : null;
}

/**
 * Takes a seat. Whoever holds one already keeps it as it is, so a second tab or a retry is harmless; whose
 * line was lost is back on it.
 */
export function takeSeat(
  roster: Roster,
  who: Omit<RosterEntry, 'presence'>,
  place: Place,
  at: Instant,
): Accepted<RosterFact> {
  if (seatOf(roster, who.personId)) return regainLine(roster, who.personId, at);
  return accept({
    type: 'participant-joined',
    entry: { ...who, presence: { status: 'present', place, since: at } },
  });
}

/** Says where one sits. Saying it again changes nothing. */
export function choosePlace(
  roster: Roster,
  personId: PersonId,
  place: Place,
): Decision<RosterFact, 'not-joined'> {
  const seat = seatOf(roster, personId);
  if (!seat) return refuse('not-joined');
  return seat.place === place ? accept() : accept({ type: 'place-chosen', personId, place });
}

/** The last line of a person dropped: the seat is held from `at` on. */
export function loseLine(roster: Roster, personId: PersonId, at: Instant): Accepted<RosterFact> {
  return seatOf(roster, personId)?.status === 'present'
    ? accept({ type: 'line-lost', personId, at })
    : accept();
}

/** A line of the person is there again: same seat. */
export function regainLine(roster: Roster, personId: PersonId, at: Instant): Accepted<RosterFact> {
  return seatOf(roster, personId)?.status === 'lost'
    ? accept({ type: 'line-back', personId, at })
    : accept();
}

/** Whose seats have been held long enough. */
export function seatsToGiveUp(roster: Roster, now: Instant): readonly PersonId[] {
  return roster.entries
    .filter(({ presence }) => presence.status === 'lost' && presence.lostAt + SEAT_HOLD_MS <= now)
    .map(({ personId }) => personId);
}

/**
 * Who steers from now on, after whatever changed the roster. `teachers` are the session's assigned teachers
 * in their order: nobody else ever leads.
 */
export function settleLead(
  roster: Roster,
  teachers: readonly PersonId[],
  now: Instant,
): readonly RosterFact[] {
  if (keepsLead(roster, teachers, now)) return [];
  const next = firstPresent(roster, teachers);
  if (next) return [{ type: 'lead-taken', by: next, at: now }];

  const lead = roster.leadId;
  const waitsForLead = lead !== null && teachers.includes(lead) && seatOf(roster, lead) !== null;
  return lead === null || waitsForLead ? [] : [{ type: 'lead-vacated', at: now }];
}

/**
 * Passes the lead on by hand: whoever leads gives it to another teacher who is present, and a teacher takes it over for
 * themselves. `settleLead` lets whoever has it keep it.
 */
export function passLead(
  roster: Roster,
  teachers: readonly PersonId[],
  passed: { readonly by: PersonId; readonly to: PersonId },
  at: Instant,
): Decision<RosterFact, 'not-the-lead' | 'not-a-teacher-here'> {
  const { by, to } = passed;
  if (to === roster.leadId) return accept();
  if (by !== to && by !== roster.leadId) return refuse('not-the-lead');
  const isHere = seatOf(roster, to)?.status === 'present';
  if (!teachers.includes(to) || !isHere) return refuse('not-a-teacher-here');
  return accept({ type: 'lead-taken', by: to, at });
}

/**
 * Until when a teacher is here, if nothing more happens: for ever while one is, for as long as their lead is held when their
 * line has dropped, and until `null`, never, when none is.
 */
export function teacherHereUntil(roster: Roster): Instant | null {
  const until = roster.entries.flatMap(({ part, presence }) => {
    if (part !== 'teacher') return [];
    if (presence.status === 'present') return [Number.POSITIVE_INFINITY];
    return presence.status === 'lost' ? [presence.lostAt + LEAD_HOLD_MS] : [];
  });
  return until.length === 0 ? null : Math.max(...until);
}

/** When a held seat or the lead is next to be decided anew, if no line comes back before; null when never. */
export function nextDueAt(roster: Roster, now: Instant): Instant | null {
  const due = roster.entries.flatMap(({ presence }) =>
    presence.status === 'lost' ? [presence.lostAt + SEAT_HOLD_MS] : [],
  );
  const lead = roster.leadId === null ? null : seatOf(roster, roster.leadId);
  // Later than this no time passes the lead on: whoever comes then takes it on coming.
  if (lead?.status === 'lost' && now < lead.lostAt + LEAD_HOLD_MS) {
    due.push(lead.lostAt + LEAD_HOLD_MS);
  }
  return due.length === 0 ? null : Math.min(...due);
}

/** Carries the roster one fact forward. */
export function evolveRoster(roster: Roster, fact: RosterFact): Roster {
  switch (fact.type) {
    case 'participant-joined':
      return { ...roster, entries: withEntry(roster.entries, fact.entry) };
    case 'line-lost':
      return withSeat(roster, fact.personId, ({ place, since }) => ({
        status: 'lost',
        place,
        since,
        lostAt: fact.at,
      }));
    case 'line-back':
      return withSeat(roster, fact.personId, ({ place, since }) => ({
        status: 'present',
        place,
        since,
      }));
    case 'participant-left':
      return withSeat(roster, fact.personId, () => ({ status: 'left', at: fact.at }));
    case 'place-chosen':
      return withSeat(roster, fact.personId, (seat) => ({ ...seat, place: fact.place }));
    case 'shown-as':
      return withShown(roster, fact.personId, fact.shown);
    case 'lead-taken':
      return { ...roster, leadId: fact.by };
    case 'lead-vacated':
      return { ...roster, leadId: null };
    default:
      return assertNever(fact);
  }
}

/**
 * The one order of a roster, the same on every machine: by name in code units, then by id. A screen that
 * wants the order of the person's language sorts its own view.
 */
export function compareEntries(a: RosterEntry, b: RosterEntry): number {
  if (a.displayName !== b.displayName) return a.displayName < b.displayName ? -1 : 1;
  return a.personId < b.personId ? -1 : a.personId > b.personId ? 1 : 0;
}

function keepsLead(roster: Roster, teachers: readonly PersonId[], now: Instant): boolean {
  if (roster.leadId === null || !teachers.includes(roster.leadId)) return false;
  const seat = seatOf(roster, roster.leadId);
  if (seat?.status === 'present') return true;
  return seat?.status === 'lost' && now < seat.lostAt + LEAD_HOLD_MS;
}

function firstPresent(roster: Roster, teachers: readonly PersonId[]): PersonId | undefined {
  return teachers.find((teacher) => seatOf(roster, teacher)?.status === 'present');
}

function entryOf(roster: Roster, personId: PersonId): RosterEntry | undefined {
  return roster.entries.find((entry) => entry.personId === personId);
}

function withEntry(entries: readonly RosterEntry[], joined: RosterEntry): RosterEntry[] {
  const others = entries.filter((entry) => entry.personId !== joined.personId);
  return [...others, joined].sort(compareEntries);
}

/** Everything that others see of the person is said anew; where they are stays. */
function withShown(roster: Roster, personId: PersonId, shown: ShownAs): Roster {
  const entry = entryOf(roster, personId);
  if (!entry) return roster;
  const { part, expected, presence } = entry;
  const entries = withEntry(roster.entries, { personId, ...shown, part, expected, presence });
  return { ...roster, entries };
}

/** Changes a held seat; whoever holds none stays as they are. */
function withSeat(roster: Roster, personId: PersonId, change: (seat: Seat) => Presence): Roster {
  const seat = seatOf(roster, personId);
  if (!seat) return roster;
  const entries = roster.entries.map((entry) =>
    entry.personId === personId ? { ...entry, presence: change(seat) } : entry,
  );
  return { ...roster, entries };
}
