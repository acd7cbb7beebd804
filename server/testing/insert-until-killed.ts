// A program for the X2a tests: opens the embedded PostgreSQL of a data folder and inserts row after row,
// saying each number on stdout once its commit has returned. Lives until it is killed or told to stop.
import { setTimeout as delay } from 'node:timers/promises';
import { makeLog } from '../platform/log.ts';
import { openDatabase, refuseUnsafeServer } from '../storage/database.ts';
import { openEmbeddedPostgres } from '../storage/embedded-postgres.ts';

const dataDir = process.argv[2];
if (!dataDir) throw new Error('usage: insert-until-killed.ts <data folder>');

let stopped = false;
process.on('SIGTERM', () => {
  stopped = true;
});

const log = makeLog('error');
const postgres = await openEmbeddedPostgres({ dataDir, log });
const database = openDatabase(postgres.connection, log);
const pool = database.$client;
await refuseUnsafeServer(database);
await pool.query('create table if not exists acknowledged (number int primary key)');
const { rows } = await pool.query<{ numbers: number[] | null }>(
  'select array_agg(number order by number) as numbers from acknowledged',
);
const found = rows[0]?.numbers ?? [];
process.stdout.write(`found ${JSON.stringify(found)}\npostmaster ${postgres.pid}\n`);

for (let number = (found.at(-1) ?? 0) + 1; !stopped; number++) {
  // Again and again while the server is away: a number counts once its commit has returned.
  for (;;) {
    try {
      await pool.query('insert into acknowledged values ($1) on conflict do nothing', [number]);
      break;
    } catch {
      await delay(20);
    }
  }
  process.stdout.write(`stored ${number}\n`);
}
await pool.end();
await postgres.stop();
