import type { ServerToClientEvents } from '#shared/wire/socket-events.ts';
import type { Broadcast } from './live-channels.ts';
import type { MellomServer } from './socket.ts';

/** What Socket.IO itself passes to engine.io with a broadcast; its type leaves it out. */
type WriteOptions = { readonly wsPreEncodedFrame: readonly Buffer[] };
type Engine = { write(packet: string, options: WriteOptions): void };

const FINAL_TEXT = 0x81;

/**
 * Frames for all listeners of a room: encoded once, and written in one piece. Socket.IO's own broadcast writes head and
 * payload of each frame apart, which costs a third more of the one thing that limits a full room, the writes.
 */
export function broadcastBy(io: MellomServer): Broadcast {
  const { adapter, sockets } = io.of('/');

  function emit<Name extends keyof ServerToClientEvents>(
    room: string,
    name: Name,
    what: Parameters<ServerToClientEvents[Name]>[0],
  ): void {
    const listeners = adapter.rooms.get(room);
    if (!listeners) return;
    // An event of Socket.IO is `2`, and a message of engine.io `4`.
    const packet = `2${JSON.stringify([name, what])}`;
    const options = { wsPreEncodedFrame: [textFrame(`4${packet}`)] };
    for (const id of listeners) {
      (sockets.get(id)?.conn as Engine | undefined)?.write(packet, options);
    }
  }

  return {
    facts: (room, facts) => emit(room, 'facts', facts),
    head: (room, head) => emit(room, 'head', head),
    signal: (room, shown) => emit(room, 'signal', shown),
  };
}

/** A WebSocket frame as a server sends it (RFC 6455 §5.2): one piece, no mask. */
function textFrame(text: string): Buffer {
  const bytes = Buffer.byteLength(text);
  const headBytes = bytes < 126 ? 2 : bytes < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headBytes + bytes);
  frame[0] = FINAL_TEXT;
  if (headBytes === 2) frame[1] = bytes;
  else if (headBytes === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(bytes, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(bytes), 2);
  }
  frame.write(text, headBytes);
  return frame;
}
