import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import { connectionOptions, type DatabaseSource, type Tx } from '../storage/database.ts';
import type { Figure } from './figures.ts';
import type { Log } from './log.ts';

/** Work that the database hands out: at a time of its own, to one of us, and again when it fails. */
export type Jobs = {
  /**
   * Has `work` done at each time of a cron line, by Oslo's clock. It may be done twice, after a kill: what must happen once has a
   * row of its own that says so, in the transaction that does it (docs/decisions/0097).
   */
  every(name: string, cron: string, work: () => Promise<void>): Promise<void>;
  /** Has `work` done with what is left for it, each by itself, and again for a while when it fails. */
  each<Data extends object>(name: string, work: (data: Data) => Promise<void>): Promise<void>;
  /** Leaves work to be done when the transaction is committed: ids alone. */
  leave(tx: Tx, name: string, data: object): Promise<void>;
  /** How much waits, is under way and has failed, as it was counted last. */
  figures(): Figure[];
  /** Waits for what is under way, for a moment. */
  stop(): Promise<void>;
};

const SCHEMA = 'job';
/** One that listens for work, one that does it, one to spare. */
const CONNECTIONS = 3;
const LOOK_EVERY_S = 2;
/** Longer than any of our work takes. After a kill it is given out again. */
const UNDER_WAY_AT_MOST_S = 120;
const RETRIES = 3;
/** What is done is kept to look into when something went wrong. */
const DONE_KEPT_S = 6 * 60 * 60;
/** The last of them is some twenty minutes after the first. */
const RETRIES_OF_EACH = 8;
const FIRST_RETRY_S = 5;
const STOPS_WITHIN_MS = 2_000;

/** Opens the queue in a schema of its own beside our tables, and makes that at the first start. */
export async function openJobs(source: DatabaseSource, log: Log): Promise<Jobs> {
  const boss = new PgBoss({
    ...(connectionOptions(source) as { connectionString?: string }),
    schema: SCHEMA,
    max: CONNECTIONS,
  });
  const names: string[] = [];
  const counts = new Map<string, { waiting: number; active: number; failed: number }>();
  boss.on('error', (err) => log.warn({ err }, 'the queue of jobs met an error'));
  boss.on('warning', ({ message }) => log.warn({ message }, 'the queue of jobs warns'));
  await boss.start();

  async function count(): Promise<void> {
    for (const { name, readyCount, activeCount, failedCount } of await boss.getQueues(names))
      counts.set(name, { waiting: readyCount, active: activeCount, failed: failedCount });
  }

  async function open(name: string, retries: { retryLimit: number; retryDelay?: number }) {
    names.push(name);
    await boss.createQueue(name, {
      ...retries,
      retryBackoff: true,
      expireInSeconds: UNDER_WAY_AT_MOST_S,
      deleteAfterSeconds: DONE_KEPT_S,
      retentionSeconds: DONE_KEPT_S,
    });
  }

  async function tried(job: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (err) {
      log.warn({ err, job }, 'a job failed and is tried again');
      throw err;
    }
  }

  return {
    async every(name, cron, work) {
      await open(name, { retryLimit: RETRIES });
      await boss.schedule(name, cron, null, { tz: 'Europe/Oslo' });
      await boss.work(name, { pollingIntervalSeconds: LOOK_EVERY_S }, async () => {
        await tried(name, work);
        await count();
      });
    },
    async each<Data extends object>(name: string, work: (data: Data) => Promise<void>) {
      await open(name, { retryLimit: RETRIES_OF_EACH, retryDelay: FIRST_RETRY_S });
      await boss.work<Data>(name, { pollingIntervalSeconds: LOOK_EVERY_S }, async (jobs) => {
        for (const { data } of jobs) await tried(name, () => work(data));
      });
    },
    async leave(tx, name, data) {
      await boss.send(name, data, { db: fromDrizzle(tx, sql) });
    },
    figures: () => [
      {
        name: 'mellom_jobs',
        kind: 'gauge',
        help: 'Jobs, by name and by how they stand.',
        values: [...counts].flatMap(([job, states]) =>
          Object.entries(states).map(([state, value]) => ({ labels: { job, state }, value })),
        ),
      },
    ],
    stop: () => boss.stop({ graceful: true, timeout: STOPS_WITHIN_MS }),
  };
}
