import { STATUS_CODES } from 'node:http';
import type { FastifyRequest, FastifyServerOptions } from 'fastify';

const PERCENT = /%/gu;
/** As browsers read it: two of either at the front would name another server. */
const SLASHES_IN_FRONT = /^[/\\]*/u;
/** More than Node takes of a whole head: what a part of an address may be is for the routes to say. */
const PARAM_LENGTH_MAX = 16 * 1024;

/**
 * What Fastify and Node would answer themselves, in shapes of their own and without our headers. An address that cannot
 * be decoded is given one that can, and goes the way of every other that nobody knows; where there is no request yet to
 * answer, the refusal is written by hand.
 */
export const oddRequests = {
  rewriteUrl: ({ url = '/' }) => decodable(url),
  routerOptions: { maxParamLength: PARAM_LENGTH_MAX },
  clientErrorHandler(error, line) {
    if (error.code === 'ECONNRESET' || line.destroyed) return;
    if (line.writable) line.write(refusal(STATUS_OF[error.code] ?? 400));
    line.destroy(error);
  },
} satisfies FastifyServerOptions;

/** Whether the address that a request came with was none; its `url` is one that can be decoded. */
export const cameMalformed = (request: FastifyRequest): boolean =>
  request.originalUrl !== request.url;

const STATUS_OF: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

function decodable(url: string): string {
  const end = url.search(/[?#]/u);
  const address = end < 0 ? url : url.slice(0, end);
  if (address.startsWith('/') && decodes(address)) return url;
  return address.replace(PERCENT, '%25').replace(SLASHES_IN_FRONT, '/');
}

function decodes(address: string): boolean {
  try {
    decodeURIComponent(address);
    return true;
  } catch {
    return false;
  }
}

function refusal(status: number): string {
  const body = JSON.stringify({ ok: false, refusal: 'bad-input' });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${body.length}`,
    'Cache-Control: no-store',
    "Content-Security-Policy: default-src 'none'",
    'X-Content-Type-Options: nosniff',
    '',
    body,
  ].join('\r\n');
}
