import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ImageAnswer, ImageRefusal } from '#shared/features/document/images/model.ts';
import { sendPicture } from '../../../platform/images/send-picture.ts';
import type { Log } from '../../../platform/log.ts';
import { isStorageOutage } from '../../../platform/storage-errors.ts';

const STATUS: Readonly<Record<ImageRefusal, number>> = {
  'too-large': 413,
  'too-many-pixels': 422,
  heic: 415,
  'not-an-image': 415,
  'too-many': 409,
  'no-room': 409,
  frozen: 409,
  'too-many-calls': 429,
  'signed-out': 401,
  'not-found': 404,
  'try-again': 503,
};

/** What is seen of a picture; null for one that is not there, or not for who asks: one answer. */
export type Shown = Buffer | 'signed-out' | null;

export function refuseImage(reply: FastifyReply, refusal: ImageRefusal): FastifyReply {
  // What is still on its way is not waited for.
  if (!reply.request.raw.complete) reply.header('connection', 'close');
  const answer: ImageAnswer = { ok: false, refusal };
  return reply.code(STATUS[refusal]).send(answer);
}

/**
 * A refusal is kept by no browser. A picture is, and shown to nobody before we were asked again: whoever lost the right, signed
 * out or came after on the same browser gets our answer. Whoever still has it loads it once. Only for `shown` that was asked
 * for now, by whoever asks.
 */
export function showImage(reply: FastifyReply, shown: Shown): FastifyReply {
  if (!Buffer.isBuffer(shown)) {
    reply.header('cache-control', 'no-store');
    return refuseImage(reply, shown ?? 'not-found');
  }
  return sendPicture(reply, shown);
}

/** What goes wrong on a way of pictures is answered like any refusal. */
export function answerImageErrors(http: FastifyInstance, log: Log): void {
  http.setErrorHandler((error: { code?: string; statusCode?: number }, _request, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuseImage(reply, 'too-large');
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return refuseImage(reply, 'not-an-image');
    }
    const isOut = isStorageOutage(error);
    log[isOut ? 'warn' : 'error']({ err: error }, 'a picture could not be taken or shown');
    return refuseImage(reply, 'try-again');
  });
}
