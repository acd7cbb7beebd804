import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const from = path.join(import.meta.dirname, '../peers/documents');
const FILES = ['package.json', 'package-lock.json', 'y.js', 'hocuspocus.js'];
const Y_SWEET = '0.9.1';

export type PeerPrograms = {
  readonly y: string;
  readonly hocuspocus: string;
  /** Null where it could not be built; why. */
  readonly ySweet: string | { readonly why: string };
};

/** Installs the peers at the first run, with a lock of their own and outside the tree. */
export function installPeers(): PeerPrograms {
  const folder = folderOf(FILES.map((name) => readFileSync(path.join(from, name))));
  if (!existsSync(path.join(folder, 'node_modules/.package-lock.json'))) {
    mkdirSync(folder, { recursive: true });
    for (const name of FILES) copyFileSync(path.join(from, name), path.join(folder, name));
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  }
  return {
    y: path.join(folder, 'y.js'),
    hocuspocus: path.join(folder, 'hocuspocus.js'),
    ySweet: buildYSweet(),
  };
}

function buildYSweet(): PeerPrograms['ySweet'] {
  const folder = folderOf(['y-sweet', Y_SWEET]);
  const program = path.join(folder, 'bin/y-sweet');
  if (existsSync(program)) return program;
  try {
    const args = ['install', 'y-sweet', '--version', Y_SWEET, '--locked', '--root', folder];
    execFileSync('cargo', args, { stdio: 'inherit' });
    return program;
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { why: isMissing ? 'no cargo on this machine' : 'cargo could not build it here' };
  }
}

function folderOf(parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  const caches = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return path.join(caches, 'mellom', `bench-peers-${hash.digest('hex').slice(0, 16)}`);
}
