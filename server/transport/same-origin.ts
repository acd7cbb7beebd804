import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** For reports that a browser sends by itself: they carry no header of ours, and change nothing. */
    writesFromAnywhere?: boolean;
    /** Its body is a file as it is, and no JSON. */
    takesFile?: boolean;
    /** Its body may be long, and take as long as a file on a thin line. */
    takesItsTime?: boolean;
  }
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const JSON_TYPE = /^application\/json(\s*;\s*charset=utf-8)?$/i;
const FILE_TYPE = /^application\/octet-stream$/i;

/**
 * Whether a write comes from a page of ours and not, with a person's cookie, from somebody else's: a header
 * that a foreign page cannot send unasked, JSON (or a file, where one is taken) where there is a body, our origin, and nothing in
 * `Sec-Fetch-Site` that says otherwise. A program without a browser sends neither of the last two.
 */
function comesFromUs(
  headers: IncomingHttpHeaders,
  bodyType: RegExp,
  allowedOrigins: ReadonlySet<string>,
): boolean {
  const { origin, 'sec-fetch-site': site, 'content-type': type } = headers;
  const hasBody =
    headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0;
  return (
    headers['x-mellom'] === '1' &&
    (type === undefined ? !hasBody : bodyType.test(type)) &&
    (origin === undefined || allowedOrigins.has(origin)) &&
    (site === undefined || site === 'same-origin')
  );
}

/** Refuses every write on this server that does not come from us, before its body is read. */
export function guardWrites(http: FastifyInstance, allowedOrigins: ReadonlySet<string>): void {
  http.addHook('onRequest', async (request, reply) => {
    const { writesFromAnywhere, takesFile } = request.routeOptions.config;
    if (READS.has(request.method) || writesFromAnywhere) return;
    if (comesFromUs(request.headers, takesFile ? FILE_TYPE : JSON_TYPE, allowedOrigins)) return;
    await reply.code(403).send({ ok: false, refusal: 'wrong-origin' });
  });
}

/** Ends requests whose body does not come, save those that bring a file or a long list: they are bounded by the server's own timeout. */
export function endSlowRequests(http: FastifyInstance, withinMs: number): void {
  http.addHook('onRequest', async ({ raw, routeOptions: { config } }) => {
    if (READS.has(raw.method ?? '') || config.takesFile || config.takesItsTime) return;
    const timer = setTimeout(() => {
      if (!raw.complete) raw.destroy();
    }, withinMs).unref();
    raw.once('close', () => clearTimeout(timer));
  });
}
