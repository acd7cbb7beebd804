import { createMemo } from 'solid-js';
import { choosePlace, passLead } from '#shared/features/session/roster/commands.ts';
import type { Place, Roster, RosterEntry } from '#shared/features/session/roster/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { createFollowed } from '../../../platform/channel-store.ts';
import { useWords } from '../../../platform/language.ts';
import type { Room } from '../session-room.ts';
import { callNames } from './call-name.ts';
import { groupRoster, isHere, placeOf, type RosterGroup } from './roster-groups.ts';
import { words } from './words.ts';

const EMPTY: Roster = { entries: [], leadId: null };

export type RosterStore = ReturnType<typeof createRoster>;

/** Who is expected, here and gone, and who leads. */
export function createRoster(room: Room) {
  const t = useWords(words);
  const roster = createFollowed(() => room.session()?.roster, EMPTY, 'personId');
  const byId = createMemo(
    () => new Map<PersonId, RosterEntry>(roster.entries.map((entry) => [entry.personId, entry])),
  );
  const names = createMemo(() => callNames(roster.entries.map((entry) => entry.displayName)));
  const here = createMemo(() => roster.entries.filter(isHere));
  const groups = createMemo(
    () => new Map(groupRoster(roster).map((group) => [group.kind, group.entries])),
  );
  const mine = () => byId().get(room.me);
  return {
    here,
    entry: (personId: PersonId) => byId().get(personId),
    entriesOf: (kind: RosterGroup['kind']): readonly RosterEntry[] => groups().get(kind) ?? [],
    mine,
    myPlace: (): Place | null => {
      const entry = mine();
      return entry ? placeOf(entry) : null;
    },
    leadId: () => roster.leadId,
    leads: () => roster.leadId === room.me,
    /** Whether one may step the agenda and steer the queue: any assigned teacher who is here. */
    steers: () => {
      const entry = mine();
      return entry?.part === 'teacher' && isHere(entry);
    },
    /** Whether the lead can come to this person by a press here: taken over by oneself, or given to another teacher. */
    mayLeadNext: (entry: RosterEntry): boolean => {
      const isTeacher = entry.part === 'teacher' && entry.presence.status === 'present';
      if (!isTeacher || entry.personId === roster.leadId) return false;
      return entry.personId === room.me || roster.leadId === room.me;
    },
    /** What a person is called in the room. */
    nameOf: (personId: PersonId, otherwise = ''): string => {
      const entry = byId().get(personId);
      return entry ? (names().get(entry.displayName) ?? entry.displayName) : otherwise;
    },
    /** To a teacher who is here: from the one who leads, or to oneself. */
    passLead: (to: PersonId) =>
      room.attempt(passLead, { sessionId: room.sessionId, to }, () => t().leadRefusals),
    choosePlace: (place: Place) =>
      room.attempt(choosePlace, { sessionId: room.sessionId, place }, () => t().refusals),
  };
}
