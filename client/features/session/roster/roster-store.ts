import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { choosePlace, passLead } from '#shared/features/session/roster/commands.ts';
import {
  type Place,
  type Roster,
  type RosterEntry,
  rosterPicturePath,
} from '#shared/features/session/roster/model.ts';
import { takesPart, teacherHereUntil } from '#shared/features/session/roster/rules.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { createFollowed } from '../../../platform/channel-store.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { serverNow } from '../../../platform/server-clock.ts';
import { announce } from '../../../ui/announcer.ts';
import type { Room } from '../session-room.ts';
import { callNames } from './call-name.ts';
import { guestInWords } from './guest-mark.ts';
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
  const names = createMemo(() => callNames(roster.entries));
  const here = createMemo(() => roster.entries.filter(isHere));
  const groups = createMemo(
    () => new Map(groupRoster(roster).map((group) => [group.kind, group.entries])),
  );
  const mine = () => byId().get(room.me);
  const withoutTeacher = createWithoutTeacher(room);
  /** What a person is called in the room. */
  const nameOf = (personId: PersonId, otherwise = ''): string => {
    const entry = byId().get(personId);
    return entry ? (names().get(personId) ?? entry.displayName) : otherwise;
  };
  /** What they are called, of those who teach here, whose seat is held still: the list of people says the same of them. */
  const teachersLost = (): readonly string[] =>
    roster.entries
      .filter(({ part, presence }) => part === 'teacher' && presence.status === 'lost')
      .map(({ personId }) => nameOf(personId));
  createEffect(
    on(withoutTeacher, (is) => {
      if (!is) return;
      const { lost, spoken, goesOn } = t().withoutTeacher;
      const names = teachersLost();
      announce(`${names.length > 0 ? lost(inARow(language(), names)) : spoken} ${goesOn}`);
    }),
  );
  /**
   * What stands beside a guest's name wherever it does, as the server has it; empty for everybody else. `brief`: where there
   * is no room for as what they are here.
   */
  const guestMark = (personId: PersonId, brief = false): string => {
    const entry = byId().get(personId);
    if (entry?.part !== 'guest') return '';
    return guestInWords({ as: brief ? undefined : entry.guestAs }, t());
  };
  return {
    here,
    /** Those of them who have the word in turn, are dealt into groups and answer what all are asked. */
    takingPart: createMemo(() => here().filter(takesPart)),
    /** Whether one is of those oneself. */
    iTakePart: () => takesPart(mine() ?? {}),
    entry: (personId: PersonId) => byId().get(personId),
    entriesOf: (kind: RosterGroup['kind']): readonly RosterEntry[] => groups().get(kind) ?? [],
    mine,
    /** Everybody who teaches in the session, here or not. */
    teachers: (): readonly RosterEntry[] =>
      roster.entries.filter((entry) => entry.part === 'teacher'),
    myPlace: (): Place | null => {
      const entry = mine();
      return entry ? placeOf(entry) : null;
    },
    leadId: () => roster.leadId,
    /** Teachers have been here, and none is: the session goes on without anybody who steers it. */
    withoutTeacher,
    teachersLost,
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
    nameOf,
    guestMark,
    /** A name within a sentence, with that it is a guest's. */
    markedName: (personId: PersonId, otherwise = ''): string => {
      const mark = guestMark(personId, true);
      const name = nameOf(personId, otherwise);
      return mark ? `${name} (${mark})` : name;
    },
    /** Where a picture of themselves is, of somebody who has one. */
    pictureOf: (personId: string): string | undefined => {
      const picture = byId().get(personId as PersonId)?.picture;
      return picture && rosterPicturePath(room.sessionId, picture);
    },
    /** To a teacher who is here: from the one who leads, or to oneself. */
    passLead: (to: PersonId) =>
      room.attempt(passLead, { sessionId: room.sessionId, to }, () => t().leadRefusals),
    choosePlace: (place: Place) =>
      room.attempt(choosePlace, { sessionId: room.sessionId, place }, () => t().refusals),
  };
}

function createWithoutTeacher(room: Room) {
  const known = createMemo(() => room.session()?.roster);
  const until = createMemo(() => {
    const roster = known();
    const came = roster?.entries.some(
      ({ part, presence }) => part === 'teacher' && presence.status !== 'absent',
    );
    return roster && came ? (teacherHereUntil(roster) ?? 0) : Number.POSITIVE_INFINITY;
  });
  /** A session that is ended for everybody does not go on, and whoever ends it may go first. */
  const goesOn = () => room.session()?.ending.status === 'none';
  const isHeard = () => room.live.connection.state().status === 'online';
  const [is, setIs] = createSignal(false);
  createEffect(() => {
    const leftMs = until() - serverNow();
    setIs(leftMs <= 0);
    if (leftMs <= 0 || leftMs === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(() => setIs(true), leftMs);
    onCleanup(() => clearTimeout(timer));
  });
  // Whoever has no line themselves knows nothing of the others.
  return createMemo(() => is() && goesOn() && isHeard());
}
