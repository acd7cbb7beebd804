import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type Socket } from 'socket.io';
import * as z from 'zod/mini';
import { type CallId, type ConnectionId, id, type PersonId } from '#shared/kernel/ids.ts';
import type {
  ByeReason,
  ClientToServerEvents,
  ServerToClientEvents,
} from '#shared/wire/socket-events.ts';
import { WIRE_VERSION } from '#shared/wire/version.ts';
import type { Clock } from '../platform/clock.ts';
import type { Caller, Dispatch } from '../platform/dispatch.ts';
import type { LineEnd } from '../platform/handler.ts';
import type { Log } from '../platform/log.ts';
import { networkOf } from '../platform/network-of.ts';
import { newId } from '../platform/new-id.ts';
import type { RemoteAddresses } from '../platform/remote-address.ts';
import type { Channels } from './channels.ts';
import { hangUpSoon } from './hang-up.ts';
import type { Connection } from './live-channels.ts';
import { writePlainPackets } from './plain-packets.ts';
import { makeRateLimit } from './rate-limit.ts';
import type { Signals } from './signals.ts';
import { dropSlowReaders } from './slow-readers.ts';

/** Limits of docs/limits.md; a bench that raises one says so. */
const MESSAGE_BYTES_MAX = 64 * 1024;
const CALLS = { perSecond: 20, burst: 60 };
const CONNECTIONS_PER_PERSON = 24;
/**
 * By sign-in where there is one: a whole class behind one address loses its lines at the same moment, and all of it
 * must get back in. Else only the address is known.
 */
const HANDSHAKES = { perSecond: 5, burst: 300 };
/** Together under ten seconds: so long may a silent line look alive. */
const PING_EVERY_MS = 4_000;
const PING_WAIT_MS = 4_000;
const CONNECT_WITHIN_MS = 5_000;
const RECHECK_EVERY_MS = 60_000;

export type SignedIn = Caller & { readonly expiresAt: number };

type Data = { signedIn: SignedIn };
type MellomSocket = Socket<ClientToServerEvents, ServerToClientEvents, Record<never, never>, Data>;
export type MellomServer = Server<
  ClientToServerEvents,
  ServerToClientEvents,
  Record<never, never>,
  Data
>;

const callShape = z.object({
  callId: id<'call'>(),
  name: z.string().check(z.maxLength(100)),
  input: z.unknown(),
});
const queryShape = z.object({ name: z.string().check(z.maxLength(100)), input: z.unknown() });

/** The Socket.IO server on our port: WebSocket only, our own origin only, small messages only. */
export function openSocketServer(
  http: HttpServer,
  parts: {
    readonly origins: ReadonlySet<string>;
    readonly tokenFromCookie: (headers: IncomingMessage['headers']) => string | null;
    readonly remoteAddresses: RemoteAddresses;
    readonly clock: Clock;
  },
): MellomServer {
  const handshakes = makeRateLimit(HANDSHAKES, parts.clock);
  const io: MellomServer = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    destroyUpgrade: false,
    perMessageDeflate: false,
    maxHttpBufferSize: MESSAGE_BYTES_MAX,
    pingInterval: PING_EVERY_MS,
    pingTimeout: PING_WAIT_MS,
    connectTimeout: CONNECT_WITHIN_MS,
    allowRequest: (request, decide) => {
      const origin = request.headers.origin;
      const known = origin !== undefined && parts.origins.has(origin);
      const whose =
        parts.tokenFromCookie(request.headers) ?? networkOf(parts.remoteAddresses.of(request));
      decide(null, known && handshakes(whose) === 0);
    },
  });
  writePlainPackets(io);
  hangUpSoon(io);
  return io;
}

/** Lets signed-in people call, ask and listen. Nothing that a socket sends can throw. */
export function serveSockets(parts: {
  readonly io: MellomServer;
  readonly dispatch: Dispatch;
  readonly channels: Channels;
  readonly signals: Signals;
  readonly signInFromCookie: (headers: IncomingMessage['headers']) => Promise<SignedIn | null>;
  readonly clock: Clock;
  readonly log: Log;
}) {
  const { io, dispatch, channels, log } = parts;
  const calls = makeRateLimit(CALLS, parts.clock);
  const connections = new Map<
    PersonId,
    Map<ConnectionId, { connection: Connection; socket: MellomSocket }>
  >();
  const stopDropping = dropSlowReaders(io, log);
  let stopping = false;

  io.use(async (socket, next) => {
    if (stopping) return next(new Error('server-stopping'));
    if (socket.handshake.auth.version !== WIRE_VERSION) return next(new Error('new-version'));
    try {
      const signedIn = await parts.signInFromCookie(socket.request.headers);
      if (!signedIn) return next(new Error('signed-out'));
      socket.data.signedIn = signedIn;
      next();
    } catch (error) {
      log.warn({ err: error }, 'a handshake could not be checked');
      next(new Error('try-again'));
    }
  });

  io.on('connection', (socket: MellomSocket) => {
    const { signedIn } = socket.data;
    const person = signedIn.personId;
    const mine = connections.get(person) ?? new Map();
    connections.set(person, mine);
    if (mine.size >= CONNECTIONS_PER_PERSON) return bye(socket, 'too-many-connections');

    let cut = false;
    const connection: Connection = {
      id: newId<'connection'>(),
      caller: signedIn,
      join: (room) => void socket.join(room),
      leave: (room) => void socket.leave(room),
      sendFacts: (facts) => void socket.emit('facts', facts),
      sendClosed: (ended) => void socket.emit('closed', ended),
      cut: () => {
        cut = true;
        bye(socket, 'signed-out');
      },
    };
    mine.set(connection.id, { connection, socket });
    const stopWatching = watchExpiry(connection, signedIn.expiresAt);

    socket.on('disconnect', (reason) => {
      stopWatching();
      mine.delete(connection.id);
      if (mine.size === 0) connections.delete(person);
      if (!stopping) channels.ended(connection, howEnded(reason, cut));
    });
    socket.on('error', () => undefined);

    // One call at a time for each socket: a person's calls take effect in the order they were sent.
    let last: Promise<unknown> = Promise.resolve();
    const inTurn = (work: () => Promise<unknown>) => {
      last = last.then(work, work);
    };
    socket.use(([event, , reply], next) => {
      // What arrives while we stop stays unanswered: the client sends it again to the next server.
      if (stopping) return;
      const retryAfterMs = calls(person);
      // Letting go is counted and never refused: it costs no more than the refusal, and a seat hangs on it.
      if (retryAfterMs === 0 || event === 'unsubscribe') return next();
      if (typeof reply === 'function')
        reply({ ok: false, refusal: 'too-many-calls', retryAfterMs });
      // Every client of ours waits for its answer.
      else socket.disconnect(true);
    });

    socket.on('command', (call, reply) => {
      if (typeof reply !== 'function') return;
      const parsed = callShape.safeParse(call);
      if (!parsed.success) return reply({ ok: false, refusal: 'bad-input' });
      const { callId, name, input } = parsed.data;
      inTurn(async () =>
        reply(await dispatch.command(signedIn, { callId: callId as CallId, name, input })),
      );
    });
    socket.on('query', async (call, reply) => {
      if (typeof reply !== 'function') return;
      const parsed = queryShape.safeParse(call);
      if (!parsed.success) return reply({ ok: false, refusal: 'bad-input' });
      const { name, input } = parsed.data;
      reply(await dispatch.query(signedIn, { name, input }));
    });
    socket.on('signal', async (call, reply) => {
      if (typeof reply !== 'function') return;
      const parsed = queryShape.safeParse(call);
      if (!parsed.success) return reply({ ok: false, refusal: 'bad-input' });
      const { name, input } = parsed.data;
      reply(await parts.signals.send(signedIn, { name, input }));
    });
    socket.on('subscribe', async (ask, reply) => {
      if (typeof reply !== 'function') return;
      // After the calls before it: who takes a seat and listens at once is let in.
      inTurn(async () => {
        if (socket.connected) reply(await channels.subscribe(connection, ask));
      });
    });
    socket.on('unsubscribe', (ask, reply) => {
      if (typeof reply !== 'function') return;
      inTurn(async () => {
        channels.unsubscribe(connection, ask);
        reply({ ok: true });
      });
    });
  });

  /** Expiry fires no event: ask when it is due, and now and then after, since a sign-in in use slides on. */
  function watchExpiry(connection: Connection, expiresAt: number): () => void {
    let timer = setTimeout(look, Math.max(expiresAt - parts.clock.now(), RECHECK_EVERY_MS));
    function look(): void {
      recheck(connection);
      timer = setTimeout(look, RECHECK_EVERY_MS);
    }
    return () => clearTimeout(timer);
  }

  function recheck(connection: Connection): void {
    channels.recheck(connection).catch((error) => {
      // Closed when in doubt: the client comes back and is asked at the door.
      log.warn({ err: error }, 'rights could not be checked again; the line is cut');
      connection.cut();
    });
  }

  return {
    /** Somebody's rights have changed: every line of theirs is asked about again. */
    changed(personId: PersonId): void {
      for (const { connection } of connections.get(personId)?.values() ?? []) recheck(connection);
    },
    /** Sign-ins whose holder is connected: a live room counts as activity. */
    signedIn(): Caller[] {
      return [...connections.values()].flatMap((mine) =>
        [...mine.values()].map(({ connection }) => connection.caller),
      );
    },
    /** Finishes what was accepted, tells everybody, then closes every socket. Seats stay held: people come back. */
    async close(): Promise<void> {
      stopping = true;
      stopDropping();
      await dispatch.idle();
      io.emit('bye', { reason: 'server-stopping' });
      await io.close();
    },
  };
}

function bye(socket: MellomSocket, reason: ByeReason): void {
  socket.emit('bye', { reason });
  socket.disconnect(true);
}

function howEnded(reason: string, cut: boolean): LineEnd {
  if (cut) return 'revoked';
  return reason === 'client namespace disconnect' ? 'let-go' : 'dropped';
}
