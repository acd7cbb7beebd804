import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import * as z from 'zod/mini';
import {
  VOICE_PART_BYTES,
  type VoicePartAnswer,
  type VoicePartRefusal,
} from '#shared/features/session/round/voice-note.ts';
import { id } from '#shared/kernel/ids.ts';
import type { Caller } from '../../../../platform/dispatch.ts';
import type { Log } from '../../../../platform/log.ts';
import { isStorageOutage } from '../../../../platform/storage-errors.ts';
import { makeVoiceNotes, type NoteAsked } from './voice-notes.ts';

/** Of one person: four of the largest notes, each part of them once, and some again. */
const PARTS_PER_PERSON = { points: 400, duration: 10 * 60 };

const STATUS: Readonly<Record<VoicePartRefusal, number>> = {
  'bad-part': 422,
  'too-long': 413,
  'not-joined': 409,
  'no-round': 409,
  'not-your-turn': 409,
  'too-many-calls': 429,
  'signed-out': 401,
  'not-found': 404,
  'try-again': 503,
};

const NOTE = '/api/session/:sessionId/round/:roundId/voice-note/:noteId';
const noteParams = z.object({
  sessionId: id<'session'>(),
  roundId: id<'round'>(),
  noteId: id<'voice-note'>(),
});
const partParams = z.object({
  ...noteParams.shape,
  nth: z.string().check(z.regex(/^(0|[1-9]\d{0,3})$/u)),
});

/** `PUT …/voice-note/…/part/…` takes a part of a note, `GET …/voice-note/…` lets the ring hear it. */
export async function serveVoiceNotes(
  app: FastifyInstance,
  parts: Parameters<typeof makeVoiceNotes>[0] & {
    readonly callerOf: (request: FastifyRequest) => Promise<Caller | null>;
    readonly log: Log;
  },
): Promise<void> {
  const notes = makeVoiceNotes(parts);
  const limit = new RateLimiterMemory(PARTS_PER_PERSON);
  const asked = new WeakMap<FastifyRequest, Caller>();

  /** What can be known before a byte of it is read. */
  async function admit(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const caller = await parts.callerOf(request);
    if (!caller) return refusePart(reply, 'signed-out');
    if ((await limit.consume(caller.personId).catch(() => null)) === null)
      return refusePart(reply, 'too-many-calls');
    asked.set(request, caller);
    return undefined;
  }

  await app.register(async (http) => {
    http.removeAllContentTypeParsers();
    http.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: VOICE_PART_BYTES },
      (_request, body, done) => done(null, body),
    );
    answerErrors(http, parts.log);

    http.put(
      `${NOTE}/part/:nth`,
      { onRequest: admit, bodyLimit: VOICE_PART_BYTES, config: { takesFile: true } },
      async (request, reply) => {
        const caller = asked.get(request);
        if (!caller) throw new Error('a part that nobody asked about');
        const params = partParams.safeParse(request.params);
        if (!params.success) return refusePart(reply, 'not-found');
        const { nth, ...note } = params.data;
        const body = (request.body as Buffer | undefined) ?? Buffer.alloc(0);
        const refusal = await notes.takePart(caller, note, Number(nth), body);
        return refusal ? refusePart(reply, refusal) : reply.send({ ok: true } satisfies Answer);
      },
    );
    http.get(NOTE, async (request, reply) => {
      const caller = await parts.callerOf(request);
      const params = noteParams.safeParse(request.params);
      return caller && params.success
        ? sendNote(request, reply, caller, params.data)
        : refusePart(reply, 'not-found');
    });
  });

  /** No browser keeps any of it: it is gone with the round. */
  async function sendNote(
    request: FastifyRequest,
    reply: FastifyReply,
    caller: Caller,
    note: NoteAsked,
  ): Promise<FastifyReply> {
    const heard = await notes.hear(caller, note, request.headers.range);
    if (!heard) return refusePart(reply, 'not-found');
    const { stretch, length } = heard;
    reply.header('cache-control', 'private, no-store').header('accept-ranges', 'bytes');
    if (stretch === 'unsatisfiable')
      return reply.code(416).header('content-range', `bytes */${length}`).send();
    if (stretch.isPart) {
      const last = stretch.from + stretch.length - 1;
      reply.code(206).header('content-range', `bytes ${stretch.from}-${last}/${length}`);
    }
    return reply
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('content-disposition', 'inline; filename="lydmelding"')
      .type(heard.type)
      .send(heard.bytes);
  }
}

type Answer = VoicePartAnswer;

function refusePart(reply: FastifyReply, refusal: VoicePartRefusal): FastifyReply {
  // What is still on its way is not waited for.
  if (!reply.request.raw.complete) reply.header('connection', 'close');
  const answer: Answer = { ok: false, refusal };
  return reply.code(STATUS[refusal]).header('cache-control', 'no-store').send(answer);
}

/** What goes wrong here is answered like any refusal. */
function answerErrors(http: FastifyInstance, log: Log): void {
  http.setErrorHandler((error: { code?: string; statusCode?: number }, _request, reply) => {
    if (error.statusCode !== undefined && error.statusCode < 500)
      return refusePart(reply, 'bad-part');
    const isOut = isStorageOutage(error);
    log[isOut ? 'warn' : 'error']({ err: error }, 'a voice note could not be taken or heard');
    return refusePart(reply, 'try-again');
  });
}
