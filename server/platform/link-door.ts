import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from './clock.ts';
import { makeLinkLimits } from './link-limits.ts';
import type { Log } from './log.ts';
import { isStorageOutage } from './storage-errors.ts';

/** What every door that a link opens may say, with HTTP's word for it. */
export const LINK_DOOR_STATUS = {
  'link-over': 404,
  'link-used': 409,
  'name-empty': 422,
  'name-too-long': 422,
  'name-unreadable': 422,
  'name-mixed': 422,
  'too-many-tries': 429,
  'bad-input': 400,
  'try-again': 503,
  fault: 500,
} as const;
type LinkDoorRefusal = keyof typeof LINK_DOOR_STATUS;

/**
 * Answers what is asked at a door that a link opens: each address as often as the limits allow, a link that opens nothing counted,
 * and an outage of storage as something to try again. Nothing of it is kept by anybody on the way.
 */
export function makeLinkDoor<Refusal extends string>(
  statusOf: Readonly<Record<Refusal | LinkDoorRefusal, number>>,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
) {
  const limits = makeLinkLimits(clock);
  const refused = (reply: FastifyReply, refusal: Refusal | LinkDoorRefusal, more: object = {}) => {
    const status: number = statusOf[refusal];
    return reply.code(status).send({ ok: false, refusal, ...more });
  };

  return async function answered<Value extends object>(
    request: FastifyRequest,
    reply: FastifyReply,
    ask: () => Promise<Value | Refusal>,
  ): Promise<unknown> {
    reply.header('cache-control', 'no-store');
    const retryAfterMs = limits.ask(request.ip);
    if (retryAfterMs > 0) {
      reply.header('retry-after', Math.ceil(retryAfterMs / 1000));
      return refused(reply, 'too-many-tries', { retryAfterMs });
    }
    const value: Value | Refusal | 'try-again' = await ask().catch((error: unknown) => {
      if (!isStorageOutage(error)) throw error;
      log.warn({ err: error }, 'storage is out; whoever comes by a link may try again');
      return 'try-again' as const;
    });
    if (typeof value === 'object') return value;
    if (value === 'link-over') limits.miss(request.ip);
    return refused(reply, value);
  };
}
