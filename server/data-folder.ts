// Nothing but Node's own modules: a second start must find the holder before anything heavy is loaded.
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeFolder } from './platform/make-folder.ts';
import { StartRefused } from './platform/start-refused.ts';

/** Who holds a data folder. */
type Holder = {
  pid: number;
  host: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  /** Tells the process from a later one with the same number; `null` where the system cannot say. */
  processMark: string | null;
};

export type DataFolderLock = { release(): void };

const LOCK_NAME = 'mellom.lock';
/** The holder says this often that it lives, for those on another host who cannot see its process. */
const TOUCH_EVERY_MS = 5_000;
const SILENT_AFTER_MS = 30_000;
/** Far more than starts can come at once; what is neither there nor gone, such as a link to nothing, ends here. */
const TRIES_MAX = 1_000;

/**
 * Takes the data folder for this process, making it if needed. A lock whose holder is gone is taken over.
 * @throws {StartRefused} naming the holder, or what is wrong with the folder
 */
export function lockDataFolder(dataDir: string): DataFolderLock {
  const lockFile = path.join(dataDir, LOCK_NAME);
  try {
    makeFolder(dataDir);
    take(lockFile, dataDir);
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    throw new StartRefused(
      `The data folder ${dataDir} cannot be used (${(error as Error).message}): set DATA_DIR to a folder that Mellom may write in.`,
    );
  }
  const touching = setInterval(() => touch(lockFile), TOUCH_EVERY_MS).unref();
  return {
    release() {
      clearInterval(touching);
      fs.rmSync(lockFile, { force: true });
    },
  };
}

function take(lockFile: string, dataDir: string): void {
  const mine = `${lockFile}.${process.pid}`;
  fs.writeFileSync(mine, JSON.stringify(thisProcess()), { mode: 0o600 });
  try {
    // A link appears whole or not at all, so nobody ever reads half a lock.
    for (let tries = 0; !linked(mine, lockFile); tries += 1) {
      if (tries === TRIES_MAX) throw new Error(`${lockFile} can be neither taken nor removed`);
      removeIfStale(lockFile, dataDir);
    }
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

function removeIfStale(lockFile: string, dataDir: string): void {
  const text = read(lockFile);
  if (text === null) return;
  const holder = parse(text);
  if (holder && lives(holder, lockFile)) {
    throw new StartRefused(
      `The data folder ${dataDir} is in use by process ${holder.pid} on ${holder.host}, started ${holder.startedAt}: stop that one first, or set DATA_DIR to another folder.`,
    );
  }
  // Moved aside and looked at again: another start may have taken over since we read it.
  const aside = `${lockFile}.${process.pid}.stale`;
  if (!unless('ENOENT', () => fs.renameSync(lockFile, aside))) return;
  if (read(aside) !== text) linked(aside, lockFile);
  fs.rmSync(aside, { force: true });
}

function linked(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    return copied(from, to);
  }
}

/** For file systems without links, such as a memory card's. */
function copied(from: string, to: string): boolean {
  return unless('EEXIST', () => fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL));
}

/** Whether it was done; false for this one reason not to, while every other is thrown. */
function unless(code: 'EEXIST' | 'ENOENT', work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === code) return false;
    throw error;
  }
}

function thisProcess(): Holder {
  return {
    pid: process.pid,
    host: os.hostname(),
    startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
    processMark: processMark(process.pid),
  };
}

function lives(holder: Holder, lockFile: string): boolean {
  if (holder.host !== os.hostname()) {
    const info = fs.statSync(lockFile, { throwIfNoEntry: false });
    return info !== undefined && Date.now() - info.mtimeMs < SILENT_AFTER_MS;
  }
  if (holder.processMark !== null) return processMark(holder.pid) === holder.processMark;
  const bootedAtMs = Date.now() - os.uptime() * 1000;
  return Date.parse(holder.startedAt) > bootedAtMs && isRunning(holder.pid);
}

/** The boot's id and the process's start in it: no two processes share them. Linux only. */
function processMark(pid: number): string | null {
  try {
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 2 is the name in brackets and may hold spaces; 3 is the state, 22 the start time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : `${boot}:${fields[19]}`;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** `null` for a file that is gone, and for that reason alone: whoever cannot read a lock must not wait for it. */
function read(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** `null` for a file that a power cut left empty or torn: nobody holds it. */
function parse(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null;
  }
}

function touch(lockFile: string): void {
  const now = new Date();
  try {
    fs.utimesSync(lockFile, now, now);
  } catch {
    // The folder was removed under us; the database will say so louder.
  }
}
