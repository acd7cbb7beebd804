import { createHash } from 'node:crypto';
import { accessSync, constants, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Our own small Go module that pins LiveKit and everything it is made of. */
export const GO_MODULE = path.join(import.meta.dirname, '../../../tools/livekit');

const isWindows = process.platform === 'win32';
const NAME = isWindows ? 'livekit-server.exe' : 'livekit-server';

type Env = Readonly<Record<string, string | undefined>>;

/** The LiveKit server program: the one on PATH, else the one built here before; null where there is neither. */
export function findLiveKit(env: Env = process.env): string | null {
  return onPath(NAME, env) ?? executableAt(builtProgram(env));
}

/** Go, to build it with: on PATH, or where its own installer puts it. */
export function findGo(env: Env = process.env): string | null {
  return isWindows
    ? onPath('go.exe', env)
    : (onPath('go', env) ?? executableAt('/usr/local/go/bin/go'));
}

/** Where a build is kept, outside the tree: every checkout with the same sums shares it. */
export function builtProgram(env: Env = process.env): string {
  const sums = readFileSync(path.join(GO_MODULE, 'go.sum'), 'utf8').replaceAll('\r\n', '\n');
  const hash = createHash('sha256').update(sums).digest('hex').slice(0, 16);
  const caches = env.XDG_CACHE_HOME || path.join(env.HOME || homedir(), '.cache');
  return path.join(caches, 'mellom', `livekit-${hash}`, NAME);
}

function onPath(name: string, env: Env): string | null {
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => executableAt(path.join(folder, name))).find(Boolean) ?? null;
}

function executableAt(file: string): string | null {
  try {
    accessSync(file, constants.X_OK);
    return file;
  } catch {
    return null;
  }
}
