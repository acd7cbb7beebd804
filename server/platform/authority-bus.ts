import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { connectionOptions, type Database, type DatabaseSource } from '../storage/database.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';

/** A notice can be lost with its line; the versions cannot. */
const COMPARE_EVERY_MS = 2_000;
/** Versions are drawn before their commit, so a lower one may show up later: look that far back. */
const LATE_COMMITS = 200;
const RECONNECT_AFTER_MS = 500;

/** Whose roles or relations had their end date in a stretch of time: after the first moment, up to the second. */
export type EndedBetween = (
  database: Database,
  after: Instant,
  until: Instant,
) => Promise<readonly PersonId[]>;

/**
 * Tells when somebody's rights have changed, in whatever way: triggers raise the person's version in the
 * same commit and notify. A lost notice is made up for within two seconds by comparing versions. An end date
 * that passes is no commit: it is looked for at the same pace.
 */
export async function openAuthorityBus(parts: {
  readonly source: DatabaseSource;
  readonly database: Database;
  readonly log: Log;
  readonly clock: Clock;
  readonly ended: readonly EndedBetween[];
  readonly changed: (personId: PersonId) => void;
}): Promise<{ close(): Promise<void> }> {
  let newest = await newestVersion(parts.database);
  let lookedUntil = parts.clock.now();
  const told = new Map<PersonId, number>();
  let listener: pg.Client | null = null;
  let closed = false;
  let comparing = false;

  /** A line that hears the notices. `ended` resolves when it is lost, however that came about. */
  async function listen(): Promise<{ readonly ended: Promise<void> }> {
    const client = new pg.Client(connectionOptions(parts.source));
    // Said by `end` as well, or by what is awaited below.
    client.on('error', () => undefined);
    client.on('notification', (notice) => parts.changed((notice.payload ?? '') as PersonId));
    const ended = new Promise<void>((resolve) => client.on('end', resolve));
    try {
      await client.connect();
      await client.query('listen authority');
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    listener = client;
    return { ended };
  }

  /** One line at a time, and one try after the other, however long the database is away. */
  async function keepListening(first: Promise<void>): Promise<void> {
    let ended = first;
    while (!closed) {
      await ended;
      await delay(RECONNECT_AFTER_MS, undefined, { ref: false });
      if (closed) return;
      const line = await listen().catch(() => null);
      ended = line?.ended ?? Promise.resolve();
    }
  }

  async function compare(): Promise<void> {
    if (comparing) return;
    comparing = true;
    try {
      const { rows } = await parts.database.execute<{ person_id: PersonId; version: string }>(sql`
        select person_id, version from authority where version > ${newest - LATE_COMMITS} order by version`);
      for (const row of rows) {
        const version = Number(row.version);
        if (told.get(row.person_id) === version) continue;
        told.set(row.person_id, version);
        newest = Math.max(newest, version);
        parts.changed(row.person_id);
      }
      for (const [personId, version] of told)
        if (version <= newest - LATE_COMMITS) told.delete(personId);
      await lookForEnds();
    } catch (error) {
      parts.log.debug({ err: error }, 'versions could not be compared');
    } finally {
      comparing = false;
    }
  }

  async function lookForEnds(): Promise<void> {
    const now = parts.clock.now();
    for (const endedBetween of parts.ended) {
      for (const personId of await endedBetween(parts.database, lookedUntil, now))
        parts.changed(personId);
    }
    lookedUntil = now;
  }

  const line = await listen();
  void keepListening(line.ended);
  const timer = setInterval(compare, COMPARE_EVERY_MS);

  return {
    async close() {
      closed = true;
      clearInterval(timer);
      await listener?.end().catch(() => undefined);
    },
  };
}

async function newestVersion(database: Database): Promise<number> {
  const { rows } = await database.execute<{ version: string }>(
    sql`select coalesce(max(version), 0) as version from authority`,
  );
  return Number(rows[0]?.version ?? 0);
}
