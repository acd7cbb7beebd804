import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { PictureId } from '#shared/features/identity/profile/model.ts';
import { id, type SessionId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Caller, Can, SubjectOf } from '../../../platform/dispatch.ts';
import { sendPicture } from '../../../platform/images/send-picture.ts';
import type { Database } from '../../../storage/database.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { pictureNamed } from '../../identity/public.ts';
import { expectedParticipants, sessionStanding } from '../../programme/public.ts';
import { hasHeldSeat } from '../roster/repository.ts';

const params = z.object({ sessionId: id<'session'>(), picture: id<'picture'>() });

/** `GET /api/session/…/picture/…`: a picture of somebody on a session's list, for whoever sees that list (row 2), asked each time. */
export function serveRosterPictures(
  http: FastifyInstance,
  parts: {
    readonly database: Database;
    readonly clock: Clock;
    readonly callerOf: (request: FastifyRequest) => Promise<Caller | null>;
    readonly can: Can;
    readonly subjectOf: SubjectOf;
  },
): void {
  /** Null for one that is not there, or not for who asks: one answer. */
  async function shownTo(caller: Caller, sessionId: SessionId, picture: PictureId) {
    return inTransaction(parts.database, 'view', async (tx) => {
      const now = parts.clock.now();
      const subject = await parts.subjectOf(tx, caller.personId, caller.signInId, now);
      if (!subject?.active) return null;
      const session = await sessionStanding(tx, subject, sessionId, now);
      if (!session || !parts.can(subject, 'roster/see', session, { now })) return null;
      const found = await pictureNamed(tx, picture);
      if (!found) return null;
      const isListed =
        (await hasHeldSeat(tx, sessionId, found.personId)) ||
        (await expectedParticipants(tx, sessionId, now)).some(
          ({ personId }) => personId === found.personId,
        );
      return isListed ? found.bytes : null;
    });
  }

  http.get('/api/session/:sessionId/picture/:picture', async (request, reply) => {
    const caller = await parts.callerOf(request);
    const asked = params.safeParse(request.params);
    const bytes =
      caller && asked.success
        ? await shownTo(caller, asked.data.sessionId, asked.data.picture)
        : null;
    if (!bytes) return reply.code(404).header('cache-control', 'no-store').send();
    return sendPicture(reply, bytes);
  });
}
