import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { makeSeldomLog } from '../platform/seldom-log.ts';
import { makeRateLimit } from './rate-limit.ts';
import { refuseUpgrade as refuse } from './refuse-upgrade.ts';

/** Who has been let through to the media server. */
export type Admitted = {
  /** The key for limits: a person. */
  readonly whose: string;
  /** The line is open. `cut` ends it; what is returned is called when it has ended. */
  readonly opened: (cut: () => void) => () => void;
};

/** Asks whether a request with this token may go through; null for no, whatever the reason. */
export type Admit = (headers: IncomingHttpHeaders, token: string) => Promise<Admitted | null>;

/** The media server's paths that a browser needs, and nothing else of it: its own calls stay behind us. */
const LINES = ['/rtc', '/rtc/v1'];
const QUESTIONS = LINES.map((path) => `${path}/validate`);
/**
 * What a browser tells of itself and its line, and nothing else: with `publish` and `attributes` one would come in under
 * another name.
 */
const TOLD = [
  'join_request',
  'reconnect',
  'reconnect_reason',
  'sid',
  'auto_subscribe',
  'adaptive_stream',
  'disable_ice_lite',
  'subscriber_allow_pause',
  'sdk',
  'version',
  'protocol',
  'client_protocol',
  'device_model',
  'os',
  'os_version',
  'browser',
  'browser_version',
  'network',
] as const;
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/u;
/** Of what a browser sends, the media server gets the handshake alone: never the cookie. */
const HANDSHAKE = [
  'upgrade',
  'connection',
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-protocol',
  'sec-websocket-extensions',
  'user-agent',
] as const;
const ANSWERS_WITHIN_MS = 10_000;
/** Coming back after a drop takes a few tries; a browser that asks without end waits. */
const TRIES = { perSecond: 2, burst: 20 };
const LINES_PER_PERSON = 12;

/**
 * The door to the media server's signalling, on our own origin. Every upgrade is asked about anew: a token alone, even a
 * genuine one that the media server itself has renewed, opens nothing. Tokens are in addresses, so no address is logged.
 * Nor is one passed on: two readers of the same bytes may read two tokens out of them, so the media server gets what was
 * understood here, written anew.
 */
export function serveSignalling(
  http: FastifyInstance,
  parts: {
    readonly origins: ReadonlySet<string>;
    readonly upstream: () => string | null;
    readonly admit: Admit;
    readonly clock: Clock;
    readonly log: Log;
  },
) {
  const tries = makeRateLimit(TRIES, parts.clock);
  const saySeldom = makeSeldomLog(parts.log, parts.clock);
  const open = new Map<string, number>();
  /** Every line here, also while it is being asked about. */
  const lines = new Set<Duplex>();
  let stopping = false;

  /** The log hears of it. */
  function refused(status: number): number {
    saySeldom(`a line to the media server is refused: ${status}`);
    return status;
  }

  /** Who may go through, and with what; else the status that says no. */
  async function admitted(request: Asking): Promise<(Admitted & { token: string }) | number> {
    const { origin } = request.headers;
    if (origin !== undefined && !parts.origins.has(origin)) return refused(403);
    const token = tokenIn(request);
    const who = token === null ? null : await parts.admit(request.headers, token);
    if (token === null || who === null) return refused(401);
    return tries(who.whose) === 0 ? { ...who, token } : refused(429);
  }

  for (const path of QUESTIONS) {
    // Asked by the browser's library when a line was refused, to know why.
    http.get(path, async (request, reply) => {
      const who = await admitted(request.raw);
      if (typeof who === 'number') return reply.code(who).send();
      const upstream = parts.upstream();
      if (upstream === null) return reply.code(503).send();
      const answer = await fetch(addressOf(path, request.raw, upstream), {
        signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
        headers: passedOn(request.headers, ['user-agent'], who.token),
      }).catch(() => null);
      if (answer === null) return reply.code(503).send();
      return reply
        .code(answer.status)
        .type('text/plain')
        .send(await answer.text());
    });
  }

  async function pass(request: IncomingMessage, line: Duplex, head: Buffer): Promise<void> {
    if (stopping) return refuse(line, 503);
    lines.add(line);
    line.once('close', () => lines.delete(line));
    // Unlike a question, a line always comes from a page of ours.
    if (request.headers.origin === undefined) return refuse(line, refused(403));
    const who = await admitted(request);
    if (typeof who === 'number') return refuse(line, who);
    if ((open.get(who.whose) ?? 0) >= LINES_PER_PERSON) return refuse(line, refused(429));
    const upstream = parts.upstream();
    if (upstream === null) return refuse(line, 503);
    if (line.destroyed) return;

    const url = addressOf(pathOf(request.url), request, upstream);
    const ask = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      headers: passedOn(request.headers, HANDSHAKE, who.token),
      timeout: ANSWERS_WITHIN_MS,
    });
    line.once('close', () => ask.destroy());
    ask.on('timeout', () => ask.destroy());
    ask.on('error', () => refuse(line, 503));
    ask.on('response', (answer) => {
      answer.resume();
      refuse(line, answer.statusCode ?? 503);
    });
    ask.on('upgrade', (answer, far, farHead) => {
      const ended = who.opened(() => line.destroy());
      open.set(who.whose, (open.get(who.whose) ?? 0) + 1);
      line.once('close', () => {
        far.destroy();
        open.set(who.whose, (open.get(who.whose) ?? 1) - 1);
        if (open.get(who.whose) === 0) open.delete(who.whose);
        ended();
      });
      far.on('error', () => undefined);
      far.once('close', () => line.destroy());
      line.write(handshakeOf(answer));
      if (farHead.length > 0) line.write(farHead);
      if (head.length > 0) far.write(head);
      far.pipe(line).pipe(far);
    });
    ask.end();
  }

  return {
    /** Whether this upgrade is for the media server. */
    isOurs: ({ url }: IncomingMessage): boolean => LINES.includes(pathOf(url)),
    upgrade(request: IncomingMessage, line: Duplex, head: Buffer): void {
      line.on('error', () => undefined);
      pass(request, line, head).catch((error) => {
        parts.log.warn({ err: error }, 'a line to the media server could not be opened');
        refuse(line, 503);
      });
    },
    /** Ends every line and opens no more: who was cut comes back at once, and the port waits for each line on it. */
    stop(): void {
      stopping = true;
      for (const line of lines) line.destroy();
    },
  };
}

function pathOf(url: string | undefined): string {
  return (url ?? '').split('?', 1)[0] ?? '';
}

type Asking = Pick<IncomingMessage, 'headers' | 'url'>;

const queryOf = ({ url }: Asking): URLSearchParams =>
  new URL(url ?? '', 'http://localhost').searchParams;

/** The one token that is shown, in the header or the address. Whoever shows two shows none. */
function tokenIn(request: Asking): string | null {
  const { authorization } = request.headers;
  const bearer = authorization === undefined ? [] : [authorization.replace(/^Bearer /u, '')];
  const [token, ...more] = new Set([...bearer, ...queryOf(request).getAll('access_token')]);
  return token !== undefined && more.length === 0 && TOKEN.test(token) ? token : null;
}

/** Where the media server is asked the same: by our own words, and without the token. */
function addressOf(path: string, request: Asking, upstream: string): URL {
  const address = new URL(path, upstream);
  const query = queryOf(request);
  for (const name of TOLD) {
    const told = query.get(name);
    if (told !== null) address.searchParams.set(name, told);
  }
  return address;
}

function passedOn(
  headers: IncomingHttpHeaders,
  names: readonly string[],
  token: string,
): Record<string, string> {
  const kept = names.map((name) => [name, headers[name]] as const);
  return {
    ...Object.fromEntries(
      kept.filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    ),
    authorization: `Bearer ${token}`,
  };
}

/** The media server's own answer, as it stands: it carries the proof of the handshake. */
function handshakeOf({ rawHeaders }: IncomingMessage): string {
  const lines: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}\r\n`);
  }
  return `HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`;
}
