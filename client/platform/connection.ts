import { io, type Socket } from 'socket.io-client';
import { type Accessor, createSignal } from 'solid-js';
import type { ClientToServerEvents, ServerToClientEvents } from '#shared/wire/socket-events.ts';
import { WIRE_VERSION } from '#shared/wire/version.ts';
import {
  type CloseReason,
  type ConnectionEvent,
  type ConnectionState,
  isTrying,
  isWaiting,
  next,
  reasonOfConnectError,
} from './connection-state.ts';
import { retryDelayMs } from './retry-delay.ts';
import { type Answered, type AskName, LineLost, type Wire } from './wire.ts';

/** Longer than a slow commit behind a slow line; a line that is really dead is found by its heartbeat before. */
const ANSWER_TIMEOUT_MS = 15_000;
/** A living server is heard at least every five seconds; silence beyond this at waking means that the line died. */
const SILENCE_MS = 6_000;
/** An attempt that is older than this when the device wakes began before it slept. */
const STUCK_ATTEMPT_MS = 2_000;
/** How long one attempt may take before the next is made. */
const HANDSHAKE_TIMEOUT_MS = 10_000;

export type Connection = Wire & {
  readonly state: Accessor<ConnectionState>;
  /** Wants a line from now on: after a sign-in. */
  readonly start: () => void;
  /** Says goodbye and stays away: before a sign-out. */
  readonly stop: () => void;
  /** Does not wait for the next attempt. */
  readonly tryNow: () => void;
};

/** Opens nothing by itself. One per page: every tab has one socket, whatever it shows. */
export function makeConnection(): Connection {
  const [state, setState] = createSignal<ConnectionState>({ status: 'idle' });
  const listeners = new Set<(up: boolean) => void>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** When the server was last heard, or the attempt under way began; epoch ms. */
  let heardAt = 0;
  let cutting = false;

  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io({
    transports: ['websocket'],
    auth: { version: WIRE_VERSION },
    autoConnect: false,
    // Our own machine decides when to come back, and whether.
    reconnection: false,
    timeout: HANDSHAKE_TIMEOUT_MS,
  });

  function dispatch(event: ConnectionEvent): void {
    const before = state();
    const after = next(before, event, Date.now());
    if (after === before) return;
    setState(after);
    act(before, after);
  }

  /** The effects that belong to a change of state. */
  function act(before: ConnectionState, after: ConnectionState): void {
    clearTimeout(waiting);
    const up = after.status === 'online';
    const wasUp = before.status === 'online';
    if (after.status === 'idle') socket.disconnect();
    else if (wasUp || (isTrying(before) && !isTrying(after) && !up)) cut();
    if (isTrying(after) && !isTrying(before)) {
      heardAt = Date.now();
      socket.connect();
    }
    if (isWaiting(after)) {
      const delayMs = retryDelayMs(after.attempt, Math.random());
      waiting = setTimeout(() => dispatch({ type: 'wait-over' }), delayMs);
    }
    if (up !== wasUp) for (const listener of listeners) listener(up);
  }

  /** Drops the transport without a goodbye: what we hold in a session is kept for us a while. */
  function cut(): void {
    cutting = true;
    // Not `engine.close()`, which waits for a full buffer to drain: on a dead line it never does.
    socket.io._close();
    cutting = false;
  }

  function ended(reason: CloseReason): void {
    if (!cutting) dispatch({ type: 'closed', reason });
  }

  socket.on('connect', () => {
    heardAt = Date.now();
    socket.io.engine.on('packet', () => {
      heardAt = Date.now();
    });
    dispatch({ type: 'connected' });
  });
  socket.on('connect_error', (error) => ended(reasonOfConnectError(error.message)));
  socket.on('bye', ({ reason }) => ended(reason));
  socket.on('disconnect', () => ended('transport'));

  function wake(): void {
    if (document.visibilityState === 'hidden') return;
    const silentMs = Date.now() - heardAt;
    const dead = state().status === 'online' ? SILENCE_MS : STUCK_ATTEMPT_MS;
    if (silentMs > dead) ended('transport');
    dispatch({ type: 'try-now' });
  }

  function watchPage(): void {
    addEventListener('online', wake);
    addEventListener('pageshow', wake);
    document.addEventListener('visibilitychange', wake);
    document.addEventListener('resume', wake);
    addEventListener('offline', () => dispatch({ type: 'network-gone' }));
    // A page that may come back only loses its line; one that is gone says goodbye (docs/promises.md §1).
    addEventListener('pagehide', (event) =>
      dispatch({ type: event.persisted ? 'put-away' : 'not-wanted' }),
    );
  }

  let watching = false;
  return {
    state,
    start() {
      if (!watching) watchPage();
      watching = true;
      dispatch({ type: 'wanted' });
    },
    stop: () => dispatch({ type: 'not-wanted' }),
    tryNow: wake,
    ask: (name, what) => ask(socket, name, what),
    hear(name, listener) {
      // Socket.IO types listeners by the event's name, which is generic here; the pair is checked by `hear`'s own type.
      const plain = listener as never;
      socket.on(name, plain);
      return () => socket.off(name, plain);
    },
    whenLine(listener) {
      listeners.add(listener);
      listener(state().status === 'online');
      return () => listeners.delete(listener);
    },
  };
}

function ask<Name extends AskName>(
  socket: Socket<ServerToClientEvents, ClientToServerEvents>,
  name: Name,
  what: Parameters<ClientToServerEvents[Name]>[0],
): Promise<Answered<Name>> {
  return new Promise((resolve, reject) => {
    // Socket.IO would keep it for the next connection; we do the keeping, with the same call id.
    if (!socket.connected) return reject(new LineLost('not connected'));
    const lost = () => settle(() => reject(new LineLost('the line dropped')));
    const timer = setTimeout(
      () => settle(() => reject(new LineLost('no answer'))),
      ANSWER_TIMEOUT_MS,
    );
    const settle = (how: () => void) => {
      clearTimeout(timer);
      socket.off('disconnect', lost);
      how();
    };
    socket.once('disconnect', lost);
    const emit = socket.emit.bind(socket) as (
      name: AskName,
      what: unknown,
      answered: (answer: Answered<Name>) => void,
    ) => void;
    emit(name, what, (answer) => settle(() => resolve(answer)));
  });
}
