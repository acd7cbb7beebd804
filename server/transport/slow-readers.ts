import type { Server } from 'socket.io';
import type { Log } from '../platform/log.ts';

/** Beyond one of these a reader is cut off; it comes back and catches up by revision. */
const PACKETS_BEHIND_MAX = 500;
const BYTES_BEHIND_MAX = 1024 * 1024;
const LOOK_EVERY_MS = 250;

/** What we use of an engine.io connection: the packets that wait for the WebSocket under it, and that. */
type Engine = {
  readonly writeBuffer: readonly { readonly data?: unknown }[];
  readonly transport: { readonly socket?: { readonly bufferedAmount: number; terminate(): void } };
};

/**
 * Cuts off browsers that do not read what they are sent (X10): without this, one paused tab grows the server by
 * hundreds of megabytes. Terminated, not closed: a close would wait in the same full queue.
 */
export function dropSlowReaders(io: Server, log: Log): () => void {
  const timer = setInterval(() => {
    for (const socket of io.sockets.sockets.values()) {
      const engine = socket.conn as unknown as Engine;
      const line = engine.transport.socket;
      const bytes = (line?.bufferedAmount ?? 0) + bytesIn(engine.writeBuffer);
      if (engine.writeBuffer.length <= PACKETS_BEHIND_MAX && bytes <= BYTES_BEHIND_MAX) continue;
      log.warn(
        { packets: engine.writeBuffer.length, bytes },
        'a reader fell behind and is cut off',
      );
      line?.terminate();
    }
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** A full WebSocket keeps one message; all others wait above it, where nobody else counts them. */
function bytesIn(packets: Engine['writeBuffer']): number {
  return packets.reduce(
    (sum, { data }) => sum + (typeof data === 'string' ? Buffer.byteLength(data) : 0),
    0,
  );
}
