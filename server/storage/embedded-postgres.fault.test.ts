import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeLog } from '../platform/log.ts';
import {
  collectOutput,
  makeDataFolder,
  processesOn,
  removeDataFolder,
} from '../testing/run-server.ts';
import { openDatabase, refuseUnsafeServer } from './database.ts';
import { openEmbeddedPostgres } from './embedded-postgres.ts';

const KILLS = Number(process.env.KILLS ?? 20);
const log = makeLog('error');
const program = path.join(import.meta.dirname, '../testing/insert-until-killed.ts');

let dataDir: string;
beforeEach(async () => {
  dataDir = await makeDataFolder();
});
afterEach(() => removeDataFolder(dataDir));

type Inserter = { child: ChildProcess; output(): string; ended: Promise<unknown> };

function startInserter(): Inserter {
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'pipe'] });
  return { child, output: collectOutput(child), ended: once(child, 'close') };
}

async function says(inserter: Inserter, pattern: RegExp): Promise<RegExpMatchArray> {
  for (;;) {
    const match = inserter.output().match(pattern);
    if (match) return match;
    if (inserter.child.exitCode !== null) throw new Error(`it ended:\n${inserter.output()}`);
    await delay(10);
  }
}

const storedBy = (inserter: Inserter) =>
  [...inserter.output().matchAll(/^stored (\d+)$/gm)].map((match) => Number(match[1]));

async function foundBy(inserter: Inserter): Promise<Set<number>> {
  const [, numbers = '[]'] = await says(inserter, /^found (.*)\n/m);
  return new Set(JSON.parse(numbers) as number[]);
}

/** The servers on the folder: processes there whose parent is not there too. */
async function postmasters(): Promise<number[]> {
  const pids = await processesOn(dataDir);
  const parents = await Promise.all(
    pids.map(async (pid) => {
      const status = await fs.readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      return Number(status.match(/^PPid:\s+(\d+)/m)?.[1]);
    }),
  );
  return pids.filter((_, i) => !pids.includes(parents[i] ?? 0));
}

function kill9(pid: number | undefined): void {
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
}

const victims = ['our process', 'the server', 'both'] as const;

test(`X2a ${KILLS} kills at random times under inserts: opens, no acknowledged row lost, one server, no orphan`, async () => {
  const acknowledged = new Set<number>();

  for (let round = 0; round < KILLS; round++) {
    const victim = victims[round % victims.length];
    const inserter = startInserter();
    const found = await foundBy(inserter);
    expect([...acknowledged].filter((number) => !found.has(number))).toEqual([]);
    const [postmaster, ...others] = await postmasters();
    expect(others).toEqual([]);

    const afterMs = randomInt(5, 400);
    await says(inserter, /^stored/m);
    await delay(afterMs);
    if (victim !== 'our process') kill9(postmaster);
    if (victim === 'the server') {
      // We live on: a new server comes by itself, and inserts go on.
      const before = storedBy(inserter).length;
      while (storedBy(inserter).length < before + 5) await delay(10);
      // Polled, since the rows counted above can be the last words of the old one.
      await expect.poll(postmasters, { timeout: 30_000 }).toHaveLength(1);
    }
    kill9(inserter.child.pid);
    await inserter.ended;
    for (const number of storedBy(inserter)) acknowledged.add(number);
  }

  const last = startInserter();
  const found = await foundBy(last);
  expect([...acknowledged].filter((number) => !found.has(number))).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(KILLS);
  last.child.kill('SIGTERM');
  await last.ended;
  expect(last.child.exitCode).toBe(0);
  expect(await processesOn(dataDir)).toEqual([]);
});

test('X2a our process killed: the next start adopts the very server that runs', async () => {
  const first = startInserter();
  await says(first, /^stored/m);
  const running = await postmasters();
  kill9(first.child.pid);
  await first.ended;

  const postgres = await openEmbeddedPostgres({ dataDir, log });

  expect([postgres.pid]).toEqual(running);
  await postgres.stop();
  expect(await processesOn(dataDir)).toEqual([]);
});

test('X2a a killed parent left a server that is just stopping: waits for its end and starts anew', async () => {
  const first = startInserter();
  await says(first, /^stored/m);
  const [running] = await postmasters();
  kill9(first.child.pid);
  if (running !== undefined) process.kill(running, 'SIGINT');

  const postgres = await openEmbeddedPostgres({ dataDir, log });

  expect(await postmasters()).toEqual([postgres.pid]);
  await postgres.stop();
});

test('X2a a stale postmaster.pid whose number has gone to another program is no obstacle', async () => {
  await (await openEmbeddedPostgres({ dataDir, log })).stop();
  const pidFile = path.join(dataDir, 'postgres/postmaster.pid');
  await fs.writeFile(
    pidFile,
    `${process.pid}\n/proc/self/cwd\n1700000000\n5432\n/run/gone\n\n  1 2\nready   \n`,
  );

  const postgres = await openEmbeddedPostgres({ dataDir, log });

  expect(postgres.pid).not.toBe(process.pid);
  await postgres.stop();
});

test('X2a a server whose socket was tidied away is started anew', async () => {
  const first = startInserter();
  await says(first, /^stored/m);
  const [running] = await postmasters();
  kill9(first.child.pid);
  await first.ended;
  const probe = await fs.readFile(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8');
  await fs.rm(path.join(probe.split('\n')[4] ?? '', '.s.PGSQL.5432'));

  const postgres = await openEmbeddedPostgres({ dataDir, log });

  expect(postgres.pid).not.toBe(running);
  expect(await postmasters()).toEqual([postgres.pid]);
  await postgres.stop();
});

describe('X2a the first start cut short', () => {
  test(`${KILLS} kills at random times from spawn to ready: the next start makes a whole database`, async () => {
    const untilReadyMs = await timeToFirstRow();
    for (let round = 0; round < KILLS; round++) {
      await removeDataFolder(dataDir);
      dataDir = await makeDataFolder();
      const first = startInserter();
      await delay(randomInt(Math.round(untilReadyMs / 8), untilReadyMs));
      // Sometimes initdb's own processes die with us, sometimes they are left to finish.
      const helpers = round % 2 === 0 ? await processesOn(dataDir) : [];
      kill9(first.child.pid);
      for (const pid of helpers) {
        try {
          kill9(pid);
        } catch {
          // Gone already.
        }
      }
      await first.ended;

      const second = startInserter();
      const found = await foundBy(second);
      expect(storedBy(first).filter((number) => !found.has(number))).toEqual([]);
      await says(second, /^stored/m);
      second.child.kill('SIGTERM');
      await second.ended;
      expect(await processesOn(dataDir)).toEqual([]);
      expect((await fs.readdir(dataDir)).filter((name) => name.startsWith('postgres.new'))).toEqual(
        [],
      );
    }
  });

  async function timeToFirstRow(): Promise<number> {
    const startedAt = performance.now();
    const inserter = startInserter();
    await says(inserter, /^stored/m);
    const tookMs = Math.round(performance.now() - startedAt);
    inserter.child.kill('SIGTERM');
    await inserter.ended;
    return tookMs;
  }
});

test('X2a a server with fsync off is refused', async () => {
  await (await openEmbeddedPostgres({ dataDir, log })).stop();
  await fs.appendFile(path.join(dataDir, 'postgres/postgresql.conf'), '\nfsync = off\n');
  const postgres = await openEmbeddedPostgres({ dataDir, log });
  const database = openDatabase(postgres.connection, log);

  await expect(refuseUnsafeServer(database)).rejects.toThrow('fsync off');

  await database.$client.end();
  await postgres.stop();
});
