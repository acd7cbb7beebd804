import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import path from 'node:path';

/** How long a media server outlives ours: a restart takes it over, and people talk on meanwhile (X1). */
export type Patience = { readonly lookEveryS: number; readonly looks: number };
const A_MINUTE: Patience = { lookEveryS: 5, looks: 12 };

/**
 * A shell that ends LiveKit when nobody has owned it for so many looks. It needs nothing of ours to run, and ends with
 * LiveKit, or when another guard has been set. A process of that number that is not in our folder is somebody else's.
 */
const SCRIPT = `
owned() { kill -0 "$(cat livekit.owner 2>/dev/null)" 2>/dev/null; }
ours() { kill -0 "$1" 2>/dev/null && { [ ! -d /proc/self ] || [ "$(readlink "/proc/$1/cwd")" = "$2" ]; }; }
unseen=0
while ours "$1" "$2" && [ "$(cat livekit.guard 2>/dev/null)" = "$$" ]; do
  sleep "$3"
  if owned; then unseen=0; else unseen=$((unseen + 1)); fi
  [ "$unseen" -lt "$4" ] && continue
  for name in TERM TERM KILL; do ours "$1" "$2" && kill -s "$name" "$1"; sleep 1; done
done`;

const guardFile = (folder: string): string => path.join(folder, 'livekit.guard');

/** From now on this process owns the media server in this folder, which does not outlive it by more than a minute. */
export async function guardLiveKit(
  pid: number,
  folder: string,
  { lookEveryS, looks }: Patience = A_MINUTE,
): Promise<void> {
  if (process.platform === 'win32') return;
  await fs.writeFile(path.join(folder, 'livekit.owner'), String(process.pid), { mode: 0o600 });
  await endGuard(folder);
  const asked = [pid, folder, lookEveryS, looks].map(String);
  // It waits for the file that names it: its own number it knows at once, and we only when it has begun.
  const waiting = `until [ "$(cat livekit.guard 2>/dev/null)" = "$$" ]; do sleep 0.1; done; ${SCRIPT}`;
  const child = spawn('/bin/sh', ['-c', waiting, 'livekit-guard', ...asked], {
    cwd: folder,
    env: { PATH: process.env.PATH },
    stdio: 'ignore',
    detached: true,
  });
  await once(child, 'spawn');
  child.unref();
  try {
    await fs.writeFile(guardFile(folder), String(child.pid), { mode: 0o600 });
  } catch (error) {
    // It would wait for that file for ever.
    end(child.pid);
    throw error;
  }
}

/** With whatever it waits for. */
export async function endGuard(folder: string): Promise<void> {
  const pid = Number(await fs.readFile(guardFile(folder), 'utf8').catch(() => ''));
  if (pid > 0) end(pid);
  await fs.rm(guardFile(folder), { force: true });
}

function end(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
