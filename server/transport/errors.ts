import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { Log } from '../platform/log.ts';
import { isStorageOutage } from '../platform/storage-errors.ts';

const AGAIN_AFTER_S = 1;

/**
 * Answers every error of every route in the one shape of a refusal: what went wrong inside is for the log, and never for
 * whoever asked. A slice that has refusals of its own answers those, and throws the others on to here.
 */
export function answerErrors(http: FastifyInstance, log: Log): void {
  http.setErrorHandler((error: FastifyError, request, reply): FastifyReply => {
    // Fastify's own: a body that is no JSON, too large or of another type.
    const { statusCode } = error;
    if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
      return reply.code(statusCode).send({ ok: false, refusal: 'bad-input' });
    }
    if (isStorageOutage(error)) {
      reply.header('retry-after', AGAIN_AFTER_S);
      return reply.code(503).send({ ok: false, refusal: 'try-again' });
    }
    const incident = randomUUID();
    // The route and not the address: tokens may stand in that.
    log.error({ err: error, incident, route: request.routeOptions.url }, 'a request failed');
    return reply.code(500).send({ ok: false, refusal: 'fault', incident });
  });
}
