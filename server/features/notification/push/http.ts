import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  isPushService,
  PUSH_DEVICES_PATH,
  PUSH_KEY_PATH,
  subscription,
} from '#shared/features/notification/push.ts';
import type { PersonId, SignInId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Can, SubjectOf } from '../../../platform/dispatch.ts';
import type { Database } from '../../../storage/database.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { addDevice } from './devices.ts';

const BODY_BYTES_MAX = 4096;
const STATUS = { 'signed-out': 401, 'not-found': 404, 'bad-input': 400 } as const;

type Caller = { readonly personId: PersonId; readonly signInId: SignInId };

export type PushDoorParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly can: Can;
  readonly subjectOf: SubjectOf;
  readonly callerOf: (request: FastifyRequest) => Promise<Caller | null>;
  readonly publicKey: string;
  /** Other than the browsers' own services, for tests. */
  readonly isService?: (endpoint: string) => boolean;
};

/** Row 64: the device that one sits at is added over HTTP, since it is the sign-in's, and goes when that is ended. */
export function servePushDevices(http: FastifyInstance, parts: PushDoorParts): void {
  const { database, clock, can, subjectOf, callerOf, isService = isPushService } = parts;
  const refused = (reply: FastifyReply, refusal: keyof typeof STATUS) =>
    reply.code(STATUS[refusal]).send({ ok: false, refusal });

  http.get(PUSH_KEY_PATH, async () => ({ publicKey: parts.publicKey }));

  http.post(PUSH_DEVICES_PATH, { bodyLimit: BODY_BYTES_MAX }, async (request, reply) => {
    const caller = await callerOf(request);
    if (!caller) return refused(reply, 'signed-out');
    const body = subscription.safeParse(request.body);
    if (!body.success || !isService(body.data.endpoint)) return refused(reply, 'bad-input');
    const { personId, signInId } = caller;
    const now = clock.now();
    const added = await inTransaction(database, 'change', async (tx) => {
      const subject = await subjectOf(tx, personId, signInId, now);
      if (!can(subject, 'notice/own', { ownerId: personId }, { now })) return false;
      await addDevice(tx, caller, body.data, now);
      return true;
    });
    return added ? {} : refused(reply, 'not-found');
  });
}
