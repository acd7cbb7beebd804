import { hkdfSync, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';

const KEY_BYTES = 32;

/** Gives a key of its own to each use, so that what one of them signs means nothing to another. */
export type SignInKey = (
  use: 'cookie' | 'code' | 'better-auth' | 'link' | 'notice' | 'app-secret',
) => Buffer;

/**
 * The school's key for cookies and codes: made at the first start, kept in `keys/sign-in.key` for the
 * owner's eyes alone, outside the database (docs/decisions/0010).
 */
export function openSignInKey(dataDir: string): SignInKey {
  const folder = path.join(dataDir, 'keys');
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'sign-in.key');
  const key = read(file) ?? make(file);
  return (use) => Buffer.from(hkdfSync('sha256', key, '', `mellom ${use}`, KEY_BYTES));
}

function read(file: string): Buffer | null {
  try {
    const key = Buffer.from(fs.readFileSync(file, 'utf8').trim(), 'base64url');
    if (key.length !== KEY_BYTES) throw new Error(`${file} does not hold a key of ours.`);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Two servers may start at once on a shared folder: a link appears whole, and only the first one stays. */
function make(file: string): Buffer {
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, randomBytes(KEY_BYTES).toString('base64url'), {
    mode: 0o600,
    flush: true,
  });
  try {
    fs.linkSync(mine, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(mine, { force: true });
  }
  const key = read(file);
  if (!key) throw new Error(`${file} could not be made.`);
  return key;
}
