import { type Accessor, batch, createMemo, createSignal, untrack } from 'solid-js';
import type { BreakoutPlan } from '#shared/features/session/breakout/model.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import {
  deal,
  draftOf,
  EMPTY_PLAN,
  emptyRooms,
  knownOnly,
  type PlanDraft,
  type RoomDraft,
  readPlan,
  roomsOf,
  roomsWanted,
  shuffled,
  spread,
  unplaced,
  usualRooms,
  type Way,
  withRooms,
} from './plan.ts';
import { drawBelow } from './plan-chance.ts';
import { createPlanDraft } from './plan-draft.ts';

export type PlanMaking = ReturnType<typeof createPlanMaking>;

/** A plan as it is made, and what can be done with it. Begins from what was typed here, else from what stands ready. */
export function createPlanMaking(asked: {
  readonly sessionId: SessionId;
  readonly me: PersonId;
  readonly prepared: BreakoutPlan | null;
  /** Whom a plan can place. */
  readonly people: Accessor<readonly PersonId[]>;
  /** Who of them is placed by a teacher alone, and stays with all until then. */
  readonly byHand: Accessor<ReadonlySet<PersonId>>;
  /** Who of them is here just now; undefined where nobody can be. */
  readonly here: Accessor<ReadonlySet<PersonId> | undefined>;
}) {
  const { people, byHand, here } = asked;
  const toPlace = createMemo(() => people().filter((personId) => !byHand().has(personId)));
  const stored = createPlanDraft(asked.sessionId, asked.me);
  const dealtOut = (draft: PlanDraft) => {
    const now = here();
    return now && !draft.withAbsent ? toPlace().filter((one) => now.has(one)) : toPlace();
  };
  /** What the way itself makes: by chance, or rooms with nobody in them. */
  const made = (now: PlanDraft): PlanDraft => {
    const dealt = dealtOut(now);
    const count = roomsWanted(now, dealt.length);
    if (count === undefined) return now;
    if (now.way === 'drawn')
      return withRooms(now, deal(shuffled(dealt, drawBelow), count, roomsOf(now)));
    return now.way === 'choice' ? withRooms(now, emptyRooms(count, roomsOf(now))) : now;
  };
  const fromNothing = (): PlanDraft => {
    // Before anybody has come, it is made of those who are expected.
    const withAbsent = dealtOut(EMPTY_PLAN).length === 0;
    const rooms = usualRooms(dealtOut({ ...EMPTY_PLAN, withAbsent }).length);
    return made({ ...EMPTY_PLAN, withAbsent, count: { ...EMPTY_PLAN.count, rooms: `${rooms}` } });
  };
  const [first, setFirst] = createSignal(
    untrack(() => (asked.prepared ? draftOf(asked.prepared) : fromNothing())),
  );
  const draft = createMemo((): PlanDraft => {
    const now = stored.kept() ?? first();
    return withRooms(now, knownOnly(roomsOf(now), new Set(people())));
  });
  const write = (part: Partial<PlanDraft>) => stored.keep({ ...draft(), ...part });
  const setRooms = (rooms: readonly RoomDraft[]) => stored.keep(withRooms(draft(), rooms));
  const without = createMemo(() => unplaced(roomsOf(draft()), toPlace()));
  const toSpread = createMemo(() => {
    const dealt = new Set(dealtOut(draft()));
    return without().filter((personId) => dealt.has(personId));
  });
  return {
    draft,
    write,
    rooms: createMemo(() => roomsOf(draft())),
    setRooms,
    isHere: (personId: PersonId) => here()?.has(personId) ?? true,
    people,
    /** Whether anybody who would be dealt out is not here. */
    someAreAway: () => toPlace().some((personId) => !(here()?.has(personId) ?? true)),
    without,
    /** Who would be given a room by `spread`. */
    toSpread,
    choose(way: Way): void {
      const chosen = { ...draft(), way };
      stored.keep(chosen.rooms[way] ? chosen : made(chosen));
    },
    /** Deals anew, by another number or by chance alone. */
    make: (part: Partial<PlanDraft> = {}) => stored.keep(made({ ...draft(), ...part })),
    /** Gives a room to whoever has none, by chance. */
    spread: () => setRooms(spread(roomsOf(draft()), shuffled(toSpread(), drawBelow))),
    read: () => readPlan(draft(), dealtOut(draft()).length),
    /** The rooms are open: the next plan begins anew. */
    isUsed: stored.forget,
    /** It stands ready as it is: what was typed need not be kept here too. */
    isPrepared: () =>
      batch(() => {
        setFirst(draft());
        stored.forget();
      }),
    /** What stood ready does no more, and what is shown has to be kept here. */
    isDropped: () => stored.keep(draft()),
  };
}
