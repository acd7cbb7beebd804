import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { RefusalBody, SignInRefusal } from '#shared/features/identity/sign-in/model.ts';

/** Nothing that is asked here is larger, and much of it comes before sign-in. */
export const BODY_BYTES_MAX = 4096;

const STATUS: Readonly<Record<SignInRefusal, number>> = {
  'bad-input': 400,
  'wrong-code': 401,
  'code-expired': 401,
  'wrong-second-factor': 401,
  'wrong-passkey': 401,
  'second-factor-needed': 409,
  'not-fresh': 403,
  'too-many-passkeys': 409,
  'provider-away': 503,
  'too-many-tries': 429,
  'too-many-mails': 429,
  'wrong-password': 401,
  'password-too-short': 422,
  'password-too-long': 422,
  'common-password': 422,
  'signed-out': 401,
  'not-found': 404,
  'wrong-origin': 403,
  'try-again': 503,
  fault: 500,
};

/** An expected no, on its way to the one place that answers it. */
export class RefusedRequest extends Error {
  readonly body: RefusalBody;

  constructor(refused: Omit<RefusalBody, 'ok'>) {
    super(refused.refusal);
    const { refusal, retryAfterMs, incident } = refused;
    this.body = {
      ok: false,
      refusal,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...(incident === undefined ? {} : { incident }),
    };
  }
}

/** @throws {RefusedRequest} `bad-input` */
export function parse<T>(schema: z.core.$ZodType<T>, input: unknown): T {
  const parsed = z.safeParse(schema, input);
  if (!parsed.success) throw new RefusedRequest({ refusal: 'bad-input' });
  return parsed.data;
}

/** The decision, when it is a yes. @throws {RefusedRequest} when it is a no */
export function granted<D extends { readonly ok: true } | Omit<RefusalBody, 'incident'>>(
  decision: D,
): Extract<D, { readonly ok: true }> {
  if (!decision.ok) throw new RefusedRequest(decision);
  return decision as Extract<D, { readonly ok: true }>;
}

/** Answers the expected refusals of these routes; what else goes wrong is answered as everywhere. */
export function answerRefusals(http: FastifyInstance): void {
  http.setErrorHandler((error: FastifyError, _request, reply) => {
    if (error instanceof RefusedRequest) return send(reply, error.body);
    throw error;
  });
}

function send(reply: FastifyReply, body: RefusalBody): FastifyReply {
  if (body.retryAfterMs !== undefined) {
    reply.header('retry-after', Math.ceil(body.retryAfterMs / 1000));
  }
  return reply.code(STATUS[body.refusal]).send(body);
}
