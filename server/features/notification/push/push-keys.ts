import * as fs from 'node:fs';
import path from 'node:path';
import webPush from 'web-push';
import * as z from 'zod/mini';

const keys = z.object({ publicKey: z.string(), privateKey: z.string() });
export type PushKeys = z.infer<typeof keys>;

/**
 * The school's keys towards push services (RFC 8292): made at the first start, kept in `keys/push.json` for the owner's eyes
 * alone. Without them the devices that were added are told nothing more.
 */
export function openPushKeys(dataDir: string): PushKeys {
  const folder = path.join(dataDir, 'keys');
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'push.json');
  if (!fs.existsSync(file)) make(file);
  return keys.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
}

/** Two servers may start at once on a shared folder: a link appears whole, and only the first one stays. */
function make(file: string): void {
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, JSON.stringify(webPush.generateVAPIDKeys()), { mode: 0o600, flush: true });
  try {
    fs.linkSync(mine, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(mine, { force: true });
  }
}
