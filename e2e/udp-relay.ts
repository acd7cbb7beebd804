import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** How much a line carries each way. */
export type Shape = { readonly bitsPerSecond: number };

/** The lines of whoever came between two calls of `whoComesNow`. */
export type Lines = {
  /** From now on; null: everything, at once. */
  shape(shape: Shape | null): void;
  /** The streams of sound and pictures that come down just now are lost, for ever; new ones get through, and so does all else. */
  loseStreams(): void;
};

export type UdpRelay = {
  /** Lines that open from now on are these. */
  whoComesNow(): Lines;
  close(): Promise<void>;
};

/** What waits longer is dropped, as the buffer of a small router does. */
const WAITS_MAX_MS = 400;

/**
 * Carries datagrams between whoever comes to one address of this machine and a server on another: a thin line on
 * request. DevTools' slow networks do not touch media, and not every kernel has `tc netem`.
 */
export async function openUdpRelay(
  from: { readonly address: string; readonly port: number },
  to: { readonly address: string; readonly port: number },
): Promise<UdpRelay> {
  const front = createSocket('udp4');
  front.bind(from.port, from.address);
  await once(front, 'listening');
  const lines = new Map<string, Line>();
  let closed = false;
  let group = newGroup();

  front.on('message', (datagram, sender) => {
    const name = `${sender.address}:${sender.port}`;
    const line = lines.get(name) ?? openLine(sender);
    lines.set(name, line);
    line.up(datagram);
  });

  function openLine(browser: RemoteInfo): Line {
    const back = createSocket('udp4');
    // Who has left gets no answer; that is no fault of ours.
    back.on('error', () => undefined);
    back.connect(to.port, to.address);
    const waiting: Buffer[] = [];
    const mine = group;
    const carryUp = makePipe(() => mine.shape);
    const carryDown = makePipe(() => mine.shape);
    const send = (datagram: Buffer) => carryUp(datagram, () => !closed && back.send(datagram));
    let connected = false;
    back.once('connect', () => {
      connected = true;
      for (const datagram of waiting.splice(0)) send(datagram);
    });
    back.on('message', (datagram) => {
      const stream = streamOf(datagram);
      if (stream !== null) mine.seen.add(stream);
      if (stream !== null && mine.lost.has(stream)) return;
      carryDown(datagram, () => !closed && front.send(datagram, browser.port, browser.address));
    });
    return {
      back,
      up: (datagram) => void (connected ? send(datagram) : waiting.push(datagram)),
    };
  }

  return {
    whoComesNow() {
      const newcomers = newGroup();
      group = newcomers;
      return {
        shape(next) {
          newcomers.shape = next;
        },
        loseStreams() {
          for (const stream of newcomers.seen) newcomers.lost.add(stream);
        },
      };
    },
    async close() {
      closed = true;
      for (const { back } of lines.values()) back.close();
      front.close();
      await once(front, 'close');
    },
  };
}

type Group = { shape: Shape | null; readonly seen: Set<number>; readonly lost: Set<number> };

const newGroup = (): Group => ({ shape: null, seen: new Set(), lost: new Set() });

/** The number of the stream (SSRC) that a datagram of sound or picture belongs to; null for anything else. */
function streamOf(datagram: Buffer): number | null {
  if (datagram.length < 12 || datagram.readUInt8(0) >> 6 !== 2) return null;
  const kind = datagram.readUInt8(1) & 0x7f;
  // What the two ends tell each other of the streams (RTCP) shares the way.
  return kind >= 64 && kind < 96 ? null : datagram.readUInt32BE(8);
}

type Line = { readonly back: Socket; readonly up: (datagram: Buffer) => void };

/** One direction of one line: datagrams leave one after the other, as fast as the shape allows. */
function makePipe(shape: () => Shape | null) {
  let freeAt = 0;
  return (datagram: Buffer, carry: () => unknown): void => {
    const now = performance.now();
    const { bitsPerSecond } = shape() ?? { bitsPerSecond: Number.POSITIVE_INFINITY };
    const beginsAt = Math.max(now, freeAt);
    if (beginsAt - now > WAITS_MAX_MS) return;
    freeAt = beginsAt + (datagram.length * 8_000) / bitsPerSecond;
    if (freeAt <= now) carry();
    else setTimeout(carry, freeAt - now);
  };
}
