import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
  untrack,
} from 'solid-js';
import type { MediaState } from '#shared/features/seminar-room/model.ts';
import { joinSeminarRoom } from '#shared/features/seminar-room/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { canEncrypt } from '../../../platform/can-encrypt.ts';
import type { AskOnce } from '../../../platform/http-query.ts';
import type { MediaLine, MediaListener } from '../../../platform/media-line.ts';
import { retryDelayMs } from '../../../platform/retry-delay.ts';
import { FIRST_JOIN, isTrying, type JoinEvent, type JoinState, next } from './join-state.ts';
import { roomOfPass } from './pass-room.ts';
import { watchForLife } from './sign-of-life.ts';
import { makeSoundTurn } from './sound-turn.ts';
import { tabName } from './tab-name.ts';

/** A timer that comes this much too late means that the device slept: what the line believes is old (meet#243). */
const SLEPT_MS = 15_000;
const WAKE_CHECK_MS = 5_000;
/**
 * So long may a line mend itself. The library publishes everything anew at once when it does, which a media server that has
 * just begun does not always answer: it then waits fifteen seconds, and comes back without a camera.
 */
const MEND_WITHIN_MS = 4_000;
/** So long after there is a media server again may a line show that it leads to it; one on which somebody is heard does at once. */
const LIVES_WITHIN_MS = 1_000;

export type MediaJoin = {
  readonly state: Accessor<JoinState>;
  /** The line while one is in the room, also while it mends itself. */
  readonly line: Accessor<MediaLine | undefined>;
  /** The same attempt as the automatic one, at once. */
  readonly tryNow: () => void;
  /** Gives the line up and joins anew: the last cure for a line that lies. */
  readonly joinAnew: () => void;
};

/** Everything of the listener that is not about coming and going. */
export type RoomEars = Pick<MediaListener, 'changed' | 'speaking' | 'ownStopped' | 'soundBlocked'>;

/** How a line is made: to which room, in the clear, or encrypted with a key. Another way is another line. */
type Way = {
  readonly room: string | undefined;
  readonly closed: boolean;
  readonly key: string | undefined;
};

/** A line that is made, or on its way. `ended` is what it said of its own end before anybody listened to it. */
type Opening = {
  readonly line: Promise<MediaLine>;
  ended: boolean;
};

/**
 * Joins the seminar room and stays in it: a fresh pass for every attempt, waiting longer between them with some
 * chance in it, for ever. Leaves when Solid cleans up. `openLine` brings livekit-client, which nobody has needed before.
 * A room that is closed is joined with the key that this tab holds; one that is closed or opened meanwhile, anew.
 * Whoever goes to another room, a breakout or back, keeps the line to the one before until the new one is up.
 */
export function createMediaJoin(ask: {
  readonly sessionId: SessionId;
  /** The media room of the place where one sits, as far as the session's channel has told: a breakout's id, or the session's. */
  readonly room: Accessor<string>;
  readonly media: Accessor<MediaState | undefined>;
  /** Whether the channel is heard just now, and nothing of it was missed. */
  readonly told: Accessor<boolean>;
  /** Whether the room is closed, as far as the channel has told. */
  readonly closed: Accessor<boolean | undefined>;
  readonly key: Accessor<string | undefined>;
  readonly ears: RoomEars;
  readonly askOnce: AskOnce;
  readonly openLine: (listener: MediaListener, key: string | undefined) => Promise<MediaLine>;
  readonly origin: string;
}): MediaJoin {
  const [state, setState] = createSignal<JoinState>(FIRST_JOIN);
  const [line, setLine] = createSignal<MediaLine>();
  const tab = tabName();
  let opened: Opening | undefined;
  /** A move to another room that is under way, while the line to the one before goes on; counts up. */
  let move = 0;
  let moving = false;
  /** How the line is made, or is being made; undefined before the server has said. */
  let way: Way | undefined;
  /** Of which room an attempt is: one that has changed meanwhile is tried again. */
  let change = 0;
  let over = false;
  const turn = makeSoundTurn(ask.sessionId, () => {
    change += 1;
    letGo();
    happened({ type: 'moved-away' });
  });
  /** Somebody has pressed to have the sound here, wherever it is. */
  let here = false;
  const happened = (event: JoinEvent) => {
    if (!over) setState((now) => next(now, event, Date.now()));
  };

  async function attempt(): Promise<void> {
    const mine = change;
    const toldBefore = ask.closed();
    const answer = await ask.askOnce(joinSeminarRoom, { sessionId: ask.sessionId, tab });
    if (over) return;
    if (!answer.ok) {
      happened({ type: answer.refusal === 'not-found' ? 'not-allowed' : 'attempt-failed' });
      return;
    }
    const { value } = answer;
    // Told meanwhile that it has become ready, the answer is old.
    const isOld = ask.media()?.status === 'ready';
    if (value.status === 'unavailable' && value.media.status !== 'ready' && !isOld) {
      happened({ type: 'not-ready', media: value.media });
      return;
    }
    if (value.status !== 'admitted') {
      happened({ type: 'attempt-failed' });
      return;
    }
    const told = ask.closed();
    // Closed or opened while the answer was on its way.
    if (mine !== change || (told !== toldBefore && told === !value.closed)) return attempt();
    const key = value.closed ? ask.key() : undefined;
    way = { room: roomOfPass(value.token), closed: value.closed, key };
    const cannot = value.closed && !canEncrypt();
    if (cannot || (value.closed && key === undefined)) {
      letGo();
      happened({ type: 'locked', why: cannot ? 'cannot' : 'no-key' });
      return;
    }
    const ours = await (here ? turn.takeOver() : turn.take());
    here = false;
    // Moved to another tab while it was asked for.
    if (over || !isTrying(untrack(state))) return turn.letGo();
    if (!ours) return happened({ type: 'held-elsewhere' });
    letGo();
    const opening = open(key);
    opened = opening;
    try {
      const joined = await opening.line;
      await joined.connect(ask.origin, value.token);
      if (over) return void joined.close();
      if (opened !== opening) {
        // Given up while it came up: nothing that it says would be heard.
        void joined.close();
        return attempt();
      }
      if (mine !== change) return attempt();
      setLine(joined);
      happened({ type: 'line-up' });
    } catch {
      // Why it did not come up says nothing that another attempt would not say better.
      if (opened === opening) letGo();
      // Of a room that is another by now nothing else was to be expected.
      if (mine !== change && !over && isTrying(untrack(state))) return attempt();
      happened({ type: 'attempt-failed' });
    }
  }

  /**
   * To another room, over a line beside the one that there is: others hear one, and one hears them, until it is up, and the
   * microphone and the camera go along. What does not go as planned is an attempt like any other.
   */
  async function goElsewhere(): Promise<void> {
    move += 1;
    moving = true;
    const mine = move;
    const isOff = () => over || mine !== move;
    const answer = await ask.askOnce(joinSeminarRoom, { sessionId: ask.sessionId, tab });
    if (isOff()) return;
    if (!answer.ok || answer.value.status !== 'admitted') return joinElsewhere();
    const { token, closed } = answer.value;
    const key = closed ? ask.key() : undefined;
    const room = roomOfPass(token);
    // An old answer, or one that takes more than another line.
    if (room !== untrack(ask.room) || (closed && key === undefined)) return joinElsewhere();
    const opening = open(key);
    try {
      const joined = await opening.line;
      await joined.connect(ask.origin, token);
      if (isOff() || opening.ended) throw new Error('given up while it came up');
      const before = untrack(line);
      moving = false;
      opened = opening;
      way = { room, closed, key };
      if (before) joined.takeOver(before.handOver());
      setLine(joined);
      happened({ type: 'moved' });
    } catch {
      void opening.line.then((late) => late.close()).catch(() => undefined);
      if (!isOff()) joinElsewhere();
    }
  }

  /** The same without the line that there is: it is of no use any more. */
  function joinElsewhere(): void {
    change += 1;
    way = undefined;
    // An attempt that is under way is of the room before, and sees that when it is done.
    if (untrack(line)) letGo();
    happened({ type: 'place-changed' });
  }

  /**
   * A new line for every attempt. The library may still be publishing anew on one that it, or we, gave up: on the next
   * connection of the same object that puts a camera that was stopped in the room, beside or in place of the one that runs.
   */
  function open(key: string | undefined): Opening {
    const own = <Heard extends unknown[]>(hear: (...heard: Heard) => void) => {
      return (...heard: Heard) => {
        if (opened === opening) hear(...heard);
      };
    };
    const listener: MediaListener = {
      changed: own(ask.ears.changed),
      speaking: own(ask.ears.speaking),
      ownStopped: own(ask.ears.ownStopped),
      soundBlocked: own(ask.ears.soundBlocked),
      dropped: own(() => happened({ type: 'dropped' })),
      mended: own(() => happened({ type: 'mended' })),
      ended(why) {
        opening.ended = true;
        if (opened !== opening) return;
        // Put out of the room that one is on the way from, one has only been slow.
        if (moving) joinElsewhere();
        else happened({ type: 'line-ended', why });
      },
    };
    const opening: Opening = { line: ask.openLine(listener, key), ended: false };
    return opening;
  }

  /** Gives up the line that there was, with the key that it held; nothing that it still says is heard. */
  function letGo(): void {
    move += 1;
    moving = false;
    void opened?.line.then((line) => line.close()).catch(() => undefined);
    opened = undefined;
    setLine(undefined);
  }

  const tries = createMemo(() => isTrying(state()));
  createEffect(() => {
    if (tries()) untrack(attempt);
  });
  createEffect(() => {
    const now = state();
    if (!('attempt' in now) || now.trying) return;
    const timer = setTimeout(
      () => happened({ type: 'wait-over' }),
      retryDelayMs(now.attempt, Math.random()),
    );
    onCleanup(() => clearTimeout(timer));
  });
  const isElsewhere = createMemo(() => state().status === 'elsewhere');
  createEffect(() => {
    if (!isElsewhere()) return;
    const stop = new AbortController();
    turn.whenFree(stop.signal).then(
      () => happened({ type: 'free-again' }),
      () => undefined,
    );
    onCleanup(() => stop.abort());
  });
  const isMending = createMemo(() => state().status === 'mending');
  createEffect(() => {
    if (!isMending()) return;
    const timer = setTimeout(joinAnew, MEND_WITHIN_MS);
    onCleanup(() => clearTimeout(timer));
  });
  const isTold = createMemo(() => {
    const now = state();
    return now.status === 'mending' && now.told;
  });
  createEffect(() => {
    if (!isTold()) return;
    const told = untrack(line);
    onCleanup(
      watchForLife(
        () => told?.signsOfLife(),
        () => happened({ type: 'lives' }),
      ),
    );
  });
  createEffect(() => {
    if (!isTold() || ask.media()?.status !== 'ready') return;
    const timer = setTimeout(joinAnew, LIVES_WITHIN_MS);
    onCleanup(() => clearTimeout(timer));
  });
  // What the channel said before is no news when it says something else.
  const toldMedia = createMemo(ask.media);
  createEffect(() => {
    const media = toldMedia();
    if (media) happened({ type: 'media-told', media });
  });
  createEffect(on(createMemo(ask.told), (told) => told && happened({ type: 'line-back' })));

  createEffect(
    on([ask.closed, ask.key], ([closed, key]) => {
      if (closed === undefined || !way) return;
      if (way.closed === closed && (!closed || way.key === key)) return;
      way = undefined;
      change += 1;
      // An attempt that is under way is of the room as it was, and sees that when it is done.
      if (untrack(line)) letGo();
      happened({ type: 'room-changed' });
    }),
  );

  createEffect(
    on(
      createMemo(ask.room),
      (room) => {
        // The server knew of it first: one is there, or the way there has begun.
        if (way?.room === room) {
          if (moving) stay();
          return;
        }
        const { status } = untrack(state);
        const hasLine = opened && untrack(line) && (status === 'in-room' || status === 'mending');
        if (hasLine) void goElsewhere();
        else joinElsewhere();
      },
      { defer: true },
    ),
  );

  /** One is back before one had gone. */
  function stay(): void {
    move += 1;
    moving = false;
  }

  // A line that mends itself may take most of a minute over it: whoever presses has waited long enough.
  function tryNow(): void {
    here = state().status === 'elsewhere';
    if (state().status === 'mending') joinAnew();
    else happened({ type: 'try-now' });
  }
  function joinAnew(): void {
    letGo();
    happened({ type: 'line-ended', why: 'lost' });
  }
  const networkBack = () => happened({ type: 'wait-over' });
  addEventListener('online', networkBack);
  const stopWatching = whenWoken(joinAnew);
  onCleanup(() => {
    over = true;
    removeEventListener('online', networkBack);
    stopWatching();
    letGo();
    turn.letGo();
  });
  return {
    state,
    line: () => {
      const { status } = state();
      return status === 'in-room' || status === 'mending' ? line() : undefined;
    },
    tryNow,
    joinAnew,
  };
}

/** Calls back when the device has slept: no browser tells, but timers come late. */
function whenWoken(call: () => void): () => void {
  let last = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    if (now - last > WAKE_CHECK_MS + SLEPT_MS && document.visibilityState === 'visible') call();
    last = now;
  }, WAKE_CHECK_MS);
  return () => clearInterval(timer);
}
