import { connect, type Socket } from 'node:net';

/** What a line tells its owner. A payload lies in a buffer that is used again: read it before you return. */
export type LineEvents = {
  open(): void;
  text?(payload: Buffer): void;
  binary?(payload: Buffer): void;
  closed(): void;
};

const TEXT = 0x1;
const BINARY = 0x2;
const CLOSE = 0x8;
const PING = 0x9;
const FINAL = 0x80;
const MASKED = 0x80;
const MASK_BYTES = 4;
const PONG = Buffer.from([0x8a, MASKED, 0, 0, 0, 0]);
const HEAD_ENDS = '\r\n\r\n';

/** One for all lines: each chunk is read to its end before the next one comes. */
const chunkBuffer = Buffer.allocUnsafe(64 * 1024);

/**
 * The least that a WebSocket client can be: whole frames out, unfragmented frames in. A thousand of these in one process
 * cost a fraction of a thousand `ws` clients, so the generator is never what is measured.
 */
export class WebSocketLine {
  readonly #socket: Socket;
  readonly #events: LineEvents;
  #upgraded = false;
  /** What has come of a frame that is not whole yet, and how long it must become before it is looked at. */
  #rest: Buffer[] = [];
  #restBytes = 0;
  #needBytes = 0;

  constructor(
    at: {
      readonly port: number;
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
    },
    events: LineEvents,
  ) {
    this.#events = events;
    this.#socket = connect({
      host: '127.0.0.1',
      port: at.port,
      noDelay: true,
      onread: {
        buffer: chunkBuffer,
        callback: (bytes) => {
          this.#take(chunkBuffer.subarray(0, bytes));
          return true;
        },
      },
    });
    this.#socket.on('connect', () => this.#socket.write(upgradeRequest(at)));
    this.#socket.on('error', () => undefined);
    this.#socket.on('close', () => events.closed());
  }

  send(text: string): void {
    this.#write(TEXT, Buffer.from(text));
  }

  sendBinary(payload: Uint8Array): void {
    this.#write(BINARY, payload);
  }

  #write(opcode: number, payload: Uint8Array): void {
    const { length } = payload;
    const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
    const frame = Buffer.alloc(head + MASK_BYTES + length);
    frame[0] = FINAL | opcode;
    frame[1] = MASKED | (head === 2 ? length : head === 4 ? 126 : 127);
    if (head === 4) frame.writeUInt16BE(length, 2);
    else if (head === 10) frame.writeBigUInt64BE(BigInt(length), 2);
    // The mask is four zeros, so the payload goes out as it is.
    frame.set(payload, head + MASK_BYTES);
    this.#socket.write(frame);
  }

  /** Bytes as they are, well formed or not. */
  sendRaw(bytes: Uint8Array): void {
    this.#socket.write(bytes);
  }

  /** Its own port, by which the kernel tells it from others. */
  get port(): number {
    return this.#socket.localPort ?? 0;
  }

  /** Reads no more, and answers no ping. */
  stopReading(): void {
    this.#socket.pause();
  }

  pong(): void {
    this.#socket.write(PONG);
  }

  /** Cuts the line as a network does: no goodbye on any level. */
  cut(): void {
    this.#socket.resetAndDestroy();
  }

  #take(chunk: Buffer): void {
    if (this.#restBytes + chunk.length < this.#needBytes) {
      this.#keep(chunk, this.#needBytes);
      return;
    }
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([...this.#rest, chunk]);
    this.#rest = [];
    this.#restBytes = 0;
    this.#needBytes = 0;
    if (!this.#upgraded) {
      const end = data.indexOf(HEAD_ENDS);
      if (end < 0) {
        this.#keep(data, 0);
        return;
      }
      if (!data.subarray(0, end).includes(' 101 ')) {
        this.cut();
        return;
      }
      this.#upgraded = true;
      this.#events.open();
      data = data.subarray(end + HEAD_ENDS.length);
    }
    let at = 0;
    for (;;) {
      const frame = frameAt(data, at);
      if (!frame) break;
      at = frame.end;
      if (frame.opcode === BINARY) this.#events.binary?.(frame.payload);
      else if (frame.opcode === TEXT) this.#events.text?.(frame.payload);
      else if (frame.opcode === PING) this.pong();
      else if (frame.opcode === CLOSE) this.cut();
    }
    this.#keep(data.subarray(at), frameBytesAt(data, at));
  }

  #keep(rest: Buffer, need: number): void {
    this.#needBytes = need;
    if (rest.length === 0) return;
    this.#rest.push(Buffer.from(rest));
    this.#restBytes += rest.length;
  }
}

/** How long the frame that begins here is, as far as that can be told. */
function frameBytesAt(data: Buffer, at: number): number {
  if (data.length < at + 10) return 0;
  const code = (data[at + 1] ?? 0) & 0x7f;
  return code === 127 ? 10 + Number(data.readBigUInt64BE(at + 2)) : 0;
}

/** The whole frame that begins here, or null while a part of it is still on its way. */
function frameAt(
  data: Buffer,
  at: number,
): { opcode: number; payload: Buffer; end: number } | null {
  if (data.length < at + 2) return null;
  const opcode = (data[at] ?? 0) & 0x0f;
  const code = (data[at + 1] ?? 0) & 0x7f;
  const headBytes = code < 126 ? 2 : code === 126 ? 4 : 10;
  if (data.length < at + headBytes) return null;
  const payloadBytes =
    code < 126
      ? code
      : code === 126
        ? data.readUInt16BE(at + 2)
        : Number(data.readBigUInt64BE(at + 2));
  const end = at + headBytes + payloadBytes;
  if (data.length < end) return null;
  return { opcode, payload: data.subarray(at + headBytes, end), end };
}

function upgradeRequest(at: {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}): string {
  const headers = {
    Host: `localhost:${at.port}`,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...at.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${at.path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}
