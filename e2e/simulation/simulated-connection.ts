import {
  type CloseReason,
  type ConnectionEvent,
  type ConnectionState,
  isTrying,
  isWaiting,
  next,
  reasonOfConnectError,
} from '../../client/platform/connection-state.ts';
import { retryDelayMs } from '../../client/platform/retry-delay.ts';
import { LineLost, type Wire } from '../../client/platform/wire.ts';
import type { LineEnds, Packet, SimulatedLine } from './line.ts';
import type { Random } from './random.ts';

/** As in client/platform/connection.ts. */
const ANSWER_TIMEOUT_MS = 15_000;
const HANDSHAKE_TIMEOUT_MS = 10_000;

/** Reaches whichever server lives just now; a refusal comes in the words of the handshake. */
export type Reach = (
  random: Random,
  client: LineEnds['client'],
) => Promise<SimulatedLine | 'signed-out' | 'transport'>;

export type SimulatedConnection = Wire & {
  start(): void;
  /** The tab is gone; with a word to the server, or without. */
  close(goodbye: boolean): void;
  cut(): void;
  deafen(end: 'client' | 'server'): void;
  readonly state: () => ConnectionState;
};

/** The browser's one connection, with its real state machine, on a simulated line in place of Socket.IO. */
export function makeSimulatedConnection(reach: Reach, random: Random): SimulatedConnection {
  const heard = new Map<string, Set<(what: never) => void>>();
  const lineListeners = new Set<(up: boolean) => void>();
  const asked = new Map<number, { resolve: (answer: never) => void; lose: () => void }>();
  let state: ConnectionState = { status: 'idle' };
  let line: SimulatedLine | null = null;
  let attempt = 0;
  let nextAsk = 0;

  function dispatch(event: ConnectionEvent): void {
    const before = state;
    state = next(before, event, Date.now());
    if (state !== before) act(before, state);
  }

  function act(before: ConnectionState, after: ConnectionState): void {
    const up = after.status === 'online';
    const wasUp = before.status === 'online';
    if (wasUp && !up) loseLine();
    if (isTrying(after) && !isTrying(before)) connect();
    if (isWaiting(after)) {
      setTimeout(() => dispatch({ type: 'wait-over' }), retryDelayMs(after.attempt, random.next()));
    }
    if (up !== wasUp) for (const listener of lineListeners) listener(up);
  }

  function loseLine(): void {
    line = null;
    for (const { lose } of asked.values()) lose();
    asked.clear();
  }

  function connect(): void {
    attempt += 1;
    const mine = attempt;
    setTimeout(giveUp, HANDSHAKE_TIMEOUT_MS, mine);
    setTimeout(
      async () => {
        const reached = await reach(random.fork(), {
          receive: (packet) => mine === attempt && receive(packet),
          ended: () => mine === attempt && ended('transport'),
        });
        if (mine !== attempt) {
          if (typeof reached !== 'string') reached.hangUp('client', false);
        } else if (typeof reached === 'string') ended(reasonOfConnectError(reached));
        else {
          line = reached;
          dispatch({ type: 'connected' });
        }
      },
      random.between(2, 40),
    );
  }

  function giveUp(mine: number): void {
    if (mine !== attempt || line) return;
    attempt += 1;
    ended('transport');
  }

  function ended(reason: CloseReason): void {
    dispatch({ type: 'closed', reason });
  }

  function receive({ name, what, ask }: Packet): void {
    if (name === 'bye') ended((what as { reason: CloseReason }).reason);
    else if (name === 'answer') {
      const open = asked.get(ask ?? -1);
      asked.delete(ask ?? -1);
      open?.resolve(what as never);
    } else for (const listener of heard.get(name) ?? []) listener(what as never);
  }

  return {
    state: () => state,
    start: () => dispatch({ type: 'wanted' }),
    close(goodbye) {
      line?.hangUp('client', goodbye);
      attempt += 1;
      dispatch({ type: 'not-wanted' });
    },
    cut: () => line?.cut(),
    deafen: (end) => line?.deafen(end),
    ask: (name, what) =>
      new Promise((resolve, reject) => {
        if (!line) return reject(new LineLost('no line'));
        nextAsk += 1;
        const ask = nextAsk;
        const lose = () => {
          asked.delete(ask);
          reject(new LineLost('lost'));
        };
        asked.set(ask, { resolve: resolve as never, lose });
        setTimeout(() => asked.has(ask) && lose(), ANSWER_TIMEOUT_MS);
        line.send('server', { name, what: JSON.parse(JSON.stringify(what)), ask });
      }),
    hear(name, listener) {
      const all = heard.get(name) ?? new Set();
      heard.set(name, all.add(listener as never));
      return () => all.delete(listener as never);
    },
    whenLine(listener) {
      lineListeners.add(listener);
      listener(state.status === 'online');
      return () => lineListeners.delete(listener);
    },
  };
}
