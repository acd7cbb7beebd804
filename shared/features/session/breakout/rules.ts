import { assertNever } from '#shared/kernel/assert-never.ts';
import { type Accepted, accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { BreakoutId, DocumentId, PersonId } from '#shared/kernel/ids.ts';
import type { BreakoutFact, GroupFact, SplitFact } from './facts.ts';
import {
  BREAKOUT_MINUTES_MAX,
  type Breakout,
  type BreakoutPlan,
  type Breakouts,
  RETURN_NOTICE_MS,
} from './model.ts';

/** Who sits in the session just now, and who of them teaches it. */
export type Present = {
  readonly here: ReadonlySet<PersonId>;
  readonly teachers: ReadonlySet<PersonId>;
};

/** Deals people out evenly, in the order given: whoever shuffles them has chance of their own. */
export function dealOut(people: readonly PersonId[], rooms: number): readonly PersonId[][] {
  return Array.from({ length: rooms }, (_, room) =>
    people.filter((_, place) => place % rooms === room),
  );
}

/** Whether a plan can be used: everybody in it is known and stands in one room, and no two rooms are called the same. */
export function checkPlan(
  plan: BreakoutPlan,
  known: ReadonlySet<PersonId>,
): Decision<never, 'unknown-person' | 'placed-twice' | 'same-name'> {
  const placed = plan.rooms.flatMap(({ members }) => members);
  if (placed.some((personId) => !known.has(personId))) return refuse('unknown-person');
  if (new Set(placed).size < placed.length) return refuse('placed-twice');
  const names = plan.rooms.map(({ name }) => name.toLowerCase());
  return new Set(names).size < names.length ? refuse('same-name') : accept();
}

/** Splits the session by a plan that was checked. Whoever is here and has a room is in it at once. */
export function openBreakouts(
  split: Breakouts | null,
  plan: BreakoutPlan,
  rooms: readonly { readonly id: BreakoutId; readonly documentId: DocumentId | null }[],
  { here }: Present,
  by: PersonId,
  at: Instant,
): Decision<SplitFact, 'already-split'> {
  if (split) return refuse('already-split');
  const opened = plan.rooms.flatMap(({ name, members }, place): Breakout[] => {
    const made = rooms[place];
    if (!made) return [];
    const inside = members.filter((personId) => here.has(personId));
    return [
      {
        ...made,
        ...{ name, members: inOrder(members), inside: inOrder(inside) },
        ...{ called: null, minuteAsked: false, hands: [], knocks: [] },
      },
    ];
  });
  const breakouts: Breakouts = {
    by,
    task: plan.task,
    choice: plan.choice,
    choosers: [],
    openedAt: at,
    endsAt: plan.minutes === null ? null : at + plan.minutes * MINUTE_MS,
    rooms: opened,
  };
  return accept({ type: 'breakouts-opened', breakouts });
}

/** The room that somebody is in; null for the session's own. */
export function roomOf(split: Breakouts | null, personId: PersonId): Breakout | null {
  return split?.rooms.find(({ inside }) => inside.includes(personId)) ?? null;
}

/** Where somebody belongs. */
export function ownRoomOf(split: Breakouts | null, personId: PersonId): Breakout | null {
  return split?.rooms.find(({ members }) => members.includes(personId)) ?? null;
}

export function mayChoose(split: Breakouts, personId: PersonId): boolean {
  return split.choice || split.choosers.includes(personId);
}

/** Whether a teacher may go in without knocking: the group asks for one, or no student is there. */
export function isOpenToTeachers(room: Breakout, teachers: ReadonlySet<PersonId>): boolean {
  return room.called !== null || room.inside.every((personId) => teachers.has(personId));
}

/** Goes to another room oneself, or back to all. Being there already changes nothing. */
export function goTo(
  split: Breakouts,
  personId: PersonId,
  to: BreakoutId | null,
  present: Present,
): Decision<BreakoutFact, 'unknown-breakout' | 'not-your-breakout' | 'must-knock'> {
  // Whoever says that they go nowhere knocks no more, either.
  if (to === null)
    return accept(
      ...stopKnocking(split, personId),
      ...move(split, personId, null, personId, present),
    );
  const room = split.rooms.find(({ id }) => id === to);
  if (!room) return refuse('unknown-breakout');
  if (room.inside.includes(personId)) return accept();
  if (present.teachers.has(personId)) {
    if (!isOpenToTeachers(room, present.teachers)) return refuse('must-knock');
    return accept(...enter(split, room, personId, personId, present));
  }
  const moved = move(split, personId, to, personId, present);
  if (room.members.includes(personId)) return accept(...moved);
  if (!mayChoose(split, personId)) return refuse('not-your-breakout');
  return accept({ type: 'member-placed', personId, to }, ...moved);
}

/** A teacher says where somebody belongs; whoever is here goes there. */
export function placePerson(
  split: Breakouts,
  personId: PersonId,
  to: BreakoutId | null,
  by: PersonId,
  present: Present,
): Decision<BreakoutFact, 'unknown-breakout'> {
  if (to !== null && !split.rooms.some(({ id }) => id === to)) return refuse('unknown-breakout');
  const own = ownRoomOf(split, personId)?.id ?? null;
  const placed: BreakoutFact[] = own === to ? [] : [{ type: 'member-placed', personId, to }];
  const moved = present.here.has(personId) ? move(split, personId, to, by, present) : [];
  return accept(...placed, ...moved);
}

export function letChoose(split: Breakouts, personId: PersonId): Accepted<SplitFact> {
  return mayChoose(split, personId) ? accept() : accept({ type: 'choice-given', personId });
}

/** «Kom til oss», or that the group manages after all. The first call counts, with its time. */
export function callTeachers(
  split: Breakouts,
  personId: PersonId,
  breakoutId: BreakoutId,
  wanted: boolean,
  at: Instant,
): Decision<GroupFact, 'not-inside'> {
  const room = roomOf(split, personId);
  if (room?.id !== breakoutId) return refuse('not-inside');
  if (wanted === (room.called !== null)) return accept();
  return accept(
    wanted
      ? { type: 'help-called', breakoutId, call: { by: personId, at } }
      : { type: 'help-ended', breakoutId, by: personId },
  );
}

export function askForMinute(
  split: Breakouts,
  personId: PersonId,
  breakoutId: BreakoutId,
  at: Instant,
): Decision<GroupFact, 'not-inside' | 'no-end-yet'> {
  const room = roomOf(split, personId);
  if (room?.id !== breakoutId) return refuse('not-inside');
  if (split.endsAt === null) return refuse('no-end-yet');
  return room.minuteAsked
    ? accept()
    : accept({ type: 'minute-asked', breakoutId, by: personId, at });
}

/** Everybody is brought back so much later; where no end was set, or it has just been, that long from now. */
export function lengthenBreakouts(
  split: Breakouts,
  minutes: number,
  by: PersonId,
  now: Instant,
): Decision<BreakoutFact, 'too-long'> {
  const endsAt = Math.max(split.endsAt ?? now, now) + minutes * MINUTE_MS;
  if (endsAt - now > BREAKOUT_MINUTES_MAX * MINUTE_MS) return refuse('too-long');
  const answered = split.rooms
    .filter(({ minuteAsked }) => minuteAsked)
    .map(({ id }): BreakoutFact => ({ type: 'minute-answered', breakoutId: id }));
  return accept<BreakoutFact>({ type: 'return-moved', endsAt, by }, ...answered);
}

/** Brings everybody back: at once, or in a minute, unless they are back sooner anyway. */
export function bringBack(
  split: Breakouts,
  atOnce: boolean,
  by: PersonId,
  now: Instant,
): Accepted<SplitFact> {
  if (atOnce) return accept({ type: 'breakouts-ended', by, at: now });
  const endsAt = now + RETURN_NOTICE_MS;
  const isSooner = split.endsAt !== null && split.endsAt <= endsAt;
  return isSooner ? accept() : accept({ type: 'return-moved', endsAt, by });
}

/** A teacher asks to come in, at one door at a time. */
export function knockAt(
  split: Breakouts,
  teacherId: PersonId,
  breakoutId: BreakoutId,
  at: Instant,
): Decision<GroupFact, 'unknown-breakout'> {
  const room = split.rooms.find(({ id }) => id === breakoutId);
  if (!room) return refuse('unknown-breakout');
  if (room.inside.includes(teacherId) || knocksAt(room, teacherId)) return accept();
  return accept(...stopKnocking(split, teacherId), {
    type: 'knocked',
    breakoutId,
    knock: { by: teacherId, at },
  });
}

/** Lets the teacher in, or asks them to wait. */
export function answerKnock(
  split: Breakouts,
  personId: PersonId,
  breakoutId: BreakoutId,
  answer: { readonly teacherId: PersonId; readonly letIn: boolean },
  present: Present,
): Decision<BreakoutFact, 'not-inside' | 'nobody-knocks'> {
  const { teacherId, letIn } = answer;
  const room = roomOf(split, personId);
  if (room?.id !== breakoutId) return refuse('not-inside');
  if (!knocksAt(room, teacherId)) return refuse('nobody-knocks');
  if (!letIn) return accept({ type: 'knock-answered', breakoutId, teacherId, letIn, by: personId });
  return accept(...enter(split, room, teacherId, personId, present));
}

/**
 * What comings and goings make of a split session: whoever belongs in a room and comes is placed there, whoever is here no
 * more is in none.
 */
export function followPeople(split: Breakouts, present: Present): readonly BreakoutFact[] {
  const moves: { personId: PersonId; to: BreakoutId | null }[] = [];
  for (const personId of split.rooms.flatMap(({ inside }) => inside))
    if (!present.here.has(personId)) moves.push({ personId, to: null });
  const gone = split.rooms.flatMap(({ knocks }) => knocks).map(({ by }) => by);
  const knocks = gone
    .filter((teacherId) => !present.here.has(teacherId))
    .flatMap((teacherId) => stopKnocking(split, teacherId));
  if (moves.length === 0) return knocks;
  const moved = { type: 'people-moved', moves, by: null } as const;
  return [...knocks, moved, ...leaveEmpty(evolve(split, moved), present)];
}

/** Somebody has just taken a seat: into the room where they belong, unless they are in one. */
export function comeIn(
  split: Breakouts,
  personId: PersonId,
  present: Present,
): readonly BreakoutFact[] {
  const own = ownRoomOf(split, personId);
  if (!own || roomOf(split, personId)) return [];
  return move(split, personId, own.id, null, present);
}

export function isDue(split: Breakouts, now: Instant): boolean {
  return split.endsAt !== null && split.endsAt <= now;
}

/** As those see it who do not steer: who is where, and nothing of what a group asks its teachers. */
export function seenByParticipants(split: Breakouts): Breakouts {
  const rooms = split.rooms.map((room) => ({
    ...room,
    ...{ documentId: null, called: null, minuteAsked: false, hands: [], knocks: [] },
  }));
  return { ...split, rooms };
}

/** Carries a split session one fact forward. */
export function evolveBreakouts(split: Breakouts | null, fact: BreakoutFact): Breakouts | null {
  if (fact.type === 'breakouts-opened') return fact.breakouts;
  if (fact.type === 'breakouts-ended') return null;
  return split && evolve(split, fact);
}

type WithinSplit = Exclude<BreakoutFact, { type: 'breakouts-opened' | 'breakouts-ended' }>;

function evolve(split: Breakouts, fact: WithinSplit): Breakouts {
  switch (fact.type) {
    case 'people-moved': {
      const to = new Map(fact.moves.map((move) => [move.personId, move.to]));
      const rooms = split.rooms.map((room) => {
        const stay = room.inside.filter(
          (personId) => !to.has(personId) || to.get(personId) === room.id,
        );
        const come = [...to].filter(([personId, id]) => id === room.id && !stay.includes(personId));
        return { ...room, inside: inOrder([...stay, ...come.map(([personId]) => personId)]) };
      });
      return { ...split, rooms };
    }
    case 'member-placed': {
      const { personId, to } = fact;
      const rooms = split.rooms.map((room) => ({
        ...room,
        members: standing(room.members, personId, room.id === to),
      }));
      return { ...split, rooms };
    }
    case 'choice-given':
      return { ...split, choosers: standing(split.choosers, fact.personId, true) };
    case 'return-moved':
      return { ...split, endsAt: fact.endsAt };
    case 'breakout-hands':
      return withRoom(split, fact.breakoutId, (room) => ({ ...room, hands: fact.hands }));
    case 'help-called':
    case 'help-ended':
    case 'minute-asked':
    case 'minute-answered':
    case 'knocked':
    case 'knock-answered':
      return withRoom(split, fact.breakoutId, (room) => evolveGroup(room, fact));
    default:
      return assertNever(fact);
  }
}

/** What a group and its teachers ask of each other: seen from within, and by hosts. */
type Asked = Pick<Breakout, 'called' | 'minuteAsked' | 'knocks'>;

export function evolveGroup<Room extends Asked>(room: Room, fact: GroupFact): Room {
  switch (fact.type) {
    case 'help-called':
      return { ...room, called: fact.call };
    case 'help-ended':
      return { ...room, called: null };
    case 'minute-asked':
      return { ...room, minuteAsked: true };
    case 'minute-answered':
      return { ...room, minuteAsked: false };
    case 'knocked': {
      const others = room.knocks.filter(({ by }) => by !== fact.knock.by);
      return { ...room, knocks: [...others, fact.knock] };
    }
    case 'knock-answered':
      return { ...room, knocks: room.knocks.filter(({ by }) => by !== fact.teacherId) };
    default:
      return assertNever(fact);
  }
}

function knocksAt({ knocks }: Breakout, teacherId: PersonId): boolean {
  return knocks.some(({ by }) => by === teacherId);
}

/** A teacher comes in: what the group asked for is there, and no door is knocked at any more. */
function enter(
  split: Breakouts,
  room: Breakout,
  teacherId: PersonId,
  by: PersonId,
  present: Present,
): readonly BreakoutFact[] {
  const breakoutId = room.id;
  const answered: BreakoutFact[] = knocksAt(room, teacherId)
    ? [{ type: 'knock-answered', breakoutId, teacherId, letIn: true, by }]
    : [];
  const elsewhere = stopKnocking(split, teacherId).filter((fact) => fact.breakoutId !== breakoutId);
  const helped: BreakoutFact[] = room.called
    ? [{ type: 'help-ended', breakoutId, by: teacherId }]
    : [];
  return [...answered, ...elsewhere, ...helped, ...move(split, teacherId, breakoutId, by, present)];
}

function stopKnocking(split: Breakouts, teacherId: PersonId): readonly GroupFact[] {
  return split.rooms
    .filter((room) => knocksAt(room, teacherId))
    .map(({ id }) => ({
      type: 'knock-answered',
      breakoutId: id,
      teacherId,
      letIn: false,
      by: null,
    }));
}

/** One person goes somewhere; what the room that is left asked for goes when nobody is there to ask. */
function move(
  split: Breakouts,
  personId: PersonId,
  to: BreakoutId | null,
  by: PersonId | null,
  present: Present,
): readonly BreakoutFact[] {
  if ((roomOf(split, personId)?.id ?? null) === to) return [];
  const moved = { type: 'people-moved' as const, moves: [{ personId, to }], by };
  return [moved, ...leaveEmpty(evolve(split, moved), present)];
}

function leaveEmpty(split: Breakouts, { teachers }: Present): readonly GroupFact[] {
  return split.rooms
    .filter(({ inside }) => inside.every((personId) => teachers.has(personId)))
    .flatMap(({ id, called, minuteAsked, knocks }): GroupFact[] => [
      ...(called ? [{ type: 'help-ended' as const, breakoutId: id, by: null }] : []),
      ...(minuteAsked ? [{ type: 'minute-answered' as const, breakoutId: id }] : []),
      ...knocks.map(({ by }) => ({
        type: 'knock-answered' as const,
        ...{ breakoutId: id, teacherId: by, letIn: false, by: null },
      })),
    ]);
}

/** Somebody stands in the list, once, or does not. */
function standing(list: readonly PersonId[], personId: PersonId, stands: boolean): PersonId[] {
  const others = list.filter((one) => one !== personId);
  return stands ? inOrder([...others, personId]) : others;
}

/** One order on every machine; a screen sorts by name. */
function inOrder(people: readonly PersonId[]): PersonId[] {
  return [...people].sort();
}

function withRoom(
  split: Breakouts,
  breakoutId: BreakoutId,
  change: (room: Breakout) => Breakout,
): Breakouts {
  return {
    ...split,
    rooms: split.rooms.map((room) => (room.id === breakoutId ? change(room) : room)),
  };
}
