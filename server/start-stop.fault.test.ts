import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  collectOutput,
  freePort,
  healthOf,
  makeDataFolder,
  plainEnv,
  processesOn,
  removeDataFolder,
  startServer,
} from './testing/run-server.ts';

const root = path.join(import.meta.dirname, '..');
const main = path.join(root, 'server/main.ts');

let dataDir: string;
beforeEach(async () => {
  dataDir = await makeDataFolder();
});
afterEach(() => removeDataFolder(dataDir));

/** Runs the server until it exits by itself: a start that is refused. */
async function startRefused(env: Record<string, string>) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [main], {
    env: { ...plainEnv(), DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collectOutput(child);
  const [code] = await once(child, 'close');
  return { code, said: output().trim(), tookMs: performance.now() - startedAt };
}

async function healthBecomes(url: string, status: number): Promise<void> {
  await expect.poll(() => healthOf(url), { timeout: 15_000, interval: 50 }).toBe(status);
}

describe('X13 a second start on the same data folder', () => {
  test('is refused within a second and names the holder', async () => {
    const first = await startServer({ dataDir });

    const second = await startRefused({ PORT: String(await freePort()) });

    expect(second.code).toBe(1);
    expect(second.said).toMatch(new RegExp(`in use by process ${first.process.pid} on `));
    expect(second.said.split('\n')).toHaveLength(1);
    expect(second.tookMs).toBeLessThan(1_000);
    expect(await healthOf(first.url)).toBe(200);
    expect(await first.stop()).toBe(0);
  });

  test('of a server that was killed takes over its lock and its PostgreSQL', async () => {
    const first = await startServer({ dataDir });
    await first.kill9();

    const second = await startServer({ dataDir });

    expect(second.output()).toContain('postgres adopted');
    expect(await second.stop()).toBe(0);
    expect(await processesOn(dataDir)).toEqual([]);
  });
});

describe('GET /health', () => {
  test('answers 503 at once while writes cannot be stored, and 200 when they can again', async () => {
    const server = await startServer({ dataDir });
    const frozen = await processesOn(dataDir);
    for (const pid of frozen) process.kill(pid, 'SIGSTOP');
    await healthBecomes(server.url, 503);
    const answer = await fetch(`${server.url}/health`);
    expect(await answer.json()).toMatchObject({ status: 'down', parts: { database: 'down' } });
    for (const pid of frozen) process.kill(pid, 'SIGCONT');

    await healthBecomes(server.url, 200);

    expect(await (await fetch(`${server.url}/health`)).json()).toMatchObject({
      status: 'ready',
      parts: { database: 'ready' },
    });
    await server.stop();
  });

  test('X2b the database is stopped at once five times while the app runs: ready again by itself', async () => {
    const server = await startServer({ dataDir });
    for (let round = 0; round < 5; round++) {
      const pidFile = await fs.readFile(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8');
      process.kill(Number(pidFile.split('\n')[0]), 'SIGQUIT');
      await healthBecomes(server.url, 503);
      await healthBecomes(server.url, 200);
    }
    expect(await server.stop()).toBe(0);
    expect(await processesOn(dataDir)).toEqual([]);
  });
});

/** Everything that was started lies in one group. */
let group: number | undefined;
afterEach(async () => {
  for (const pid of await membersOf(group)) process.kill(pid, 'SIGKILL');
  group = undefined;
});

const npm = (...words: string[]) => begin('npm', words);

async function begin(program: string, words: readonly string[]) {
  const port = await freePort();
  const child = spawn(program, words, {
    cwd: root,
    env: { ...plainEnv(), PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  group = child.pid;
  const [url, output] = [`http://localhost:${port}`, collectOutput(child)];
  while ((await healthOf(url)) !== 200) {
    if (child.exitCode !== null) throw new Error(`it ended:\n${output()}`);
    await delay(100);
  }
  return { child, url, output };
}

async function membersOf(group: number | undefined): Promise<number[]> {
  const pids = (await fs.readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(
    pids.map((pid) => fs.readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')),
  );
  return pids
    .filter((_, i) => {
      const [state, , pgrp] = (stats[i] ?? '')
        .slice((stats[i] ?? '').lastIndexOf(')') + 2)
        .split(' ');
      return state !== 'Z' && Number(pgrp) === group;
    })
    .map(Number);
}

/** Nothing runs any longer within ten seconds, and the data folder is free. */
async function expectEnded(): Promise<void> {
  const stoppedAt = performance.now();
  const left = async () => [...(await processesOn(dataDir)), ...(await membersOf(group))];
  while ((await left()).length > 0 && performance.now() - stoppedAt < 10_000) await delay(50);
  expect(await left()).toEqual([]);
  expect(await fs.readdir(dataDir)).not.toContain('mellom.lock');
}

describe('npm start', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s to npm itself ends everything within ten seconds',
    async (signal) => {
      const { child, url, output } = await npm('start');
      await expect.poll(output).toContain(`Mellom: ${url}\n`);
      expect((await processesOn(dataDir)).length).toBeGreaterThan(0);
      child.kill(signal);
      await expectEnded();
    },
  );

  test('SIGKILL to what started the server: it hears of it, and ends in good order', async () => {
    const { child, url, output } = await begin(process.execPath, [
      'tools/node.mjs',
      'tools/start.ts',
    ]);
    await expect.poll(output).toContain(`Mellom: ${url}\n`);
    child.kill('SIGKILL');
    await expectEnded();
  });

  test('SIGTERM while the database hangs: ends within ten seconds, and leaves nothing', async () => {
    const server = await startServer({ dataDir });
    const database = await processesOn(path.join(dataDir, 'postgres'));
    expect(database.length).toBeGreaterThan(0);
    for (const pid of database) process.kill(pid, 'SIGSTOP');
    const stoppedAt = performance.now();

    await server.stop();

    expect(performance.now() - stoppedAt).toBeLessThan(10_000);
    expect(await processesOn(dataDir)).toEqual([]);
    const next = await startServer({ dataDir });
    expect(await next.stop()).toBe(0);
  });

  test('SIGTERM in the middle of the very first start leaves nothing behind either', async () => {
    for (const afterMs of [150, 400, 700, 1_000, 1_300]) {
      const child = spawn(process.execPath, [main], {
        env: { ...plainEnv(), PORT: String(await freePort()), DATA_DIR: dataDir },
        stdio: 'ignore',
      });
      await delay(afterMs);
      child.kill('SIGTERM');
      await once(child, 'exit');
      expect(await processesOn(dataDir)).toEqual([]);
    }
  });
});

describe('npm run dev', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s to npm itself ends server, database and all within ten seconds',
    async (signal) => {
      const { child, url, output } = await npm('run', 'dev');
      expect(await (await fetch(`${url}/`)).text()).toContain('/@vite/client');
      await expect.poll(output).toContain(`Mellom: ${url}\n`);
      expect((await processesOn(dataDir)).length).toBeGreaterThan(0);
      child.kill(signal);
      await expectEnded();
    },
  );

  test('SIGTERM to the server itself ends all that stands around it', async () => {
    await npm('run', 'dev');
    const lock = await fs.readFile(path.join(dataDir, 'mellom.lock'), 'utf8');
    process.kill((JSON.parse(lock) as { pid: number }).pid, 'SIGTERM');
    await expectEnded();
  });
});

describe('a start that cannot be says why in one sentence', () => {
  test('a port that is taken, before anything is opened', async () => {
    const first = await startServer({ dataDir });
    const elsewhere = await makeDataFolder();

    const refused = await startRefused({
      PORT: String(first.port),
      DATA_DIR: elsewhere,
      LOG_LEVEL: 'error',
    });

    expect(refused).toMatchObject({
      code: 1,
      said: `Another program uses port ${first.port} on 127.0.0.1: set PORT to a free one.`,
    });
    expect(await processesOn(elsewhere)).toEqual([]);
    // Found before a database was made.
    expect(await fs.readdir(elsewhere)).toEqual([]);
    await first.stop();
    await removeDataFolder(elsewhere);
  });

  test('a wrong setting', async () => {
    expect(await startRefused({ PORT: 'eighty' })).toMatchObject({
      code: 1,
      said: 'The setting PORT must be a port number from 1 to 65535.',
    });
  });

  test('a database server that does not answer', async () => {
    const url = `postgresql://mellom@127.0.0.1:${await freePort()}/mellom`;
    expect(await startRefused({ DATABASE_URL: url })).toMatchObject({
      code: 1,
      said: 'The database server cannot be used (ECONNREFUSED): check DATABASE_URL.',
    });
  });
});
