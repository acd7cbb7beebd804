import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { type ImageId, id, type SubmissionId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Caller, Can, SubjectOf } from '../../platform/dispatch.ts';
import type { Log } from '../../platform/log.ts';
import type { Blobs } from '../../storage/blobs.ts';
import type { Database } from '../../storage/database.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { answerImageErrors, type Shown, showImage } from '../document/public.ts';
import { loadSubmission } from './standing.ts';
import { hasImage } from './submissions.ts';

const params = z.object({ submissionId: id<'submission'>(), imageId: id<'image'>() });

/** `GET /api/submission/…/image/…` shows a picture that was handed in to whoever may read what was handed in, asked each time. */
export async function serveImagesHandedIn(
  app: FastifyInstance,
  parts: {
    readonly database: Database;
    readonly blobs: Pick<Blobs, 'get'>;
    readonly clock: Clock;
    readonly can: Can;
    readonly subjectOf: SubjectOf;
    readonly callerOf: (request: FastifyRequest) => Promise<Caller | null>;
    readonly log: Log;
  },
): Promise<void> {
  async function show(
    caller: Caller,
    submissionId: SubmissionId,
    imageId: ImageId,
  ): Promise<Shown> {
    const asked = await inTransaction(parts.database, 'view', async (tx) => {
      const now = parts.clock.now();
      const subject = await parts.subjectOf(tx, caller.personId, caller.signInId, now);
      if (!subject?.active) return 'signed-out';
      const paper = await loadSubmission({ tx, subject, input: { submissionId }, now });
      if (!paper || !parts.can(subject, 'submission/read', paper, { now })) return null;
      return (await hasImage(tx, submissionId, imageId)) ? 'shown' : null;
    });
    return asked === 'shown' ? parts.blobs.get(imageId) : asked;
  }

  await app.register(async (http) => {
    answerImageErrors(http, parts.log);
    http.get('/api/submission/:submissionId/image/:imageId', async (request, reply) => {
      const caller = await parts.callerOf(request);
      if (!caller) return showImage(reply, 'signed-out');
      const asked = params.safeParse(request.params);
      if (!asked.success) return showImage(reply, null);
      const { submissionId, imageId } = asked.data;
      return showImage(reply, await show(caller, submissionId, imageId as ImageId));
    });
  });
}
