import * as z from 'zod/mini';
import {
  BREAKOUT_MINUTES_MAX,
  BREAKOUT_NAME_MAX,
  BREAKOUTS_MAX,
  type BreakoutPlan,
  plannedBreakout,
} from '#shared/features/session/breakout/model.ts';
import { dealOut } from '#shared/features/session/breakout/rules.ts';
import type { PersonId } from '#shared/kernel/ids.ts';

/** How a teacher comes to the groups, in the order in which it is offered. */
export const WAYS = ['drawn', 'own', 'before', 'choice'] as const;
export type Way = (typeof WAYS)[number];

/** What the number that a teacher gives counts: groups, or the most people in each. */
export const COUNTED = ['rooms', 'people'] as const;
export type Counted = (typeof COUNTED)[number];

const USUAL_SIZE = 4;
const USUAL_ROOMS = 4;
const USUAL_MINUTES = 15;

/** A room as it is being made: its name may be empty for a moment. */
const roomDraft = z.extend(plannedBreakout, {
  name: z.string().check(z.maxLength(BREAKOUT_NAME_MAX)),
});
export type RoomDraft = z.infer<typeof roomDraft>;
const roomDrafts = z.array(roomDraft).check(z.maxLength(BREAKOUTS_MAX));

/** What a teacher plans, with all that was typed and dealt: also what another way would not use. */
export const planDraft = z.object({
  way: z.enum(WAYS),
  counted: z.enum(COUNTED),
  /** As they were typed. */
  count: z.object({ rooms: z.string(), people: z.string() }),
  /** Who is not here yet is dealt out too. */
  withAbsent: z.boolean(),
  /** Each way keeps the rooms it came to. */
  rooms: z.partial(
    z.object({ drawn: roomDrafts, own: roomDrafts, before: roomDrafts, choice: roomDrafts }),
  ),
  task: z.string(),
  minutes: z.string(),
  untilFetched: z.boolean(),
  choice: z.boolean(),
  /** Earlier rooms go on with their texts. */
  goesOn: z.boolean(),
});
export type PlanDraft = z.infer<typeof planDraft>;

/** What one begins from when nothing is prepared. */
export const EMPTY_PLAN: PlanDraft = {
  ...{ way: 'drawn', counted: 'rooms', withAbsent: false },
  count: { rooms: String(USUAL_ROOMS), people: String(USUAL_SIZE) },
  rooms: { own: [emptyRoom('Gruppe 1'), emptyRoom('Gruppe 2')] },
  ...{ task: '', minutes: String(USUAL_MINUTES), untilFetched: false, choice: false },
  goesOn: true,
};

/** As many rooms as so many people usually make: one is no split. */
export function usualRooms(people: number): number {
  return Math.min(BREAKOUTS_MAX, Math.max(2, Math.ceil(people / USUAL_SIZE)));
}

/** A plan that stands ready, to be changed. */
export function draftOf(plan: BreakoutPlan): PlanDraft {
  const isChosen = plan.choice && plan.rooms.every(({ members }) => members.length === 0);
  const way = isChosen ? 'choice' : 'own';
  const count = { ...EMPTY_PLAN.count, ...(isChosen && { rooms: String(plan.rooms.length) }) };
  return {
    ...EMPTY_PLAN,
    ...{ way, count, rooms: { ...EMPTY_PLAN.rooms, [way]: plan.rooms } },
    ...{ task: plan.task, choice: plan.choice },
    minutes: plan.minutes === null ? EMPTY_PLAN.minutes : String(plan.minutes),
    untilFetched: plan.minutes === null,
  };
}

export const roomsOf = (draft: PlanDraft): readonly RoomDraft[] => draft.rooms[draft.way] ?? [];

export function withRooms(draft: PlanDraft, rooms: readonly RoomDraft[]): PlanDraft {
  return { ...draft, rooms: { ...draft.rooms, [draft.way]: [...rooms] } };
}

/** A whole number within what is allowed, or undefined. */
export function wholeNumber(typed: string, most: number): number | undefined {
  const number = /^\d+$/.test(typed.trim()) ? Number(typed) : 0;
  return number >= 1 && number <= most ? number : undefined;
}

/** How many rooms a teacher has asked for; undefined while the number is none. */
export function roomsWanted(draft: PlanDraft, people: number): number | undefined {
  if (draft.way === 'choice' || draft.counted === 'rooms')
    return wholeNumber(draft.count.rooms, BREAKOUTS_MAX);
  const size = Number(draft.count.people);
  if (wholeNumber(draft.count.people, Number.MAX_SAFE_INTEGER) === undefined) return undefined;
  const rooms = Math.max(1, Math.ceil(people / size));
  return rooms <= BREAKOUTS_MAX ? rooms : undefined;
}

/** @param below a whole number from 0 up to what is given, by chance, anew at each call */
export function shuffled<Thing>(
  things: readonly Thing[],
  below: (end: number) => number,
): readonly Thing[] {
  const mixed = [...things];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const drawn = below(last + 1);
    [mixed[last], mixed[drawn]] = [mixed[drawn] as Thing, mixed[last] as Thing];
  }
  return mixed;
}

/** Deals people out in the order given. Rooms that were there keep their names. */
export function deal(
  people: readonly PersonId[],
  count: number,
  before: readonly RoomDraft[],
): readonly RoomDraft[] {
  let rooms = before.slice(0, count);
  while (rooms.length < count) rooms = [...rooms, nextRoom(rooms)];
  const dealt = dealOut(people, count);
  return rooms.map(({ name }, nth) => ({ ...emptyRoom(name), members: dealt[nth] ?? [] }));
}

/** So many rooms to choose among, with nobody in them yet. */
export function emptyRooms(count: number, before: readonly RoomDraft[]): readonly RoomDraft[] {
  return deal([], count, before);
}

/** An earlier plan as it can be used now: without those who are not known here any more. */
export function knownOnly(
  rooms: readonly RoomDraft[],
  known: ReadonlySet<PersonId>,
): readonly RoomDraft[] {
  return rooms.map((room) => ({
    ...room,
    members: room.members.filter((personId) => known.has(personId)),
  }));
}

/** Rooms out of the cohort's own groups, as many as a session can have. A name that is longer is cut. */
export function roomsOfGroups(
  groups: readonly { readonly name: string; readonly members: readonly PersonId[] }[],
): readonly RoomDraft[] {
  const placed = new Set<PersonId>();
  return groups.slice(0, BREAKOUTS_MAX).map(({ name, members }) => {
    const free = members.filter((personId) => !placed.has(personId));
    for (const personId of free) placed.add(personId);
    return { ...emptyRoom(name.trim().slice(0, BREAKOUT_NAME_MAX)), members: free };
  });
}

/** A few names, by which one knows which split it was: of the first room that has any. */
export function glimpse(
  rooms: readonly Pick<RoomDraft, 'name' | 'members'>[],
  nameOf: (personId: PersonId) => string,
): string {
  const room = rooms.find(({ members }) => members.length > 0);
  if (!room) return '';
  const names = room.members.map(nameOf);
  const shown = names.slice(0, GLIMPSED).join(', ');
  return `${room.name}: ${shown}${names.length > GLIMPSED ? ' …' : ''}`;
}

const GLIMPSED = 3;

/** @param to the place of a room, or null for none */
export function placeIn(
  rooms: readonly RoomDraft[],
  personId: PersonId,
  to: number | null,
): readonly RoomDraft[] {
  return rooms.map((room, nth) => {
    const isThere = room.members.includes(personId);
    if (isThere === (nth === to)) return room;
    const members = room.members.filter((one) => one !== personId);
    return { ...room, members: nth === to ? [...members, personId] : members };
  });
}

export function roomAt(rooms: readonly RoomDraft[], personId: PersonId): number | null {
  const nth = rooms.findIndex(({ members }) => members.includes(personId));
  return nth < 0 ? null : nth;
}

/** Who is in no room, in the order given. */
export function unplaced(
  rooms: readonly RoomDraft[],
  people: readonly PersonId[],
): readonly PersonId[] {
  const placed = new Set(rooms.flatMap(({ members }) => members));
  return people.filter((personId) => !placed.has(personId));
}

/** Each goes where the fewest are. */
export function spread(
  rooms: readonly RoomDraft[],
  people: readonly PersonId[],
): readonly RoomDraft[] {
  return people.reduce((now, personId) => {
    const sizes = now.map(({ members }) => members.length);
    return placeIn(now, personId, sizes.indexOf(Math.min(...sizes)));
  }, rooms);
}

export function addRoom(rooms: readonly RoomDraft[]): readonly RoomDraft[] {
  return rooms.length < BREAKOUTS_MAX ? [...rooms, nextRoom(rooms)] : rooms;
}

export type PlanProblems = {
  readonly count: boolean;
  readonly noRooms: boolean;
  /** For each room, in their order. */
  readonly names: readonly ('missing' | 'double' | undefined)[];
  readonly minutes: boolean;
};

/**
 * The plan as the server takes it, or what is wrong with it.
 * @param people how many would be dealt out
 */
export function readPlan(
  draft: PlanDraft,
  people: number,
): { readonly ok: true; readonly plan: BreakoutPlan } | { ok: false; problems: PlanProblems } {
  const rooms = roomsOf(draft);
  const counts = draft.way === 'drawn' || draft.way === 'choice';
  const minutes = draft.untilFetched ? null : wholeNumber(draft.minutes, BREAKOUT_MINUTES_MAX);
  const problems: PlanProblems = {
    count: counts && roomsWanted(draft, people) === undefined,
    noRooms: rooms.length === 0,
    names: nameProblems(rooms),
    minutes: minutes === undefined,
  };
  const { count, noRooms, names } = problems;
  if (count || noRooms || names.some(Boolean) || minutes === undefined)
    return { ok: false, problems };
  return {
    ok: true,
    plan: {
      task: draft.task.trim(),
      minutes,
      choice: draft.way === 'choice' || draft.choice,
      rooms: rooms.map(({ name, members, after }) => ({
        name: name.trim(),
        members,
        after: draft.goesOn ? after : null,
      })),
    },
  };
}

function nameProblems(rooms: readonly RoomDraft[]): PlanProblems['names'] {
  // As the server tells them apart.
  const read = rooms.map(({ name }) => name.trim().toLowerCase());
  return read.map((name, nth) => {
    if (name === '') return 'missing';
    return read.indexOf(name) < nth ? 'double' : undefined;
  });
}

function emptyRoom(name: string): RoomDraft {
  return { name, members: [], after: null };
}

/** Everybody reads the name: it is in the school's language, whatever that of the interface is. */
function nextRoom(rooms: readonly RoomDraft[]): RoomDraft {
  const taken = new Set(rooms.map(({ name }) => name.trim().toLowerCase()));
  let number = rooms.length + 1;
  while (taken.has(`gruppe ${number}`)) number += 1;
  return emptyRoom(`Gruppe ${number}`);
}
