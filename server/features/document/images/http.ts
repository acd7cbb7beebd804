import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import * as z from 'zod/mini';
import {
  IMAGE_FILE_BYTES_MAX,
  type ImageAnswer,
  type ImageRefusal,
} from '#shared/features/document/images/model.ts';
import { type DocumentId, type ImageId, id } from '#shared/kernel/ids.ts';
import type { Caller } from '../../../platform/dispatch.ts';
import type { Log } from '../../../platform/log.ts';
import { isStorageOutage } from '../../../platform/storage-errors.ts';
import type { Images } from './images.ts';

/** Pictures that one person may send: an album at once, and not all day. */
const IMAGES_PER_PERSON = { points: 60, duration: 10 * 60 };
/** A picture is large, and a class is many: at once from one person, so that they hold no more than this in memory. */
const AT_ONCE_PER_PERSON = 2;
const AT_ONCE = 12;
/** Never changes under its name. A day, so that who has lost the right loses the browser's copy as well. */
const KEPT_S = 24 * 60 * 60;

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

const documentParams = z.object({ documentId: id<'document'>() });
const imageParams = z.object({ documentId: id<'document'>(), imageId: id<'image'>() });

type Asked = { readonly caller: Caller; readonly documentId: DocumentId };

/** `POST /api/document/…/image` takes a picture's bytes, `GET …/image/…` shows it. */
export async function serveImages(
  app: FastifyInstance,
  parts: {
    readonly images: Images;
    readonly callerOf: (request: FastifyRequest) => Promise<Caller | null>;
    readonly log: Log;
  },
): Promise<void> {
  const { images } = parts;
  const limit = new RateLimiterMemory(IMAGES_PER_PERSON);
  const underWay = new Map<string, number>();
  const asked = new WeakMap<FastifyRequest, Asked>();

  function refuse(reply: FastifyReply, refusal: ImageRefusal): FastifyReply {
    // What is still on its way is not waited for.
    if (!reply.request.raw.complete) reply.header('connection', 'close');
    const answer: ImageAnswer = { ok: false, refusal };
    return reply.code(STATUS[refusal]).send(answer);
  }

  function isFull({ personId }: Caller): boolean {
    const all = [...underWay.values()].reduce((sum, count) => sum + count, 0);
    return (underWay.get(personId) ?? 0) >= AT_ONCE_PER_PERSON || all >= AT_ONCE;
  }

  /** Everything that can be known before a byte of the file is read. */
  async function admit(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const refusal = await whyNot(request, reply);
    return refusal ? refuse(reply, refusal) : undefined;
  }

  async function whyNot(
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<ImageRefusal | null> {
    const caller = await parts.callerOf(request);
    if (!caller) return 'signed-out';
    const params = documentParams.safeParse(request.params);
    if (!params.success) return 'not-found';
    if (Number(request.headers['content-length'] ?? 0) > IMAGE_FILE_BYTES_MAX) return 'too-large';
    const { documentId } = params.data;
    const refused = await images.mayAdd(caller, documentId);
    if (refused) return refused;
    if (isFull(caller)) return 'try-again';
    const counted = await limit.consume(caller.personId).catch(() => null);
    if (counted === null) return 'too-many-calls';
    // Asked once more: others have come meanwhile. From here to the end of the count nothing is waited for.
    if (isFull(caller)) return 'try-again';
    // Whoever has hung up already tells no more that they do.
    if (reply.raw.destroyed) return 'try-again';
    underWay.set(caller.personId, (underWay.get(caller.personId) ?? 0) + 1);
    asked.set(request, { caller, documentId });
    reply.raw.once('close', () => {
      const left = (underWay.get(caller.personId) ?? 1) - 1;
      if (left > 0) underWay.set(caller.personId, left);
      else underWay.delete(caller.personId);
    });
    return null;
  }

  await app.register(async (http) => {
    http.removeAllContentTypeParsers();
    http.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: IMAGE_FILE_BYTES_MAX },
      (_request, body, done) => done(null, body),
    );
    http.setErrorHandler((error: { code?: string; statusCode?: number }, _request, reply) => {
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse(reply, 'too-large');
      if (error.statusCode !== undefined && error.statusCode < 500) {
        return refuse(reply, 'not-an-image');
      }
      const isOut = isStorageOutage(error);
      parts.log[isOut ? 'warn' : 'error']({ err: error }, 'a picture could not be taken or shown');
      return refuse(reply, 'try-again');
    });

    http.post(
      '/api/document/:documentId/image',
      { onRequest: admit, bodyLimit: IMAGE_FILE_BYTES_MAX, config: { takesFile: true } },
      async (request, reply) => {
        const ask = asked.get(request);
        if (!ask) throw new Error('a picture that nobody asked about');
        const file = request.body as Buffer | undefined;
        if (!file?.length) return refuse(reply, 'not-an-image');
        const answer = await images.add(ask.caller, ask.documentId, file);
        return answer.ok ? reply.send(answer) : refuse(reply, answer.refusal);
      },
    );

    http.get('/api/document/:documentId/image/:imageId', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const caller = await parts.callerOf(request);
      if (!caller) return refuse(reply, 'signed-out');
      const params = imageParams.safeParse(request.params);
      if (!params.success) return refuse(reply, 'not-found');
      const { documentId, imageId } = params.data;
      const shown = await images.show(caller, documentId, imageId as ImageId);
      if (shown === 'signed-out') return refuse(reply, 'signed-out');
      if (shown === null) return refuse(reply, 'not-found');
      return reply
        .header('cache-control', `private, max-age=${KEPT_S}, immutable`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('content-disposition', 'inline; filename="bilde.webp"')
        .type('image/webp')
        .send(shown);
    });
  });
}
