import type { LineEnd } from '../../server/platform/handler.ts';
import type { Random } from './random.ts';

/** How the network behaves just now. Chances are per message. */
export type Weather = {
  readonly delayMs: (random: Random) => number;
  readonly drop: number;
  readonly repeat: number;
  /** The line breaks in the middle of the message. */
  readonly truncate: number;
};

export const FAIR: Weather = { delayMs: () => 5, drop: 0, repeat: 0, truncate: 0 };
/** X7 of docs/promises.md: duplicates, reordering, broken frames. */
export const FOUL: Weather = {
  delayMs: (random) => (random.chance(0.1) ? random.between(50, 900) : random.between(2, 60)),
  drop: 0.01,
  repeat: 0.1,
  truncate: 0.008,
};

/** A silent line is found by its heartbeat within this time (server/transport/socket.ts). */
const HEARTBEAT_MS = 8_000;

type End = 'client' | 'server';
export type Packet = { readonly name: string; readonly what: unknown; readonly ask?: number };

export type LineEnds = {
  readonly client: { receive(packet: Packet): void; ended(): void };
  readonly server: { receive(packet: Packet): void; ended(how: LineEnd): void };
};

export type SimulatedLine = ReturnType<typeof openLine>;

/** What a line says of itself, as on TCP, keeps its order and comes once; only what it carries is shaken. */
const KEEPS_ORDER = new Set(['subscribe', 'unsubscribe', 'goodbye', 'closed', 'bye']);

/** Two ends and what lies between them. Ends learn of a break each in their own time. */
export function openLine(random: Random, weather: () => Weather, ends: LineEnds) {
  const over: Record<End, boolean> = { client: false, server: false };
  const deaf: Record<End, boolean> = { client: false, server: false };
  const lastInOrder: Record<End, number> = { client: 0, server: 0 };
  let broken = false;

  function endAt(end: End, how: LineEnd): void {
    if (over[end]) return;
    over[end] = true;
    if (end === 'client') ends.client.ended();
    else ends.server.ended(how);
  }

  function deliver(to: End, packet: Packet): void {
    if (over[to] || broken || deaf[to]) return;
    if (packet.name === 'goodbye') endAt('server', 'let-go');
    else ends[to].receive(packet);
  }

  function send(to: End, packet: Packet): void {
    const now = weather();
    const from = to === 'client' ? 'server' : 'client';
    const goodbye = packet.name === 'goodbye' || packet.name === 'bye';
    if (over[from] && !goodbye) return;
    const inOrder = KEEPS_ORDER.has(packet.name);
    if (!inOrder && random.chance(now.drop)) return;
    if (random.chance(now.truncate)) {
      cut();
      return;
    }
    const copies = !inOrder && random.chance(now.repeat) ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      let at = Date.now() + now.delayMs(random);
      if (inOrder) {
        at = Math.max(at, lastInOrder[to]);
        lastInOrder[to] = at;
      }
      setTimeout(deliver, at - Date.now(), to, packet);
    }
  }

  /** Nothing passes any more. */
  function cut(): void {
    broken = true;
    const client = random.chance(0.6) ? random.between(0, 50) : random.between(50, HEARTBEAT_MS);
    setTimeout(endAt, client, 'client', 'dropped');
    setTimeout(endAt, random.between(0, HEARTBEAT_MS), 'server', 'dropped');
  }

  return {
    send,
    cut,
    /** One direction goes silent: the other side talks on until its heartbeat is missed. */
    deafen(end: End): void {
      deaf[end] = true;
      setTimeout(cut, random.between(1_000, HEARTBEAT_MS));
    },
    /** Either end hangs up, with or without a word. */
    hangUp(end: End, goodbye: boolean): void {
      if (over[end]) return;
      if (goodbye) send(end === 'client' ? 'server' : 'client', { name: 'goodbye', what: null });
      over[end] = true;
      if (!goodbye) cut();
    },
    /** The machine at this end is gone: the other one is told by its own system, or finds out. */
    crash: cut,
  };
}
