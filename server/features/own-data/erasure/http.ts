import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type AskErasureRefusal, ERASURE_PATH } from '#shared/features/own-data/erasure/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { writeAudit } from '../../../platform/audit.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Can, SubjectOf } from '../../../platform/dispatch.ts';
import type { Log } from '../../../platform/log.ts';
import { isStorageOutage } from '../../../platform/storage-errors.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { isLastAdministrator, lockStandings } from '../../admin/public.ts';
import {
  hasPassword,
  isProvedLately,
  type LiveSignIn,
  leaveLetter,
} from '../../identity/public.ts';
import { askedLetter } from './letters.ts';
import { addWish, takeWishBack } from './repository.ts';

const STATUS: Readonly<Record<AskErasureRefusal, number>> = {
  'signed-out': 401,
  'not-found': 404,
  'not-fresh': 403,
  'last-administrator': 409,
  'try-again': 503,
  'wrong-origin': 403,
  fault: 500,
};

type Work = (tx: Tx, personId: PersonId, now: Instant) => Promise<AskErasureRefusal | null>;

/** `POST /api/me/erasure` asks to be erased, `DELETE` takes it back. Each can be sent again: it is asked once. */
export function serveOwnErasure(
  http: FastifyInstance,
  parts: {
    readonly database: Database;
    readonly clock: Clock;
    readonly can: Can;
    readonly subjectOf: SubjectOf;
    readonly log: Log;
    readonly callerOf: (request: FastifyRequest) => Promise<LiveSignIn | null>;
  },
): void {
  const { database, clock, log } = parts;

  async function settle(request: FastifyRequest, work: Work): Promise<AskErasureRefusal | null> {
    const caller = await parts.callerOf(request);
    if (!caller) return 'signed-out';
    const { personId, signInId } = caller;
    const now = clock.now();
    if (!(await isProvedLately(database, caller, now))) return 'not-fresh';
    return inTransaction(database, 'change', async (tx) => {
      await lockStandings(tx);
      const subject = await parts.subjectOf(tx, personId, signInId, now);
      const may = parts.can(subject, 'own-data/ask-erasure', { ownerId: personId }, { now });
      return may ? work(tx, personId, now) : 'not-found';
    });
  }

  const answered = (work: Work) => async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store');
    const refusal = await settle(request, work).catch((error: unknown) => {
      if (!isStorageOutage(error)) throw error;
      log.warn({ err: error }, 'storage is out; a wish to be erased may be sent again');
      return 'try-again' as const;
    });
    if (refusal) return reply.code(STATUS[refusal]).send({ ok: false, refusal });
    return reply.code(204).send();
  };

  http.post(
    ERASURE_PATH,
    answered(async (tx, personId, now) => {
      if (await isLastAdministrator(tx, personId, now)) return 'last-administrator';
      if (!(await addWish(tx, personId, now))) return null;
      await writeAudit(tx, { at: now, by: personId, of: personId, action: 'erasure-asked' });
      // Whoever did not ask themselves is to hear of it.
      const by = (await hasPassword(tx, personId)) ? 'withPassword' : 'withCode';
      const letter = { write: askedLetter(now, by), path: '/mine-opplysninger', at: now };
      await leaveLetter(tx, personId, letter);
      return null;
    }),
  );
  http.delete(
    ERASURE_PATH,
    answered(async (tx, personId, now) => {
      if (await takeWishBack(tx, personId, now))
        await writeAudit(tx, { at: now, by: personId, of: personId, action: 'erasure-taken-back' });
      return null;
    }),
  );
}
