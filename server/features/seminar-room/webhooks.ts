import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { WebhookReceiver } from 'livekit-server-sdk';
import { RETENTION } from '#shared/kernel/retention.ts';
import type { Clock } from '../../platform/clock.ts';
import type { MediaEndpoint } from '../../platform/livekit/settings.ts';
import type { Log } from '../../platform/log.ts';
import { makeSeldomLog } from '../../platform/seldom-log.ts';
import type { Database } from '../../storage/database.ts';
import type { RoomId } from './place.ts';

export const WEBHOOK_PATH = '/api/media/webhook';

const BODY_BYTES_MAX = 64 * 1024;
const LEEWAY_S = 60;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/**
 * Hears what the media server says has happened. It is signed, with a hash of the very bytes; a repeat is none; and
 * it only hastens a look of our own: late, lost, repeated or out of order it changes no row.
 */
export function serveWebhooks(
  http: FastifyInstance,
  parts: {
    readonly endpoint: () => MediaEndpoint | null;
    readonly database: Database;
    readonly clock: Clock;
    readonly log: Log;
    readonly hint: (room: RoomId) => void;
  },
): void {
  const saySeldom = makeSeldomLog(parts.log, parts.clock);
  http.addContentTypeParser(
    'application/webhook+json',
    { parseAs: 'string', bodyLimit: BODY_BYTES_MAX },
    (_request, body, done) => done(null, body),
  );
  http.post(
    WEBHOOK_PATH,
    { bodyLimit: BODY_BYTES_MAX, config: { writesFromAnywhere: true } },
    async (request, reply) => {
      const endpoint = parts.endpoint();
      const { body, headers } = request;
      if (!endpoint) return reply.code(401).send();
      const receiver = new WebhookReceiver(endpoint.apiKey, endpoint.apiSecret);
      const event =
        typeof body === 'string' && headers.authorization
          ? await receiver.receive(body, headers.authorization, false, LEEWAY_S).catch(() => null)
          : null;
      if (event === null) {
        saySeldom('a message of the media server is not signed by it');
        return reply.code(401).send();
      }
      const room = event.room?.name ?? '';
      if (UUID.test(room) && (await isNew(parts.database, event.id))) parts.hint(room as RoomId);
      return reply.code(200).send();
    },
  );
}

async function isNew(database: Database, id: string): Promise<boolean> {
  const { rowCount } = await database.execute(
    sql`insert into media_event (id, at) values (${id}, now()) on conflict do nothing`,
  );
  return rowCount === 1;
}

/** Repeats come within seconds. */
export async function forgetOldEvents(database: Database): Promise<void> {
  await database.execute(sql`
    delete from media_event
    where at < now() - ${RETENTION['media-event']} * interval '1 millisecond'`);
}
