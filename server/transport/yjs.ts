import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { CLOSE, FRAME_BYTES_MAX } from '#shared/wire/document-line.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { networkOf } from '../platform/network-of.ts';
import type { RemoteAddresses } from '../platform/remote-address.ts';
import { makeRateLimit } from './rate-limit.ts';
import { refuseUpgrade as refuse } from './refuse-upgrade.ts';

/** One open line, as whoever answers it sees it. */
export type DocumentPipe = {
  /**
   * Writes WebSocket frames, put together, in one piece.
   * @param whole a whole document's state: it may wait for a slow reader beyond what else may
   */
  send(frames: Buffer, whole?: boolean): void;
  close(code: number): void;
};

/** What a line's messages are given to, one at a time and in order. */
export type DocumentEnd = {
  message(bytes: Uint8Array): void | Promise<void>;
  closed(): void;
};

export type AdmittedLine = {
  /** The key for limits: a person. */
  readonly whose: string;
  readonly opened: (pipe: DocumentPipe) => DocumentEnd;
};

/** Asks whether a request may have a line to a document; else the HTTP status that says no. */
export type AdmitLine = (
  headers: IncomingHttpHeaders,
  documentId: DocumentId,
) => Promise<AdmittedLine | 401 | 404>;

/** Limits of docs/limits.md; a bench that raises one says so. */
export type LineLimits = {
  readonly framesPerSecond: number;
  readonly framesAtOnce: number;
  readonly bytesPerSecond: number;
  readonly bytesAtOnce: number;
};
export const LINE_LIMITS: LineLimits = {
  framesPerSecond: 60,
  framesAtOnce: 300,
  bytesPerSecond: 64 * 1024,
  bytesAtOnce: 1024 * 1024,
};
const LINES_PER_PERSON = 24;
/** By sign-in where there is one: a whole class behind one address loses its lines at the same moment. */
const UPGRADES = { perSecond: 5, burst: 300 };
const ADMITTED_WITHIN_MS = 5_000;
const BYTES_BEHIND_MAX = 1024 * 1024;
const PROGRESS_WITHIN_MS = 10_000;
const PING_EVERY_MS = 4_000;
const GOODBYES_WITHIN_MS = 500;
/** What is offered here at once is a flood, whatever each piece costs. */
const INBOX_MAX = 5_000;

/** An id as we write it, and nothing else: no encoding, no other case, no way up. */
const PATH = /^\/yjs\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u;

type Open = {
  readonly beat: () => void;
  readonly close: (code: number) => void;
  readonly terminate: () => void;
};

/**
 * The door to documents: WebSocket lines at `/yjs/<documentId>`. Whoever may not read a document gets the answer for one
 * that does not exist, before a WebSocket is there. Bounds what comes in and what waits to go out.
 */
export function serveDocumentLines(parts: {
  readonly origins: ReadonlySet<string>;
  readonly tokenFromCookie: (headers: IncomingHttpHeaders) => string | null;
  readonly remoteAddresses: RemoteAddresses;
  readonly admit: AdmitLine;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: LineLimits;
}) {
  const limits = parts.limits ?? LINE_LIMITS;
  const upgrades = makeRateLimit(UPGRADES, parts.clock);
  const webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_BYTES_MAX,
    perMessageDeflate: false,
    clientTracking: false,
    skipUTF8Validation: true,
  });
  const open = new Set<Open>();
  const byPerson = new Map<string, number>();
  const heart = setInterval(() => {
    for (const each of open) each.beat();
  }, PING_EVERY_MS);
  let stopping = false;

  async function admitted(request: IncomingMessage): Promise<AdmittedLine | number> {
    const { origin } = request.headers;
    if (origin === undefined || !parts.origins.has(origin)) return 403;
    if (stopping) return 503;
    const token = parts.tokenFromCookie(request.headers);
    if (upgrades(token ?? networkOf(parts.remoteAddresses.of(request))) > 0) return 429;
    const documentId = PATH.exec(pathOf(request.url))?.[1];
    if (documentId === undefined) return token === null ? 401 : 404;
    const who = await within(
      ADMITTED_WITHIN_MS,
      parts.admit(request.headers, documentId as DocumentId),
    );
    if (who === null) return 503;
    if (typeof who === 'number') return who;
    return (byPerson.get(who.whose) ?? 0) >= LINES_PER_PERSON ? 429 : who;
  }

  async function pass(request: IncomingMessage, line: Duplex, head: Buffer): Promise<void> {
    const who = await admitted(request);
    if (typeof who === 'number') return refuse(line, who);
    if (line.destroyed) return;
    webSockets.handleUpgrade(request, line, head, (socket) => serve(socket, line, who));
  }

  function serve(socket: import('ws').WebSocket, line: Duplex, who: AdmittedLine): void {
    byPerson.set(who.whose, (byPerson.get(who.whose) ?? 0) + 1);
    let sent = 0;
    let wholeBytes = 0;
    let progress = { done: 0, at: performance.now() };
    let answered = true;
    /** We do not read just now, and so hear no answer either. */
    let paused = false;

    /** Reset, not closed: what waits for a reader that does not read would lie in the kernel for minutes. */
    function cutOff(): void {
      if (line instanceof Socket) line.resetAndDestroy();
      else socket.terminate();
    }

    const pipe: DocumentPipe = {
      send(frames, whole = false) {
        if (line.destroyed || socket.readyState !== socket.OPEN) return;
        const waiting = line.writableLength;
        if (waiting === 0) wholeBytes = 0;
        if (whole) wholeBytes += frames.length;
        // The client comes back and is made whole.
        if (waiting + frames.length > BYTES_BEHIND_MAX + wholeBytes) return cutOff();
        sent += frames.length;
        line.write(frames);
      },
      close(code) {
        // A goodbye would wait in the same full queue.
        if (line.writableLength > BYTES_BEHIND_MAX) cutOff();
        else socket.close(code);
      },
    };
    const end = who.opened(pipe);
    const budget = makeBudget(limits);
    const inbox: Uint8Array[] = [];
    let busy = false;

    async function work(): Promise<void> {
      busy = true;
      for (let bytes = inbox.shift(); bytes !== undefined; bytes = inbox.shift()) {
        const waitMs = budget.take(bytes.length);
        if (waitMs > 0) {
          // Reading stops, so that what is too much waits on the sender's side.
          paused = true;
          socket.pause();
          await delay(waitMs);
          socket.resume();
          paused = false;
          answered = true;
        }
        if (socket.readyState !== socket.OPEN) break;
        const working = end.message(bytes);
        if (working) await working;
      }
      busy = false;
    }

    socket.on('message', (bytes: Buffer, isBinary) => {
      if (!isBinary) return pipe.close(CLOSE.malformed);
      inbox.push(bytes);
      if (inbox.length > INBOX_MAX) {
        inbox.length = 0;
        return pipe.close(CLOSE.tooMuch);
      }
      if (busy) return;
      work().catch((error) => {
        busy = false;
        parts.log.error({ err: error }, 'a document line failed');
        pipe.close(1011);
      });
    });
    socket.on('pong', () => {
      answered = true;
    });
    // Too large a frame, bad framing: ws closes by itself with the right code.
    socket.on('error', () => undefined);

    const each: Open = {
      beat() {
        const now = performance.now();
        const done = sent - line.writableLength;
        if (line.writableLength === 0 || done > progress.done) progress = { done, at: now };
        const stuck = now - progress.at > PROGRESS_WITHIN_MS;
        if ((!answered && !paused) || stuck) return cutOff();
        answered = false;
        socket.ping();
      },
      close: (code) => socket.close(code),
      terminate: cutOff,
    };
    open.add(each);
    socket.on('close', () => {
      open.delete(each);
      const left = (byPerson.get(who.whose) ?? 1) - 1;
      if (left === 0) byPerson.delete(who.whose);
      else byPerson.set(who.whose, left);
      inbox.length = 0;
      end.closed();
    });
  }

  return {
    /** Whether this upgrade is for a document. */
    isOurs: ({ url }: IncomingMessage): boolean =>
      pathOf(url) === '/yjs' || pathOf(url).startsWith('/yjs/'),
    upgrade(request: IncomingMessage, line: Duplex, head: Buffer): void {
      line.on('error', () => undefined);
      pass(request, line, head).catch((error) => {
        parts.log.warn({ err: error }, 'a line to a document could not be opened');
        refuse(line, 503);
      });
    },
    /** How many lines are open. */
    open: () => open.size,
    /** Opens no more lines. */
    stop(): void {
      stopping = true;
    },
    /** Ends every line: the clients come back to the next server. Who does not say goodbye is not waited for. */
    async close(): Promise<void> {
      clearInterval(heart);
      for (const each of open) each.close(CLOSE.serverStopping);
      for (let waited = 0; open.size > 0 && waited < GOODBYES_WITHIN_MS; waited += 20)
        await delay(20);
      for (const each of open) each.terminate();
      webSockets.close();
    },
  };
}

/**
 * Two token buckets of one line, for frames and for bytes. Long absences come in one large frame: it costs the whole
 * burst and no more, and is read at once by whoever has not been using it up.
 */
function makeBudget(limits: LineLimits) {
  let frames = limits.framesAtOnce;
  let bytes = limits.bytesAtOnce;
  let at = performance.now();
  return {
    /** @returns how long to wait before this one is read, in milliseconds */
    take(size: number): number {
      const now = performance.now();
      const seconds = (now - at) / 1000;
      at = now;
      const cost = Math.min(size, limits.bytesAtOnce);
      frames = Math.min(limits.framesAtOnce, frames + seconds * limits.framesPerSecond) - 1;
      bytes = Math.min(limits.bytesAtOnce, bytes + seconds * limits.bytesPerSecond) - cost;
      const frameWait = frames < 0 ? -frames / limits.framesPerSecond : 0;
      const byteWait = bytes < 0 ? -bytes / limits.bytesPerSecond : 0;
      return Math.ceil(Math.max(frameWait, byteWait) * 1000);
    },
  };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function pathOf(url: string | undefined): string {
  return (url ?? '').split('?', 1)[0] ?? '';
}
