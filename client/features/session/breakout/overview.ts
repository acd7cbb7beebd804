import type { Breakout, Breakouts } from '#shared/features/session/breakout/model.ts';
import { isOpenToTeachers, mayChoose, ownRoomOf } from '#shared/features/session/breakout/rules.ts';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { BreakoutId, PersonId } from '#shared/kernel/ids.ts';

/** A group that asks its teachers to come, and since when. */
export type Waiting = { readonly id: BreakoutId; readonly name: string; readonly since: Instant };

/** Who waits for a teacher, those who have waited longest first; not the group that one is with. */
export function waitingOf(split: Breakouts, me: PersonId): readonly Waiting[] {
  return split.rooms
    .flatMap(({ id, name, called, inside }) =>
      called && !inside.includes(me) ? [{ id, name, since: called.at }] : [],
    )
    .sort((one, other) => one.since - other.since);
}

export function minutesAsked(split: Breakouts, me: PersonId): readonly Breakout[] {
  return split.rooms.filter(({ minuteAsked, inside }) => minuteAsked && !inside.includes(me));
}

export const minutesSince = (since: Instant, now: Instant): number =>
  Math.max(0, Math.floor((now - since) / MINUTE_MS));

/** How lately a group has written in its text; `writes` within a minute, which the server's own saving takes a part of. */
export type Activity = 'writes' | 'never' | { readonly minutes: number };

export function activityOf(writtenAt: Instant | null, now: Instant): Activity {
  if (writtenAt === null) return 'never';
  const minutes = minutesSince(writtenAt, now);
  return minutes < 1 ? 'writes' : { minutes };
}

/** What a teacher can do at a door: go in where one is asked for or no student is, else knock and wait. */
export type Door = 'open' | 'closed' | 'knocking';

export function doorOf(room: Breakout, me: PersonId, teachers: ReadonlySet<PersonId>): Door {
  if (isOpenToTeachers(room, teachers)) return 'open';
  return room.knocks.some(({ by }) => by === me) ? 'knocking' : 'closed';
}

/** Those of a group: who is there and looks on, who is there on pause, and who belongs there and is not. */
export function peopleOf(
  room: Breakout,
  isPaused: (personId: PersonId) => boolean,
): Record<'there' | 'paused' | 'notInside', readonly PersonId[]> {
  return {
    there: room.inside.filter((personId) => !isPaused(personId)),
    paused: room.inside.filter(isPaused),
    notInside: room.members.filter((personId) => !room.inside.includes(personId)),
  };
}

/** Those with all who should have a group and have none, and whom else one can send to one; teachers are in neither. */
export function inMainOf(
  split: Breakouts,
  inMain: readonly PersonId[],
  teachers: ReadonlySet<PersonId>,
  takingPart: ReadonlySet<PersonId>,
): Record<'without' | 'others', readonly PersonId[]> {
  const placeable = inMain.filter((personId) => !teachers.has(personId));
  const isWithout = (personId: PersonId) =>
    takingPart.has(personId) && ownRoomOf(split, personId) === null;
  return {
    without: placeable.filter(isWithout),
    others: placeable.filter((personId) => !isWithout(personId)),
  };
}

/** Whom a teacher has to find a group for, where they cannot choose one themselves. */
export function toPlaceOf(split: Breakouts, without: readonly PersonId[]): readonly PersonId[] {
  return without.filter((personId) => !mayChoose(split, personId));
}

/** The slack thread from when the rooms were opened to when all are back, in a box of 300 by 40. */
export type Thread = {
  readonly been: string;
  readonly ahead: string;
  /** In percent from the left, and in px from the top. */
  readonly bead: { readonly left: number; readonly top: number };
};

const [WIDTH, TOP, SAG] = [300, 8, 40];

export function threadAt(from: Instant, to: Instant, now: Instant): Thread {
  const share = Math.min(1, Math.max(0, (now - from) / Math.max(1, to - from)));
  const round = (number: number) => Math.round(number * 10) / 10;
  // One curve, parted where the bead is: both parts bend as the whole does.
  const [x, y] = [round(WIDTH * share), round(TOP + 2 * SAG * share * (1 - share))];
  const [leftX, leftY] = [round((WIDTH * share) / 2), round(TOP + SAG * share)];
  const [rightX, rightY] = [round((WIDTH * (1 + share)) / 2), round(TOP + SAG * (1 - share))];
  return {
    been: `M0 ${TOP}Q${leftX} ${leftY} ${x} ${y}`,
    ahead: `M${x} ${y}Q${rightX} ${rightY} ${WIDTH} ${TOP}`,
    bead: { left: round(share * 100), top: y },
  };
}

/** What is asked of the teachers just now, as keys: a group that asks anew asks anew. */
export function askedKeys(split: Breakouts, me: PersonId): ReadonlyMap<string, string> {
  return new Map([
    ...waitingOf(split, me).map(({ id, name, since }) => [`call ${id} ${since}`, name] as const),
    ...minutesAsked(split, me).map(({ id, name }) => [`minute ${id}`, name] as const),
  ]);
}

/** Who has begun to ask since: for help, and for a minute more. */
export function newlyAsked(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): Record<'calls' | 'minutes', readonly string[]> {
  const fresh = [...now].filter(([key]) => !before.has(key));
  const named = (kind: string) =>
    fresh.filter(([key]) => key.startsWith(`${kind} `)).map(([, name]) => name);
  return { calls: named('call'), minutes: named('minute') };
}
