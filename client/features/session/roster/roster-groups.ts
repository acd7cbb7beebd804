import {
  PLACES,
  type Place,
  type Roster,
  type RosterEntry,
} from '#shared/features/session/roster/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';

/** One part of the list of people. Empty parts are left out. */
export type RosterGroup = {
  readonly kind: 'teachers' | Place | 'expected' | 'left';
  readonly entries: readonly RosterEntry[];
};

/** Norwegian order of names (å last) whatever the language of the interface: the list is one and the same. */
const collator = new Intl.Collator('nb');

/**
 * Teachers who are here, the one who leads first; the others who are here, by place; who is expected, who has gone.
 * somebody whose line is lost stays where they sit until they have left.
 */
export function groupRoster(roster: Roster): readonly RosterGroup[] {
  const here = roster.entries.filter(isHere);
  const teachers = here.filter((entry) => entry.part === 'teacher');
  const others = here.filter((entry) => entry.part !== 'teacher');
  const groups: RosterGroup[] = [
    { kind: 'teachers', entries: leadFirst(byName(teachers), roster.leadId) },
    ...PLACES.map((place) => ({
      kind: place,
      entries: byName(others.filter((entry) => placeOf(entry) === place)),
    })),
    {
      kind: 'expected',
      entries: byName(
        roster.entries.filter((entry) => entry.presence.status === 'absent' && entry.expected),
      ),
    },
    {
      kind: 'left',
      entries: byName(roster.entries.filter((entry) => entry.presence.status === 'left')),
    },
  ];
  return groups.filter((group) => group.entries.length > 0);
}

/** Without those who are shown as taken out: nobody stands in two places. Whoever is here again is here. */
export function withoutKeptOut(
  entries: readonly RosterEntry[],
  keptOut: ReadonlySet<PersonId>,
): readonly RosterEntry[] {
  return entries.filter((entry) => isHere(entry) || !keptOut.has(entry.personId));
}

/** Whether the person holds a seat, with or without a line. */
export function isHere(entry: RosterEntry): boolean {
  return entry.presence.status === 'present' || entry.presence.status === 'lost';
}

/** Where the person sits, or null without a seat. */
export function placeOf(entry: RosterEntry): Place | null {
  const { presence } = entry;
  return presence.status === 'present' || presence.status === 'lost' ? presence.place : null;
}

function byName(entries: readonly RosterEntry[]): readonly RosterEntry[] {
  return [...entries].sort((a, b) => collator.compare(a.displayName, b.displayName));
}

function leadFirst(
  teachers: readonly RosterEntry[],
  leadId: Roster['leadId'],
): readonly RosterEntry[] {
  return [...teachers].sort(
    (a, b) => Number(b.personId === leadId) - Number(a.personId === leadId),
  );
}
