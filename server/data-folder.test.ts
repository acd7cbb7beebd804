import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import os, { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockDataFolder } from './data-folder.ts';
import { collectOutput } from './testing/run-server.ts';

let dataDir: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = await fs.mkdtemp(path.join(tmpdir(), 'mellom-lock-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await fs.rm(dataDir, { recursive: true });
});

const lockFile = () => path.join(dataDir, 'mellom.lock');
const leaveLock = (holder: Record<string, unknown>) =>
  fs.writeFile(
    lockFile(),
    JSON.stringify({
      pid: 1,
      host: os.hostname(),
      startedAt: new Date().toISOString(),
      processMark: null,
      ...holder,
    }),
  );

/** A process that takes the lock and says so, or says why not, and then waits. */
function contender(folder = dataDir): { child: ChildProcess; output: () => string } {
  const script = `
    const { lockDataFolder } = await import(${JSON.stringify(path.join(import.meta.dirname, 'data-folder.ts'))});
    try {
      lockDataFolder(${JSON.stringify(folder)});
      console.log('taken');
    } catch (error) {
      console.log('refused: ' + error.message);
    }
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'pipe' });
  children.push(child);
  return { child, output: collectOutput(child) };
}

async function verdict({ output }: { output: () => string }): Promise<string> {
  await expect.poll(output, { timeout: 10_000 }).toMatch(/taken|refused/);
  return output().trim();
}

describe('X13 the lock of a data folder', () => {
  test('names the holder to whoever comes second, and is free again after release', () => {
    const lock = lockDataFolder(dataDir);
    expect(() => lockDataFolder(dataDir)).toThrow(`process ${process.pid} on ${os.hostname()}`);

    lock.release();

    lockDataFolder(dataDir).release();
  });

  test('of a killed process is taken over', async () => {
    const first = contender();
    expect(await verdict(first)).toBe('taken');
    expect(() => lockDataFolder(dataDir)).toThrow(`process ${first.child.pid}`);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    lockDataFolder(dataDir).release();
  });

  test('whose number has gone to another program is taken over', async () => {
    await leaveLock({ pid: process.pid, processMark: 'an-earlier-boot:123' });
    lockDataFolder(dataDir).release();
  });

  test('written before this machine last started is taken over where processes carry no mark', async () => {
    await leaveLock({ pid: process.pid, startedAt: '2001-01-01T00:00:00.000Z' });
    lockDataFolder(dataDir).release();
  });

  test('torn by a power cut is taken over', async () => {
    await fs.writeFile(lockFile(), '{"pid": 12');
    lockDataFolder(dataDir).release();
  });

  test('of another host holds while that host touches it, and is taken over when it falls silent', async () => {
    await leaveLock({ host: 'elsewhere' });
    expect(() => lockDataFolder(dataDir)).toThrow('on elsewhere');

    const longAgo = new Date(Date.now() - 60_000);
    await fs.utimes(lockFile(), longAgo, longAgo);

    lockDataFolder(dataDir).release();
  });

  test('left stale goes to exactly one of eight that start at once', async () => {
    await leaveLock({ processMark: 'an-earlier-boot:123' });

    const verdicts = await Promise.all(Array.from({ length: 8 }, () => verdict(contender())));

    expect(verdicts.filter((text) => text === 'taken')).toHaveLength(1);
    expect(await fs.readdir(dataDir)).toEqual(['mellom.lock']);
  });
});

describe('a data folder that cannot be one is refused in a sentence, at once', () => {
  const refused = async (folder: string) => {
    // In a process of its own: what spins could not be timed out here.
    const { output } = contender(folder);
    await expect.poll(output, { timeout: 10_000 }).toMatch(/taken|refused/);
    expect(output()).toMatch(/^refused: The data folder .+ cannot be used \(.+\): set DATA_DIR/);
    expect(output().trim().split('\n')).toHaveLength(1);
  };

  test('a folder lies where the lock should be', async () => {
    await fs.mkdir(lockFile());
    await refused(dataDir);
  });

  test('the lock is a link to nothing', async () => {
    await fs.symlink('nowhere', lockFile());
    await refused(dataDir);
  });

  test('it is a file, or lies below one', async () => {
    const file = path.join(dataDir, 'file');
    await fs.writeFile(file, '');
    await refused(file);
    await refused(path.join(file, 'below', 'it'));
  });

  test.runIf(process.platform === 'linux')('it lies where no folder can be made', () =>
    refused('/proc/mellom/data'),
  );

  test('one that is missing is made, whatever its depth, for its owner alone', async () => {
    const deep = path.join(dataDir, 'a', 'b');
    lockDataFolder(deep).release();
    expect(await fs.readdir(deep)).toEqual([]);
    if (process.platform !== 'win32') expect((await fs.stat(deep)).mode & 0o777).toBe(0o700);
  });
});
