import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** For reports that a browser sends by itself: they carry no header of ours, and change nothing. */
    writesFromAnywhere?: boolean;
  }
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const JSON_TYPE = /^application\/json(\s*;\s*charset=utf-8)?$/i;

/**
 * Whether a write comes from a page of ours and not, with a person's cookie, from somebody else's: a header
 * that a foreign page cannot send unasked, JSON where there is a body, our origin, and nothing in
 * `Sec-Fetch-Site` that says otherwise. A program without a browser sends neither of the last two.
 */
function comesFromUs(headers: IncomingHttpHeaders, allowedOrigins: ReadonlySet<string>): boolean {
  const { origin, 'sec-fetch-site': site, 'content-type': type } = headers;
  const hasBody =
    headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0;
  return (
    headers['x-mellom'] === '1' &&
    (type === undefined ? !hasBody : JSON_TYPE.test(type)) &&
    (origin === undefined || allowedOrigins.has(origin)) &&
    (site === undefined || site === 'same-origin')
  );
}

/** Refuses every write on this server that does not come from us, before its body is read. */
export function guardWrites(http: FastifyInstance, allowedOrigins: ReadonlySet<string>): void {
  http.addHook('onRequest', async (request, reply) => {
    if (READS.has(request.method) || request.routeOptions.config.writesFromAnywhere) return;
    if (comesFromUs(request.headers, allowedOrigins)) return;
    await reply.code(403).send({ ok: false, refusal: 'wrong-origin' });
  });
}
