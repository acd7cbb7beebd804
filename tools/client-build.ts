import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { StartRefused } from '../server/platform/start-refused.ts';

const root = path.join(import.meta.dirname, '..');
/** Beside the build and not in it: what lies in it is served. */
const builtFrom = path.join(root, 'dist/client-built-from');
const sources = [
  'client',
  'shared',
  'vite.config.ts',
  'tools/vite-offline.ts',
  'tools/vite-precompress.ts',
  'tools/vite-selfie-segmentation.ts',
  'package-lock.json',
];

/**
 * Builds the client unless `dist/client` comes from exactly these sources. Told by content, since a
 * checkout sets the time of every file to now.
 */
export async function buildClientIfStale(stop: AbortSignal): Promise<void> {
  const current = await fingerprint();
  const built = await fs.readFile(builtFrom, 'utf8').catch(() => null);
  if (built === current) return;

  process.stderr.write('Building the client …\n');
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    // Its words go to stderr: stdout is for the address.
    stdio: ['ignore', 2, 2],
    signal: stop,
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new StartRefused('The client could not be built; the reason stands above.');
  await fs.writeFile(builtFrom, current);
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesIn(path.join(root, source))) {
      hash.update(`${path.relative(root, file)}\0`).update(await fs.readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesIn(place: string): Promise<string[]> {
  if ((await fs.stat(place)).isFile()) return [place];
  const entries = await fs.readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
