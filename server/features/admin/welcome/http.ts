import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import {
  WELCOME_ENTER_PATH,
  WELCOME_LOOK_PATH,
  type WelcomeDoor,
  type WelcomeRefusal,
} from '#shared/features/admin/welcome/model.ts';
import { LANGUAGES } from '#shared/features/identity/sign-in/model.ts';
import type { Clock } from '../../../platform/clock.ts';
import { LINK_DOOR_STATUS, makeLinkDoor } from '../../../platform/link-door.ts';
import type { Log } from '../../../platform/log.ts';
import type { Database } from '../../../storage/database.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import type { SignIns } from '../../identity/public.ts';
import { type AtDoor, enterByWelcome, lookAtWelcome } from './door.ts';

/** Nothing that is asked here is larger, and all of it may come from anybody. */
const BODY_BYTES_MAX = 4096;

/** As a browser sends it; whatever is no link opens nothing either. */
const secret = z.string().check(z.maxLength(200));
const lookBody = z.object({ token: secret });
const enterBody = z.object({
  token: secret,
  /** Of whoever is invited these are known. */
  name: z._default(z.string().check(z.maxLength(1_000)), ''),
  email: z._default(z.string().check(z.maxLength(1_000)), ''),
  language: z.enum(LANGUAGES),
});

const STATUS: Readonly<Record<WelcomeRefusal, number>> = {
  ...LINK_DOOR_STATUS,
  'signed-in-as-another': 409,
  'bad-address': 422,
  'address-taken': 422,
  'another-address': 422,
};

export type WelcomeDoorParts = {
  readonly database: Database;
  readonly signIns: Pick<SignIns, 'signInByLink' | 'signInFromCookie' | 'linkSecret'>;
  readonly clock: Clock;
  readonly log: Log;
  /** The address of the administrator for whom the printed link is; null where it is for a first one. */
  readonly again: string | null;
};

/**
 * Row 60: the door of those who become somebody here, before any sign-in. What opens it comes in the body, so that no
 * address, log or referrer holds it.
 */
export function serveWelcomeDoor(http: FastifyInstance, parts: WelcomeDoorParts): void {
  const { database, signIns, clock, again } = parts;
  const answered = makeLinkDoor<WelcomeRefusal>(STATUS, parts);
  const options = { bodyLimit: BODY_BYTES_MAX };

  http.post(WELCOME_LOOK_PATH, options, (request, reply) =>
    answered(request, reply, async (): Promise<WelcomeDoor | WelcomeRefusal> => {
      const body = lookBody.safeParse(request.body);
      if (!body.success) return 'bad-input';
      const at = await atDoor(request, body.data.token);
      return inTransaction(database, 'view', (tx) => lookAtWelcome(tx, at));
    }),
  );

  http.post(WELCOME_ENTER_PATH, options, (request, reply) =>
    answered(request, reply, async (): Promise<object | WelcomeRefusal> => {
      const body = enterBody.safeParse(request.body);
      if (!body.success) return 'bad-input';
      const at = await atDoor(request, body.data.token);
      const userAgent = request.headers['user-agent'] ?? '';
      const cookie = await inTransaction(database, 'change', async (tx) => {
        const entered = await enterByWelcome(tx, { ...at, ...body.data });
        if (typeof entered === 'string') return { refused: entered };
        const { personId } = entered;
        const who = { personId, userAgent, until: null };
        return { set: await signIns.signInByLink(tx, who, at.now) };
      });
      if (cookie.refused) return cookie.refused;
      reply.header('set-cookie', cookie.set);
      return {};
    }),
  );

  async function atDoor(request: FastifyRequest, token: string): Promise<AtDoor> {
    const signedIn = await signIns.signInFromCookie(request.headers);
    const { linkSecret } = signIns;
    const personId = signedIn?.personId ?? null;
    return { token, linkSecret, again, personId, now: clock.now() };
  }
}
