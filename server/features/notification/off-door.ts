import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { NOTICES_OFF_PAGE, NOTICES_OFF_PATH } from '#shared/features/notification/model.ts';
import { offOpens, readOffLink } from '#shared/features/notification/off-link.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { UUID } from '#shared/kernel/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import { LINK_DOOR_STATUS, makeLinkDoor } from '../../platform/link-door.ts';
import type { Log } from '../../platform/log.ts';
import type { Database } from '../../storage/database.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { isSecretOf, type LinkSecret } from '../identity/public.ts';
import { keepChoices } from './choices.ts';

const BODY_BYTES_MAX = 4096;
const token = z.string().check(z.maxLength(400));
const body = z.object({ token });
/** RFC 8058 §3.2: what a mail program sends when somebody presses once, as either kind of form. */
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];
const ONE_PRESS = /List-Unsubscribe["=\s]*One-Click/u;

export type OffDoorParts = {
  readonly database: Database;
  readonly noticeSecret: LinkSecret;
  readonly clock: Clock;
  readonly log: Log;
};

/** NOTE-7: the link of a letter turns its kinds off, without a sign-in, and opens nothing else. Only a press does it: whoever fetches the address is led to the page. */
export async function serveNoticesOff(http: FastifyInstance, parts: OffDoorParts): Promise<void> {
  const { database, noticeSecret } = parts;
  const answered = makeLinkDoor(LINK_DOOR_STATUS, parts);

  async function turnOff(given: string): Promise<object | 'link-over'> {
    const link = readOffLink(given);
    if (!link || !UUID.test(link.personId)) return 'link-over';
    const { personId, kinds, proof } = link;
    if (!isSecretOf(noticeSecret, offOpens(personId, kinds), proof)) return 'link-over';
    const kept = await inTransaction(database, 'change', (tx) =>
      keepChoices(tx, personId as PersonId, kinds, { way: 'mail', wanted: false }),
    );
    return kept ? {} : 'link-over';
  }

  http.post(NOTICES_OFF_PATH, { bodyLimit: BODY_BYTES_MAX }, (request, reply) =>
    answered(request, reply, async () => {
      const read = body.safeParse(request.body);
      return read.success ? turnOff(read.data.token) : 'bad-input';
    }),
  );

  await http.register(async (scope) => {
    scope.addContentTypeParser(FORMS, { parseAs: 'string' }, (_request, form, done) =>
      done(null, form),
    );
    type OneLink = { Params: { token: string } };
    scope.get<OneLink>(`${NOTICES_OFF_PATH}/:token`, (request, reply) =>
      reply.redirect(`${NOTICES_OFF_PAGE}#${encodeURIComponent(request.params.token)}`, 303),
    );
    scope.post<OneLink>(
      `${NOTICES_OFF_PATH}/:token`,
      { bodyLimit: BODY_BYTES_MAX, config: { writesFromAnywhere: true } },
      (request, reply) =>
        answered(request, reply, async () => {
          const isPressed = ONE_PRESS.test(String(request.body));
          return isPressed ? turnOff(request.params.token) : 'bad-input';
        }),
    );
  });
}
