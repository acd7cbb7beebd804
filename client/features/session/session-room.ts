import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js';
import {
  type SessionFact,
  type SessionState,
  sessionChannel,
} from '#shared/features/session/channel.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import { ownInvitations, sessionDoor } from '#shared/features/session/roster/queries.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type {
  AnyCommand,
  InputOf,
  OutputOf,
  RefusalOf,
  UniversalRefusal,
} from '#shared/wire/contract.ts';
import type { OpenChannel } from '../../platform/channel-store.ts';
import type { ConnectionState } from '../../platform/connection-state.ts';
import { askOverHttp } from '../../platform/http-query.ts';
import { useWords } from '../../platform/language.ts';
import type { Live } from '../../platform/live.ts';
import { refusalWords } from '../../platform/refusal-words.ts';
import type { Outcome } from '../../platform/send.ts';
import { noteServerTime } from '../../platform/server-clock.ts';
import { mayHaveCalendar } from '../programme/public.ts';
import { noteLeaving } from './leaving.ts';
import { createNotices, type Notices } from './notices.ts';
import { next, type RoomEvent, type RoomState } from './room-state.ts';
import { type HeldWithSeat, heldWithSeat, isSeatGivenUp, seenWhileAway } from './while-away.ts';

/** One live session as one person has it open: what every topic in it stands on. */
export type Room = Notices & {
  readonly sessionId: SessionId;
  readonly me: PersonId;
  readonly live: Live;
  /** Calls of this session leave in their order, and only while one has the seat. */
  readonly lane: string;
  /** Where words to the teachers leave from that are written in the lobby; what had not arrived when one was let in goes from the room. */
  readonly lobbyLane: string;
  readonly state: Accessor<RoomState>;
  /** The session as it is just now; undefined until it was first seen. */
  readonly session: Accessor<SessionState | undefined>;
  /** Away for longer than the seat is held: by one's own clock, because nobody can tell. */
  readonly seatGivenUp: Accessor<boolean>;
  /** What one had when the session was last heard, and loses with the seat. */
  readonly heldWithSeat: Accessor<HeldWithSeat>;
  /** Calls back with each fact, when `session` already shows it. */
  readonly whenFact: (listener: (fact: SessionFact) => void) => void;
  /** What a call of this kind that was made here waits for, if anything: a press that waits says so. */
  readonly waits: (...commands: readonly AnyCommand[]) => 'line' | 'storage' | undefined;
  /** Whether a call of this kind that was made here is on its way. */
  readonly sends: (...commands: readonly AnyCommand[]) => boolean;
  /** Whether the server has something from here that it does not store just now. */
  readonly isHeld: Accessor<boolean>;
  readonly send: <C extends AnyCommand>(command: C, input: InputOf<C>) => Promise<Outcome<C>>;
  /** Sends, and says a refusal in the topic's own words. What was answered when it is done, else undefined. */
  readonly attempt: <C extends AnyCommand>(
    command: C,
    input: InputOf<C>,
    refusals: () => Readonly<Record<RefusalOf<C>, string>>,
  ) => Promise<OutputOf<C> | undefined>;
  /** Takes a seat; again after it was lost. */
  readonly join: () => Promise<void>;
  /** Whether one has ever been let in here: also when nothing of the session is left. */
  readonly wasIn: Accessor<boolean>;
  /** When the session ends, as it was heard in the lobby: a guest's sign-in goes with it, and nothing can be asked then. */
  readonly endsOutsideAt: Accessor<Instant>;
  readonly hearEndOutside: (at: Instant) => void;
  /** Gives the seat up. Asks nothing. */
  readonly leave: () => void;
  /** What must be sent before the seat is given up. */
  readonly beforeLeaving: (work: () => void) => void;
};

/** Opens the room and takes a seat at once: one press on "Bli med" is enough. Leaves when Solid cleans up. */
export function createSessionRoom(sessionId: SessionId, me: PersonId, live: Live): Room {
  const lane = `session ${sessionId}`;
  const lobbyLane = `lobby ${sessionId}`;
  const openLanes = () => [lane, lobbyLane].forEach(live.outbox.openLane);
  const closeLanes = () => [lane, lobbyLane].forEach(live.outbox.closeLane);
  const t = useWords(refusalWords);
  const [state, setState] = createSignal<RoomState>({ status: 'joining' });
  const [channel, setChannel] = createSignal<OpenChannel<typeof sessionChannel>>();
  const { sayRefused, ...notices } = createNotices();
  const wasIn = createMemo((before: boolean) => before || state().status === 'in-session', false);
  const [endsOutsideAt, hearEndOutside] = createSignal<Instant>(Number.POSITIVE_INFINITY);
  const lastWork = new Set<() => void>();
  const listeners = new Set<(fact: SessionFact) => void>();
  const happened = (event: RoomEvent) => setState((now) => next(now, event));

  async function join(): Promise<void> {
    happened({ type: 'join-asked' });
    learnTheTime(sessionId);
    const outcome = await live.send(joinSession, { sessionId }, { lasting: false });
    if (state().status === 'left') return;
    if (!outcome.ok) {
      happened({ type: 'join-refused', why: outcome.refusal, incident: outcome.incident });
      return;
    }
    const open = channel();
    if (open) open.reopen();
    else setChannel(openSession());
  }

  function openSession(): OpenChannel<typeof sessionChannel> {
    const open = live.openChannel(sessionChannel, sessionId);
    open.whenFact((fact) => {
      for (const listener of listeners) listener(fact);
    });
    return open;
  }

  createEffect(() => {
    const status = channel()?.status();
    if (!status) return;
    if (status.status === 'live') {
      happened({ type: 'room-shown' });
      openLanes();
      return;
    }
    closeLanes();
    if (status.status === 'closed' && status.why !== 'let-go')
      happened({ type: 'channel-closed', why: status.why });
  });

  createEffect(() => {
    const line = live.connection.state();
    if (line.status !== 'stopped' || line.why !== 'signed-out') return;
    closeLanes();
    happened({ type: 'sign-in-ended' });
    channel()?.forget();
  });

  const away = createAway(
    () => live.connection.state(),
    () => channel()?.status().status === 'live',
  );
  const session = createMemo(() => {
    const heard = channel()?.state();
    const gone = away();
    return heard && gone ? seenWhileAway(heard, me, gone) : heard;
  });

  function leave(): void {
    if (state().status === 'left') return;
    for (const work of lastWork) work();
    closeLanes();
    happened({ type: 'left' });
    const open = channel();
    if (open) noteLeaving(open.letGo());
  }
  onCleanup(leave);

  const ownCalls = () => live.unsent().filter((call) => call.lane === lane);
  const send: Room['send'] = (command, input) => live.send(command, input, { lane });

  return {
    sessionId,
    me,
    live,
    lane,
    lobbyLane,
    state,
    session,
    seatGivenUp: () => {
      const gone = away();
      return gone !== undefined && isSeatGivenUp(gone.since, gone.now);
    },
    heldWithSeat: () => heldWithSeat(channel()?.state(), me),
    whenFact: (listener) => listeners.add(listener),
    waits: (...commands) => {
      const standing = ownCalls().find(
        (call) => call.standing !== 'sending' && commands.some(({ name }) => name === call.name),
      )?.standing;
      return standing && (standing === 'held' ? 'storage' : 'line');
    },
    sends: (...commands) =>
      ownCalls().some(
        (call) => call.standing === 'sending' && commands.some(({ name }) => name === call.name),
      ),
    isHeld: () => ownCalls().some(({ standing }) => standing === 'held'),
    send,
    async attempt(command, input, refusals) {
      notices.dismissProblem();
      const outcome = await send(command, input);
      if (outcome.ok) return outcome.value;
      const said: Readonly<Record<string, string>> = { ...t(), ...refusals() };
      const refusal: UniversalRefusal | string = outcome.refusal;
      sayRefused(refusal, { text: said[refusal] ?? t().fault, incident: outcome.incident });
      return undefined;
    },
    ...notices,
    join,
    wasIn,
    endsOutsideAt,
    hearEndOutside,
    leave,
    beforeLeaving: (work) => lastWork.add(work),
  };
}

const AWAY_TICK_MS = 1_000;

/** Since when the line has been gone, and the time; undefined again only when the room has been heard anew. */
function createAway(line: Accessor<ConnectionState>, heard: Accessor<boolean>) {
  const [away, setAway] = createSignal<{ readonly since: Instant; readonly now: Instant }>();
  createEffect(() => {
    const now = line();
    if ('since' in now) setAway({ since: now.since, now: Date.now() });
    else if (now.status === 'online' && heard()) setAway(undefined);
  });
  const timer = setInterval(
    () => setAway((before) => before && { ...before, now: Date.now() }),
    AWAY_TICK_MS,
  );
  onCleanup(() => clearInterval(timer));
  return away;
}

/** The door tells what the server's clock shows: this device's own may be minutes off. */
async function learnTheTime(sessionId: SessionId): Promise<void> {
  if (mayHaveCalendar()) {
    const askedAt = Date.now();
    const door = await askOverHttp(sessionDoor, { sessionId });
    if (door.ok) return noteServerTime(door.value.now, askedAt, Date.now());
  }
  // In nobody's calendar but invited: the invitations tell it too.
  const invitedAt = Date.now();
  const invited = await askOverHttp(ownInvitations, {});
  if (invited.ok) noteServerTime(invited.value.now, invitedAt, Date.now());
}
