import { setTimeout as delay } from 'node:timers/promises';
import { type AppParts, createApp } from './app.ts';
import type { Config } from './config.ts';
import { WEBHOOK_PATH } from './features/seminar-room/public.ts';
import { systemClock } from './platform/clock.ts';
import { openJobs } from './platform/jobs.ts';
import { addressRefused } from './platform/listening-address.ts';
import { openMediaServer } from './platform/livekit/media-server.ts';
import { type Log, makeLog } from './platform/log.ts';
import { watchProcess } from './platform/process-figures.ts';
import { type DatabaseSource, openDatabase, refuseUnsafeServer } from './storage/database.ts';
import { openEmbeddedPostgres } from './storage/embedded-postgres.ts';
import { migrate } from './storage/migrate.ts';
import { startWriteProbe } from './storage/write-probe.ts';
import { serveMetrics } from './transport/metrics.ts';

/** With PostgreSQL's own stop (at most 4.5 s) it makes the ten seconds that we promise. */
const APP_CLOSES_WITHIN_MS = 3_000;
/** Ours leaves at the second signal. */
const MEDIA_STOPS_WITHIN_MS = 2_000;
/** A connection to a server that hangs never hears its own goodbye answered. */
const CONNECTIONS_CLOSE_WITHIN_MS = 500;

/**
 * Serves until `stop` is aborted, or until a fault that nobody caught; then closes everything it opened.
 * @param limits what a bench raises, and says that it did
 */
export async function serve(
  config: Config,
  stop: AbortSignal,
  limits: Pick<AppParts, 'lineLimits'> = {},
): Promise<void> {
  const log = makeLog(config.logLevel);
  const ended = endOf(stop, log);
  // Closed in the opposite order of opening, whatever happened on the way.
  await using open = new AsyncDisposableStack();

  const source = await databaseOf(config, log, open);
  const database = openDatabase(source, log);
  open.defer(() => within(CONNECTIONS_CLOSE_WITHIN_MS, database.$client.end()));
  await refuseUnsafeServer(database);
  await migrate(source, log);
  const probe = await startWriteProbe(source);
  open.defer(() => within(CONNECTIONS_CLOSE_WITHIN_MS, probe.stop()));
  if (stop.aborted) return;

  const jobs = await openJobs(source, log);
  open.defer(() => within(CONNECTIONS_CLOSE_WITHIN_MS, jobs.stop()));
  const media = openMediaServer({
    named: config.livekit,
    dataDir: config.dataDir,
    webhookUrl: webhookUrlOf(config),
    log,
  });
  open.defer(() => within(MEDIA_STOPS_WITHIN_MS, media.stop()));
  const app = await createApp({
    config,
    source,
    database,
    log,
    clock: systemClock,
    media,
    jobs,
    health: { database: () => probe.ready(), media: () => media.state().status },
    ...limits,
  });
  open.defer(() => within(APP_CLOSES_WITHIN_MS, app.close()));
  const address = await app.listen().catch((error) => {
    throw addressRefused(error, config);
  });
  if (config.metrics !== null) {
    const watched = watchProcess();
    open.defer(() => watched.stop());
    const metrics = await serveMetrics(config.metrics, () => [
      ...watched.figures(),
      ...app.figures(),
    ]);
    open.defer(() => metrics.close());
  }
  log.info('ready');
  // Last, where a person finds it.
  sayWayIn(config, app.firstAdministrator, log);
  process.stdout.write(`Mellom: ${address}\n`);
  await ended;
  log.info('stopping');
}

function sayWayIn(
  { firstAdministrator: again, demo }: Config,
  link: string | null,
  log: Log,
): void {
  const who = again === null ? 'First administrator' : `${again} again`;
  if (link !== null) process.stdout.write(`${who}, once, within 24 hours: ${link}\n`);
  else if (again !== null && !demo)
    log.warn('FIRST_ADMINISTRATOR names nobody who is administrator here: there is no link');
  else if (!demo)
    log.info(
      'no link: somebody is here. Whom FIRST_ADMINISTRATOR names gets in again (docs/running.md)',
    );
}

async function databaseOf(
  config: Config,
  log: Log,
  open: AsyncDisposableStack,
): Promise<DatabaseSource> {
  if (config.databaseUrl !== null) return config.databaseUrl;
  const postgres = await openEmbeddedPostgres({ dataDir: config.dataDir, log });
  open.defer(() => postgres.stop());
  return postgres.connection;
}

/** The media server beside us tells us over this machine's own line, whatever address people use. */
function webhookUrlOf({ host, port }: Config): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}${WEBHOOK_PATH}`;
}

/** Resolves when we are asked to stop. A fault that nobody caught also ends us, in good order, with code 1. */
function endOf(stop: AbortSignal, log: Log): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener('abort', () => resolve(), { once: true });
    process.on('uncaughtException', (error) => {
      log.error({ err: error }, 'uncaught fault, stopping');
      process.exitCode = 1;
      resolve();
    });
  });
}

/** Waits for what is under way, but not for ever. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, delay(ms, undefined, { ref: false })]);
}
