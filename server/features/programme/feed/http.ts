import type { FastifyInstance, FastifyReply } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { CALENDAR_FEED_PATH } from '#shared/features/programme/feed/model.ts';
import { DAY_MS, type Instant } from '#shared/kernel/duration.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Can } from '../../../platform/dispatch.ts';
import { networkOf } from '../../../platform/network-of.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { hashOfToken, subjectApart } from '../../identity/public.ts';
import { gatheringsIn, sessionsIn } from '../calendar/between.ts';
import { plannedBetween } from '../planning/repository.ts';
import { calendarText, type FeedDeadline } from './calendar-text.ts';
import { ownerOfAddress } from './repository.ts';

/** What has been stays for a while, so that a calendar that asks seldom hears what became of it. */
const BEHIND_MS = 90 * DAY_MS;
const AHEAD_MS = 550 * DAY_MS;

/** A class behind one address, each with a few programs that ask every quarter of an hour. */
const ASKED_PER_NETWORK = { points: 600, duration: 15 * 60 };

const FILE = /^([A-Za-z0-9_-]{43})\.ics$/u;

export type FeedParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly can: Can;
  /** An origin, as people reach us. */
  readonly baseUrl: string;
  /** From the assignments' own slice, by its own rights. */
  readonly deadlinesOf: (tx: Tx, subject: Subject, now: Instant) => Promise<FeedDeadline[]>;
};

/**
 * Row 1 by a secret address, for programs that cannot sign in: what its owner may see just now, and nothing else. An address that
 * is ended, wrong, or whose owner is suspended meets one answer.
 */
export function serveCalendarFeed(http: FastifyInstance, parts: FeedParts): void {
  const { database, clock } = parts;
  const limit = new RateLimiterMemory(ASKED_PER_NETWORK);

  http.get<{ Params: { file: string } }>(`${CALENDAR_FEED_PATH}/:file`, async (request, reply) => {
    reply.header('cache-control', 'private, no-cache');
    if (!(await limit.consume(networkOf(request.ip)).catch(() => null)))
      return refused(
        reply.header('retry-after', ASKED_PER_NETWORK.duration),
        429,
        'too-many-calls',
      );
    const secret = FILE.exec(request.params.file)?.[1];
    if (secret === undefined) return refused(reply, 404, 'not-found');
    const now = clock.now();
    const text = await inTransaction(database, 'view', (tx) => feedOf(tx, parts, secret, now));
    if (text === null) return refused(reply, 404, 'not-found');
    return reply.type('text/calendar; charset=utf-8').send(text);
  });
}

async function feedOf(
  tx: Tx,
  { can, baseUrl, deadlinesOf }: FeedParts,
  secret: string,
  now: Instant,
): Promise<string | null> {
  const owner = await ownerOfAddress(tx, hashOfToken(secret));
  const subject = owner && (await subjectApart(tx, owner.personId));
  if (!owner || !subject) return null;
  if (!can(subject, 'calendar/see', { ownerId: owner.personId }, { now })) return null;
  const around = { startsAt: now - BEHIND_MS, endsAt: now + AHEAD_MS };
  const versions = new Map(
    (await plannedBetween(tx, subject, around, now)).map(({ sessionId, version }) => {
      return [sessionId, version];
    }),
  );
  const fed = {
    sessions: (await sessionsIn(tx, subject, around, now)).map((session) => ({
      ...{ ...session, version: versions.get(session.id) ?? 0 },
    })),
    gatherings: await gatheringsIn(tx, subject, around, now),
    deadlines: await deadlinesOf(tx, subject, now),
  };
  return calendarText(fed, { language: owner.language, origin: new URL(baseUrl).origin, now });
}

function refused(reply: FastifyReply, status: number, refusal: string) {
  return reply.code(status).send({ ok: false, refusal });
}
