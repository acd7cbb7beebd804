import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { OWN_DATA_PATH, type TakeOutRefusal } from '#shared/features/own-data/export/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { writeAudit } from '../../../platform/audit.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Can, SubjectOf } from '../../../platform/dispatch.ts';
import type { Log } from '../../../platform/log.ts';
import { isStorageOutage } from '../../../platform/storage-errors.ts';
import { zipOf } from '../../../platform/zip.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { isProvedLately, type LiveSignIn } from '../../identity/public.ts';
import { type EntriesParts, ownEntries } from './entries.ts';

/** Enough for whoever has lost the file, and nothing for whoever would keep us busy. */
const PER_PERSON = { points: 5, duration: 60 * 60 };
/** Each holds one file in memory. */
const AT_ONCE = 4;

const STATUS: Readonly<Record<TakeOutRefusal, number>> = {
  'signed-out': 401,
  'not-found': 404,
  'not-fresh': 403,
  'under-way': 409,
  'too-many-calls': 429,
  'try-again': 503,
  'wrong-origin': 403,
  fault: 500,
};

export type TakeOutParts = EntriesParts & {
  readonly clock: Clock;
  readonly can: Can;
  readonly subjectOf: SubjectOf;
  readonly log: Log;
  readonly callerOf: (request: FastifyRequest) => Promise<LiveSignIn | null>;
};

/** `POST /api/me/data`: what we hold about whoever asks, as a zip that is made while it is read. */
export function serveOwnData(http: FastifyInstance, parts: TakeOutParts): void {
  const { database, clock, log } = parts;
  const limit = new RateLimiterMemory(PER_PERSON);
  const underWay = new Set<PersonId>();

  async function whyNot(caller: LiveSignIn): Promise<TakeOutRefusal | null> {
    const { personId, signInId } = caller;
    const now = clock.now();
    const may = await inTransaction(database, 'view', async (tx) => {
      const subject = await parts.subjectOf(tx, personId, signInId, now);
      return parts.can(subject, 'own-data/export', { ownerId: personId }, { now });
    });
    if (!may) return 'not-found';
    if (!(await isProvedLately(database, caller, now))) return 'not-fresh';
    if (underWay.has(personId)) return 'under-way';
    if (underWay.size >= AT_ONCE) return 'try-again';
    const counted = await limit.consume(personId).catch(() => null);
    if (counted === null) return 'too-many-calls';
    // Asked once more: another window may have come meanwhile. From here to the end of the count nothing is waited for.
    return underWay.has(personId) ? 'under-way' : null;
  }

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const caller = await parts.callerOf(request);
    if (!caller) return refuse(reply, 'signed-out');
    const refusal = await whyNot(caller);
    if (refusal) return refuse(reply, refusal);
    const { personId } = caller;
    underWay.add(personId);
    reply.raw.once('close', () => underWay.delete(personId));
    const now = clock.now();
    await writeAudit(database, { at: now, by: personId, of: personId, action: 'data-taken-out' });
    const zip = Readable.from(zipOf(ownEntries(parts, { personId, now }), now), {
      objectMode: false,
    });
    zip.once('error', (error) => log.warn({ err: error }, 'own data could not be taken out whole'));
    return reply
      .type('application/zip')
      .header('content-disposition', 'attachment; filename="mellom.zip"')
      .send(zip);
  }

  http.post(OWN_DATA_PATH, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      return await answer(request, reply);
    } catch (error) {
      if (!isStorageOutage(error)) throw error;
      log.warn({ err: error }, 'storage is out; whoever takes out their data may try again');
      return refuse(reply, 'try-again');
    }
  });
}

function refuse(reply: FastifyReply, refusal: TakeOutRefusal): FastifyReply {
  return reply.code(STATUS[refusal]).send({ ok: false, refusal });
}
