import { createMemo } from 'solid-js';
import * as commands from '#shared/features/session/breakout/commands.ts';
import type { BreakoutPlan } from '#shared/features/session/breakout/model.ts';
import { mayChoose, ownRoomOf, roomOf } from '#shared/features/session/breakout/rules.ts';
import type { BreakoutId, PersonId } from '#shared/kernel/ids.ts';
import type { InputOf, RefusalOf } from '#shared/wire/contract.ts';
import { language, useWords } from '../../../platform/language.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import type { Room } from '../session-room.ts';
import { byRoom } from './by-room.ts';
import { createGroupChats } from './group-chats.ts';
import { createInside } from './inside.ts';
import { inMainOf, toPlaceOf } from './overview.ts';
import { createTimeLeft } from './time-left.ts';
import { words } from './words.ts';

export type BreakoutStore = ReturnType<typeof createBreakouts>;

/** The rooms that the session is split into, which of them one is in, and what one does about it. */
export function createBreakouts(room: Room, roster: RosterStore) {
  const t = useWords(words);
  const { sessionId, me } = room;
  const split = createMemo(() => room.session()?.breakouts ?? undefined);
  const mine = createMemo(() => roomOf(split() ?? null, me) ?? undefined);
  const mineId = createMemo(() => mine()?.id);
  const inside = createInside(room, mineId);
  const where = createMemo(
    () =>
      new Map<PersonId, BreakoutId>(
        (split()?.rooms ?? []).flatMap(({ id, inside: people }) =>
          people.map((personId) => [personId, id] as const),
        ),
      ),
  );
  const chats = createGroupChats(
    room,
    inside,
    (id) => split()?.rooms.some((one) => one.id === id) ?? false,
  );
  const inMain = createMemo((): readonly PersonId[] =>
    roster
      .here()
      .map(({ personId }) => personId)
      .filter((personId) => !where().has(personId)),
  );
  const parted = createMemo(() => {
    const now = split();
    const idsOf = (people: readonly { readonly personId: PersonId }[]) =>
      new Set(people.map(({ personId }) => personId));
    return now && inMainOf(now, inMain(), idsOf(roster.teachers()), idsOf(roster.takingPart()));
  });
  const time = createTimeLeft(() => split()?.endsAt ?? undefined);

  /** Whether it was accepted. A refusal is said. */
  async function attempt<C extends (typeof commands)[keyof typeof commands]>(
    command: C,
    input: InputOf<C>,
  ): Promise<boolean> {
    const refusals = () => t().refusals as Readonly<Record<RefusalOf<C>, string>>;
    return (await room.attempt(command, input, refusals)) !== undefined;
  }
  /** In the room that one is in; nothing is asked from elsewhere. */
  const within = async (ask: (breakoutId: BreakoutId) => Promise<boolean>): Promise<boolean> => {
    const breakoutId = mineId();
    return breakoutId !== undefined && ask(breakoutId);
  };

  return {
    split,
    isSplit: createMemo(() => split() !== undefined),
    /** The room that one is in, and its id alone, which does not change as people come and go there. */
    mine,
    mineId,
    own: createMemo(() => ownRoomOf(split() ?? null, me) ?? undefined),
    withMe: (personId: PersonId): boolean => where().get(personId) === mineId(),
    inMain,
    /** Those with all, as a teacher finds groups for them. */
    parted,
    /** Whom a teacher has to find a group for; undefined while all are together. */
    toPlace: createMemo(() => {
      const [now, parts] = [split(), parted()];
      return now && parts && toPlaceOf(now, parts.without);
    }),
    mayChoose: createMemo(() => {
      const now = split();
      return now !== undefined && roster.iTakePart() && mayChoose(now, me);
    }),
    /** A teacher is in the room that one is in. */
    teacherInside: createMemo(
      () => mine()?.inside.some((id) => roster.entry(id)?.part === 'teacher') ?? false,
    ),
    /** People by where they are; undefined while all are together. */
    byRoom: (here: Parameters<typeof byRoom>[1]) => {
      const now = split();
      return now && byRoom(now, here, me);
    },
    inside: inside.state,
    whenInside: inside.whenFact,
    /** The talk of the room that one is in; undefined with all. */
    placedChat: chats.here,
    chat: () => chats.here()?.chat,
    chatOf: chats,
    /** The queue of the place where one is. */
    handQueue: () => (mineId() ? inside.state()?.handQueue : room.session()?.handQueue),
    ...time,

    /** What a press of one's own waits for, if anything. */
    goWaits: () => room.waits(commands.goTo),
    callWaits: () => room.waits(commands.callTeachers),
    goTo: (breakoutId: BreakoutId | null) => attempt(commands.goTo, { sessionId, breakoutId }),
    call: (wanted: boolean) =>
      within((breakoutId) => attempt(commands.callTeachers, { sessionId, breakoutId, wanted })),
    askForMinute: () =>
      within((breakoutId) => attempt(commands.askForMinute, { sessionId, breakoutId })),
    answerKnock: (teacherId: PersonId, letIn: boolean) =>
      within((breakoutId) =>
        attempt(commands.answerKnock, { sessionId, breakoutId, teacherId, letIn }),
      ),

    open: (plan: BreakoutPlan) => attempt(commands.openBreakouts, { sessionId, plan }),
    prepare: (plan: BreakoutPlan | null) => attempt(commands.prepareBreakouts, { sessionId, plan }),
    place: (personId: PersonId, breakoutId: BreakoutId | null) =>
      attempt(commands.placePerson, { sessionId, personId, breakoutId }),
    letChoose: (personId: PersonId) => attempt(commands.letChoose, { sessionId, personId }),
    lengthen: (minutes: number) => attempt(commands.lengthenBreakouts, { sessionId, minutes }),
    bringBack: (atOnce: boolean) => attempt(commands.bringBack, { sessionId, atOnce }),
    knock: (breakoutId: BreakoutId) => attempt(commands.knockAt, { sessionId, breakoutId }),
    writeToAll: (text: string) =>
      attempt(commands.writeToAll, { sessionId, text, lang: language() }),
  };
}
