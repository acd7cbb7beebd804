import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import {
  OWN_PICTURE_PATH,
  PICTURE_FILE_BYTES_MAX,
  type PictureAnswer,
  type PictureId,
  type PictureRefusal,
} from '#shared/features/identity/profile/model.ts';
import { id } from '#shared/kernel/ids.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Caller, Can, SubjectOf } from '../../../platform/dispatch.ts';
import { imageKindOf } from '../../../platform/images/image-kind.ts';
import type { Redraw } from '../../../platform/images/redraw.ts';
import { sendPicture } from '../../../platform/images/send-picture.ts';
import type { Log } from '../../../platform/log.ts';
import { newId } from '../../../platform/new-id.ts';
import { isStorageOutage } from '../../../platform/storage-errors.ts';
import type { UnitOfWork } from '../../../platform/unit-of-work.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import type { BeforeShown } from './handlers.ts';
import { keepPicture, pictureNamed } from './repository.ts';

/** Sharp on a telephone where it fills a tile, and a few tens of kilobytes. */
const SQUARE_PX = 384;
/** Somebody tries a few; nobody needs more. */
const PICTURES_PER_PERSON = { points: 20, duration: 10 * 60 };

const STATUS: Readonly<Record<PictureRefusal, number>> = {
  'too-large': 413,
  'too-many-pixels': 422,
  heic: 415,
  'not-an-image': 415,
  'too-many-calls': 429,
  'signed-out': 401,
  'not-found': 404,
  'try-again': 503,
};

/** `POST /api/profile/picture` takes the bytes of a picture of oneself (row 56), `GET …/:picture` shows it to oneself. */
export async function serveOwnPicture(
  app: FastifyInstance,
  parts: {
    readonly database: Database;
    readonly clock: Clock;
    readonly redraw: Redraw;
    readonly unitOfWork: UnitOfWork;
    readonly callerOf: (request: FastifyRequest) => Promise<Caller | null>;
    readonly can: Can;
    readonly subjectOf: SubjectOf;
    readonly beforeShown: BeforeShown;
    readonly log: Log;
  },
): Promise<void> {
  const { database, clock, unitOfWork, beforeShown } = parts;
  const limit = new RateLimiterMemory(PICTURES_PER_PERSON);
  const callers = new WeakMap<FastifyRequest, Caller>();
  const sending = new Set<string>();

  async function whyNot(tx: Tx, { personId, signInId }: Caller, now: number) {
    const subject = await parts.subjectOf(tx, personId, signInId, now);
    if (!subject?.active) return 'signed-out';
    return parts.can(subject, 'profile/own', { ownerId: personId }, { now }) ? null : 'not-found';
  }

  /** Everything that can be known before a byte of the file is read. */
  async function admit(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const refusal = await whyNotRead(request, reply);
    return refusal ? refuse(reply, refusal) : undefined;
  }

  async function whyNotRead(
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<PictureRefusal | null> {
    const caller = await parts.callerOf(request);
    if (!caller) return 'signed-out';
    if (Number(request.headers['content-length'] ?? 0) > PICTURE_FILE_BYTES_MAX) return 'too-large';
    const refused = await inTransaction(database, 'view', (tx) => whyNot(tx, caller, clock.now()));
    if (refused) return refused;
    if (!(await limit.consume(caller.personId).catch(() => null))) return 'too-many-calls';
    if (sending.has(caller.personId) || reply.raw.destroyed) return 'try-again';
    sending.add(caller.personId);
    callers.set(request, caller);
    reply.raw.once('close', () => sending.delete(caller.personId));
    return null;
  }

  async function take(caller: Caller, file: Buffer): Promise<PictureAnswer> {
    const kind = imageKindOf(file);
    if (kind === null || kind === 'heic') return no(kind ?? 'not-an-image');
    const drawn = await parts.redraw.redraw(file, kind, SQUARE_PX);
    if (drawn === 'too-busy') return no('try-again');
    if (drawn === 'broken') return no('not-an-image');
    if (drawn === 'too-many-pixels') return no(drawn);

    const picture: PictureId = newId<'picture'>();
    return unitOfWork.run(async ({ tx, publish, now }): Promise<PictureAnswer> => {
      // Asked once more: drawing takes a while.
      const refused = await whyNot(tx, caller, now);
      if (refused) return no(refused);
      const tell = await beforeShown(tx, caller.personId, now);
      await keepPicture(tx, caller.personId, { picture, bytes: drawn.bytes, at: now });
      await tell(publish);
      return { ok: true, value: { picture } };
    });
  }

  await app.register(async (http) => {
    http.removeAllContentTypeParsers();
    http.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: PICTURE_FILE_BYTES_MAX },
      (_request, body, done) => done(null, body),
    );
    http.setErrorHandler((error: { code?: string; statusCode?: number }, _request, reply) => {
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse(reply, 'too-large');
      if (error.statusCode !== undefined && error.statusCode < 500)
        return refuse(reply, 'not-an-image');
      const isOut = isStorageOutage(error);
      parts.log[isOut ? 'warn' : 'error']({ err: error }, 'a picture of somebody was not taken');
      return refuse(reply, 'try-again');
    });

    http.post(
      OWN_PICTURE_PATH,
      { onRequest: admit, bodyLimit: PICTURE_FILE_BYTES_MAX, config: { takesFile: true } },
      async (request, reply) => {
        const caller = callers.get(request);
        if (!caller) throw new Error('a picture that nobody asked about');
        const file = request.body as Buffer | undefined;
        if (!file?.length) return refuse(reply, 'not-an-image');
        const answer = await take(caller, file);
        return answer.ok ? reply.send(answer) : refuse(reply, answer.refusal);
      },
    );

    http.get(`${OWN_PICTURE_PATH}/:picture`, async (request, reply) => {
      const caller = await parts.callerOf(request);
      if (!caller) return refuse(reply, 'signed-out');
      const picture = id<'picture'>().safeParse((request.params as { picture: string }).picture);
      const shown =
        picture.success &&
        (await inTransaction(database, 'view', async (tx) =>
          (await whyNot(tx, caller, clock.now())) ? null : pictureNamed(tx, picture.data),
        ));
      if (!shown || shown.personId !== caller.personId) return refuse(reply, 'not-found');
      return sendPicture(reply, shown.bytes);
    });
  });
}

function refuse(reply: FastifyReply, refusal: PictureRefusal): FastifyReply {
  // What is still on its way is not waited for.
  if (!reply.request.raw.complete) reply.header('connection', 'close');
  return reply.code(STATUS[refusal]).header('cache-control', 'no-store').send(no(refusal));
}

function no(refusal: PictureRefusal): PictureAnswer {
  return { ok: false, refusal };
}
