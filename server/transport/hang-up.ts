import type { IncomingMessage } from 'node:http';
import type { Server } from 'socket.io';

const HUNG_UP_WITHIN_MS = 2_000;

/**
 * Hangs up for whoever does not when their socket is closed: the WebSocket library would wait half a minute for them to
 * agree. What was said last has gone out before.
 */
export function hangUpSoon(io: Server): void {
  io.engine.on('connection', (line: EngineLine) => {
    const { socket } = line.request;
    line.once('close', () => {
      const timer = setTimeout(() => socket.destroy(), HUNG_UP_WITHIN_MS).unref();
      socket.once('close', () => clearTimeout(timer));
    });
  });
}

/** Engine.IO's own, as far as it is needed. */
type EngineLine = {
  readonly request: IncomingMessage;
  once(event: 'close', listener: () => void): unknown;
};
