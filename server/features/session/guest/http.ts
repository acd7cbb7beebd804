import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { LANGUAGES } from '#shared/features/identity/sign-in/model.ts';
import {
  GUEST_ENTER_PATH,
  GUEST_LOOK_PATH,
  type GuestDoor,
  type GuestRefusal,
} from '#shared/features/session/guest/model.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../../platform/clock.ts';
import { LINK_DOOR_STATUS, makeLinkDoor } from '../../../platform/link-door.ts';
import type { Log } from '../../../platform/log.ts';
import type { Database } from '../../../storage/database.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { hashOfToken, type SignIns } from '../../identity/public.ts';
import { enterAsGuest, lookAtDoor } from './door.ts';

/** Nothing that is asked here is larger, and all of it may come from anybody. */
const BODY_BYTES_MAX = 4096;

/** A secret of 256 bits as browsers write it; whatever else stands there opens nothing either. */
const secret = z.string().check(z.maxLength(200));
const lookBody = z.object({ token: secret, browser: z.optional(secret) });
const enterBody = z.object({
  token: secret,
  browser: secret,
  name: z.optional(z.string().check(z.maxLength(1_000))),
  language: z.optional(z.enum(LANGUAGES)),
});

const STATUS: Readonly<Record<GuestRefusal, number>> = {
  ...LINK_DOOR_STATUS,
  'name-taken': 422,
};

export type GuestDoorParts = {
  readonly database: Database;
  readonly signIns: Pick<SignIns, 'signInFromCookie' | 'signInByLink'>;
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * Row 58: a link's door, before any sign-in. What opens it comes in the body, so that no address, log or referrer holds it.
 * Guessed, expired and withdrawn links meet the same question to the database and the same answer.
 */
export function serveGuestDoor(http: FastifyInstance, parts: GuestDoorParts): void {
  const { database, signIns, clock } = parts;
  const answered = makeLinkDoor<GuestRefusal>(STATUS, parts);
  const options = { bodyLimit: BODY_BYTES_MAX };

  http.post(GUEST_LOOK_PATH, options, (request, reply) =>
    answered(request, reply, async (): Promise<GuestDoor | GuestRefusal> => {
      const body = lookBody.safeParse(request.body);
      if (!body.success) return 'bad-input';
      const signedIn = await signIns.signInFromCookie(request.headers);
      const asked = { ...hashed(body.data), signedIn, now: clock.now() };
      return inTransaction(database, 'view', (tx) => lookAtDoor(tx, asked));
    }),
  );

  http.post(GUEST_ENTER_PATH, options, (request, reply) =>
    answered(request, reply, async (): Promise<{ sessionId: SessionId } | GuestRefusal> => {
      const body = enterBody.safeParse(request.body);
      if (!body.success) return 'bad-input';
      const signedIn = await signIns.signInFromCookie(request.headers);
      const { name = '', language = 'nb' } = body.data;
      const userAgent = request.headers['user-agent'] ?? '';
      const asked = { ...hashed(body.data), signedIn, name, language, userAgent, clock };
      const entered = await inTransaction(database, 'change', (tx) =>
        enterAsGuest(tx, signIns, asked),
      );
      if (typeof entered === 'string') return entered;
      if (entered.cookie) reply.header('set-cookie', entered.cookie);
      return { sessionId: entered.sessionId };
    }),
  );
}

function hashed({ token, browser }: { token: string; browser?: string | undefined }) {
  return {
    tokenHash: hashOfToken(token),
    browserHash: browser === undefined ? null : hashOfToken(browser),
  };
}
