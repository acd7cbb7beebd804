import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import * as z from 'zod/mini';
import { IMAGE_FILE_BYTES_MAX, type ImageRefusal } from '#shared/features/document/images/model.ts';
import { type DocumentId, type ImageId, id } from '#shared/kernel/ids.ts';
import type { Caller } from '../../../platform/dispatch.ts';
import type { Log } from '../../../platform/log.ts';
import { answerImageErrors, refuseImage, showImage } from './answer.ts';
import type { Images } from './images.ts';

/** Pictures that one person may send: an album at once, and not all day. */
const IMAGES_PER_PERSON = { points: 60, duration: 10 * 60 };
/** A picture is large, and a class is many: at once from one person, so that they hold no more than this in memory. */
const AT_ONCE_PER_PERSON = 2;
const AT_ONCE = 12;
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

  function isFull({ personId }: Caller): boolean {
    const all = [...underWay.values()].reduce((sum, count) => sum + count, 0);
    return (underWay.get(personId) ?? 0) >= AT_ONCE_PER_PERSON || all >= AT_ONCE;
  }

  /** Everything that can be known before a byte of the file is read. */
  async function admit(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const refusal = await whyNot(request, reply);
    return refusal ? refuseImage(reply, refusal) : undefined;
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
    answerImageErrors(http, parts.log);

    http.post(
      '/api/document/:documentId/image',
      { onRequest: admit, bodyLimit: IMAGE_FILE_BYTES_MAX, config: { takesFile: true } },
      async (request, reply) => {
        const ask = asked.get(request);
        if (!ask) throw new Error('a picture that nobody asked about');
        const file = request.body as Buffer | undefined;
        if (!file?.length) return refuseImage(reply, 'not-an-image');
        const answer = await images.add(ask.caller, ask.documentId, file);
        return answer.ok ? reply.send(answer) : refuseImage(reply, answer.refusal);
      },
    );

    http.get('/api/document/:documentId/image/:imageId', async (request, reply) => {
      const caller = await parts.callerOf(request);
      if (!caller) return showImage(reply, 'signed-out');
      const params = imageParams.safeParse(request.params);
      if (!params.success) return showImage(reply, null);
      const { documentId, imageId } = params.data;
      return showImage(reply, await images.show(caller, documentId, imageId as ImageId));
    });
  });
}
