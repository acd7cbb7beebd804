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
/** Of what a browser sends, the media server gets the handshake alone: never the cookie. */
const PASSED_ON = [
  'upgrade',
  'connection',
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-protocol',
  'sec-websocket-extensions',
  'authorization',
  'user-agent',
] as const;
const ANSWERS_WITHIN_MS = 10_000;
/** Coming back after a drop takes a few tries; a browser that asks without end waits. */
const TRIES = { perSecond: 2, burst: 20 };
const LINES_PER_PERSON = 12;

/**
 * The door to the media server's signalling, on our own origin. Every upgrade is asked about anew: a token alone, even a
 * genuine one that the media server itself has renewed, opens nothing. Tokens are in addresses, so no address is logged.
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

  /** Who may go through; else the status that says no. */
  async function admitted(
    request: Pick<IncomingMessage, 'headers' | 'url'>,
  ): Promise<Admitted | number> {
    const { origin } = request.headers;
    if (origin !== undefined && !parts.origins.has(origin)) return refused(403);
    const who = await parts.admit(request.headers, tokenIn(request) ?? '');
    if (who === null) return refused(401);
    return tries(who.whose) === 0 ? who : refused(429);
  }

  for (const path of QUESTIONS) {
    // Asked by the browser's library when a line was refused, to know why.
    http.get(path, async (request, reply) => {
      const who = await admitted(request.raw);
      if (typeof who === 'number') return reply.code(who).send();
      const upstream = parts.upstream();
      if (upstream === null) return reply.code(503).send();
      const answer = await fetch(new URL(request.url, upstream), {
        signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
        headers: passedOn(request.headers, ['authorization', 'user-agent']),
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

    const url = new URL(request.url ?? '', upstream);
    const ask = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      headers: passedOn(request.headers, PASSED_ON),
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

function tokenIn({ headers, url }: Pick<IncomingMessage, 'headers' | 'url'>): string | null {
  const bearer = /^Bearer (\S+)$/u.exec(headers.authorization ?? '')?.[1];
  return bearer ?? new URL(url ?? '', 'http://localhost').searchParams.get('access_token');
}

function passedOn(headers: IncomingHttpHeaders, names: readonly string[]): Record<string, string> {
  const kept = names.map((name) => [name, headers[name]] as const);
  return Object.fromEntries(
    kept.filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

/** The media server's own answer, as it stands: it carries the proof of the handshake. */
function handshakeOf({ rawHeaders }: IncomingMessage): string {
  const lines: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}\r\n`);
  }
  return `HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`;
}
