import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readlinkSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { endGuard, guardLiveKit, type Patience } from './guard.ts';

/** LiveKit waits for everybody to leave at the first signal, and leaves itself at the second. */
const SECOND_SIGNAL_AFTER_MS = 100;
const ENDS_WITHIN_MS = 1_500;
const LOOK_EVERY_MS = 20;

/**
 * Starts the program on its settings, in a folder that marks it as ours. Killed with no time to stop it, we are outlived
 * by it for as long as `patience` says.
 * @returns its process id
 */
export async function spawnLiveKit(
  program: string,
  settings: string,
  patience?: Patience,
): Promise<number> {
  const folder = path.dirname(settings);
  const log = openSync(path.join(folder, 'livekit.log'), 'a', 0o600);
  try {
    const child = spawn(program, ['--config', settings], {
      cwd: folder,
      // Its settings are the file alone.
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
      stdio: ['ignore', log, log],
      // In a group of its own: Ctrl-C in the terminal is for us, and we stop it in good order.
      detached: true,
    });
    await once(child, 'spawn');
    child.unref();
    const { pid } = child;
    if (pid === undefined) throw new Error('LiveKit has no process id');
    try {
      await fs.writeFile(pidFile(folder), String(pid), { mode: 0o600 });
      await guardLiveKit(pid, folder, patience);
    } catch (error) {
      // Written down nowhere, and watched by nobody, it would outlive us all.
      signal(pid, 'SIGKILL');
      await isGone(pid, folder, ENDS_WITHIN_MS);
      throw error;
    }
    return pid;
  } finally {
    closeSync(log);
  }
}

/** The media server that a killed server of ours left behind on this folder, or null. */
export async function findLeftOver(folder: string): Promise<number | null> {
  const pid = Number(await fs.readFile(pidFile(folder), 'utf8').catch(() => ''));
  return pid > 0 && isLiveKit(pid, folder) ? pid : null;
}

/** Does this process live, and is it ours? Its number may have gone to another program since. */
export function isLiveKit(pid: number, folder: string): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

/** Stops it and waits until it is gone; by force when it does not go, and whatever is wrong with its files. */
export async function stopLiveKit(pid: number, folder: string): Promise<void> {
  try {
    await endGuard(folder);
  } finally {
    signal(pid, 'SIGTERM');
    if (!(await isGone(pid, folder, SECOND_SIGNAL_AFTER_MS))) signal(pid, 'SIGTERM');
    if (!(await isGone(pid, folder, ENDS_WITHIN_MS))) signal(pid, 'SIGKILL');
    await isGone(pid, folder, ENDS_WITHIN_MS);
  }
  await fs.rm(pidFile(folder), { force: true });
}

async function isGone(pid: number, folder: string, withinMs: number): Promise<boolean> {
  const giveUpAt = performance.now() + withinMs;
  while (isLiveKit(pid, folder)) {
    if (performance.now() > giveUpAt) return false;
    await delay(LOOK_EVERY_MS);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone already.
  }
}

function pidFile(folder: string): string {
  return path.join(folder, 'livekit.pid');
}
