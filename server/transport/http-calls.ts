import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { type CallId, id } from '#shared/kernel/ids.ts';
import type { Reply } from '#shared/wire/contract.ts';
import type { Clock } from '../platform/clock.ts';
import type { Caller, Dispatch } from '../platform/dispatch.ts';
import { networkOf } from '../platform/network-of.ts';
import { makeRateLimit } from './rate-limit.ts';

const CALLS = { perSecond: 20, burst: 60 };

const commandBody = z.object({ callId: id<'call'>(), input: z.unknown() });
const queryBody = z.object({ input: z.unknown() });

/** How a refusal reads as an HTTP status; the body says the rest. */
const STATUS: Record<string, number> = {
  'not-found': 404,
  'bad-input': 400,
  'signed-out': 401,
  'too-many-calls': 429,
  'try-again': 503,
  fault: 500,
};
/** Any refusal of the command's own. */
const REFUSED = 409;

/** `POST /api/command/…` and `/api/query/…`: the same dispatch as the socket's, for whoever has no socket. */
export function serveCalls(
  app: FastifyInstance,
  parts: {
    readonly dispatch: Dispatch;
    readonly callerOf: (request: FastifyRequest) => Promise<Caller | null>;
    readonly clock: Clock;
    /** Commands whose input may be longer than any other's, and by how much. They come by HTTP alone. */
    readonly long: Readonly<Record<string, number>>;
  },
): void {
  const calls = makeRateLimit(CALLS, parts.clock);

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    ask: (caller: Caller | null) => Promise<Reply<unknown, string>>,
  ): Promise<FastifyReply> {
    const caller = await parts.callerOf(request);
    const retryAfterMs = calls(caller?.personId ?? networkOf(request.ip));
    const answered: Reply<unknown, string> =
      retryAfterMs > 0 ? { ok: false, refusal: 'too-many-calls', retryAfterMs } : await ask(caller);
    if (retryAfterMs > 0) reply.header('retry-after', Math.ceil(retryAfterMs / 1000));
    return reply.code(answered.ok ? 200 : (STATUS[answered.refusal] ?? REFUSED)).send(answered);
  }

  const takeCommand = (request: FastifyRequest, reply: FastifyReply, name: string) =>
    answer(request, reply, async (caller) => {
      const body = commandBody.safeParse(request.body);
      if (!body.success) return { ok: false, refusal: 'bad-input' };
      const { callId, input } = body.data;
      return parts.dispatch.command(caller, { callId: callId as CallId, name, input });
    });
  app.post('/api/command/*', (request, reply) => takeCommand(request, reply, nameIn(request)));
  // As a file: it may take its time on a thin line.
  for (const [name, bodyLimit] of Object.entries(parts.long))
    app.post(
      `/api/command/${name}`,
      { bodyLimit, config: { takesItsTime: true } },
      (request, reply) => takeCommand(request, reply, name),
    );
  app.post('/api/query/*', (request, reply) =>
    answer(request, reply, async (caller) => {
      const body = queryBody.safeParse(request.body);
      if (!body.success) return { ok: false, refusal: 'bad-input' };
      return parts.dispatch.query(caller, { name: nameIn(request), input: body.data.input });
    }),
  );
}

function nameIn(request: FastifyRequest): string {
  return (request.params as { '*': string })['*'];
}
