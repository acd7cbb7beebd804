import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Log } from '../platform/log.ts';
import { cameMalformed } from './odd-requests.ts';

/** Where `npm run build` puts the client. */
export const CLIENT_FOLDER = path.join(import.meta.dirname, '../../dist/client');

const BLUR_WORKER = /\/blur-worker-[\w-]+\.js(?:\.br|\.gz)?$/u;
/**
 * The worker that blurs backgrounds may compile its WebAssembly, and may otherwise do less than a page. It stands here,
 * so that no page may: a worker has the policy of its own file.
 */
const BLUR_WORKER_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  'report-uri /api/csp-report',
].join('; ');

const HTML = 'text/html; charset=utf-8';
const YEAR_S = 365 * 24 * 60 * 60;

/**
 * Sends a strict policy with every answer: no inline script or style, no other origin for anything (F82), no frame around us.
 * Whether people reach us by https decides what may be demanded of browsers.
 */
export async function sendPolicy(app: FastifyInstance, baseUrl: URL): Promise<void> {
  const https = baseUrl.protocol === 'https:';
  // Older Safari does not count the socket's scheme as 'self'.
  const socketOrigin = `${https ? 'wss' : 'ws'}://${baseUrl.host}`;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        // The second is a picture that lies on the device, shown without a network.
        'img-src': ["'self'", 'blob:'],
        // The second is what one has just recorded, heard before it is sent.
        'media-src': ["'self'", 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'", socketOrigin],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        'require-trusted-types-for': ["'script'"],
        // The second is for reading pasted HTML in a document that runs nothing (client/platform/inert-html.ts).
        'trusted-types': ['default', 'mellom-inert'],
        'report-uri': ['/api/csp-report'],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: https ? { maxAge: YEAR_S } : false,
    xFrameOptions: { action: 'deny' },
  });
}

/** Serves the built client, and takes what browsers report of the policy. */
export async function serveWeb(app: FastifyInstance, parts: { readonly log: Log }): Promise<void> {
  app.post(
    '/api/csp-report',
    { bodyLimit: 4096, config: { writesFromAnywhere: true } },
    async (request, reply) => {
      parts.log.warn(
        { report: violationIn(request.body) },
        'a browser refused something by our policy',
      );
      return reply.code(204).send();
    },
  );
  app.addContentTypeParser(
    'application/csp-report',
    { parseAs: 'string', bodyLimit: 4096 },
    (_request, body, done) => {
      try {
        done(null, JSON.parse(String(body)));
      } catch {
        done(null, null);
      }
    },
  );

  await app.register(fastifyStatic, {
    root: path.join(CLIENT_FOLDER, 'assets'),
    prefix: '/assets/',
    // The names carry a hash of the content.
    maxAge: YEAR_S * 1000,
    immutable: true,
    // The build leaves .br and .gz beside each file.
    preCompressed: true,
    index: false,
    setHeaders: (reply, file) => {
      if (BLUR_WORKER.test(file)) reply.header('content-security-policy', BLUR_WORKER_POLICY);
    },
  });
  // At the root, so that it may keep every page; asked for anew each time, so that an old one never stays.
  const worker = readFileSync(path.join(CLIENT_FOLDER, 'service-worker.js'));
  app.get('/service-worker.js', (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(worker),
  );
  const page = readFileSync(path.join(CLIENT_FOLDER, 'index.html'), 'utf8');
  const etag = `"${createHash('sha256').update(page).digest('base64url')}"`;
  app.setNotFoundHandler((request, reply) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads || !isPage(request.url)) {
      // A person who has come to a wrong address is told in words.
      if (reads && isSeenByPerson(request)) return reply.code(404).type(HTML).send(page);
      return reply.code(404).send({ ok: false, refusal: 'not-found' });
    }
    // The client could not read it either, and says at the other what it says of any page that is not.
    if (cameMalformed(request)) return reply.redirect(request.url);
    reply.header('cache-control', 'no-cache').header('etag', etag);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type(HTML).send(page);
  });
}

/** What programs ask for. */
const OURS = /^\/(api|assets|socket\.io)\b/u;

/** Browsers ask for a page by name; programs take whatever comes. */
const isSeenByPerson = ({ url, headers }: FastifyRequest): boolean =>
  !OURS.test(url) && (headers.accept?.includes('text/html') ?? false);

/**
 * No page of ours has a dot or a control character in its address: `/.env`, `/login.php` and `/%00` are asked for by those
 * who seek a hole.
 */
function isPage(url: string): boolean {
  const [address = ''] = url.split('?');
  return !OURS.test(address) && !/\.|%2e|%[01]|%7f/iu.test(address);
}

/** The directive and where, never the sample: that could carry what somebody wrote. */
function violationIn(body: unknown): unknown {
  const report = (body as { 'csp-report'?: Record<string, unknown> } | null)?.['csp-report'];
  return { directive: report?.['effective-directive'], blocked: report?.['blocked-uri'] };
}
