import * as fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { RoomServiceClient } from 'livekit-server-sdk';
import type { Log } from '../log.ts';
import { buildLiveKit } from './build.ts';
import { guardLiveKit } from './guard.ts';
import { findLeftOver, isLiveKit, spawnLiveKit, stopLiveKit } from './process.ts';
import { findGo, findLiveKit } from './program.ts';
import {
  type Chosen,
  type MediaEndpoint,
  moveToFreePorts,
  openChosen,
  portsAreFree,
  writeSettings,
} from './settings.ts';

/** How it stands with the media server. */
export type MediaState =
  /** `progress` is a share from 0 to 1. */
  | { readonly status: 'building'; readonly progress: number }
  | { readonly status: 'ready' }
  | { readonly status: 'absent'; readonly why: 'not-set-up' | 'build-failed' }
  | { readonly status: 'down' };

export type MediaServer = {
  readonly state: () => MediaState;
  /** Where it is, also while it is down; null while there is none yet. */
  readonly endpoint: () => MediaEndpoint | null;
  /** Calls back after every change of state. */
  readonly whenChanged: (listener: () => void) => void;
  /** Stops the program if it is ours, waits until it is gone, and leaves no process behind. */
  readonly stop: () => Promise<void>;
};

const LOOK_EVERY_MS = 250;
const HEALTH_EVERY_MS = 500;
const HEALTH_WITHIN_MS = 2_000;
/**
 * How long each knock waits after the last one that was answered. A busy machine misses one; a server that hangs misses
 * them all. After two it is said, so that people learn of it within five seconds, and taken back when the next is
 * answered; after the last it is ended, which throws everybody out.
 */
const KNOCKS_MS = [1_000, 1_000, 2_000, 2_000] as const;
const SAID_AFTER_MISSES = 2;
const READY_WITHIN_MS = 10_000;
/** A build needs the network, and most of what it meets there is over in a minute; what is not is not hammered at. */
const FIRST_REBUILD_MS = 5_000;
const LONGEST_REBUILD_MS = 600_000;
/** One that a killed server of ours left behind may just have been started. */
const TAKEN_OVER_WITHIN_MS = 2_000;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 10_000;
/** Who has run this long has not died of its own start: the next wait is short again. */
const SETTLED_AFTER_MS = 30_000;
/** So often is progress told: every whole step of it. */
const PROGRESS_STEP = 0.1;

/**
 * Opens the media server: the one that the settings name, else a LiveKit program on this machine, which is built in the
 * background where it is missing and Go is there. Returns at once; `state` tells how far it has come. What fails is
 * tried again for as long as we run.
 * @param webhookUrl where LiveKit tells us what happens
 */
export function openMediaServer(parts: {
  readonly named: MediaEndpoint | null;
  readonly dataDir: string;
  readonly webhookUrl: string;
  readonly log: Log;
}): MediaServer {
  const { log } = parts;
  const stopping = new AbortController();
  const listeners = new Set<() => void>();
  let endpoint: MediaEndpoint | null = parts.named;
  let state: MediaState = { status: 'down' };

  function become(next: MediaState): void {
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    if (next.status !== state.status) log.info({ media: next.status }, 'media server');
    state = next;
    for (const listener of listeners) listener();
  }

  const running = parts.named ? follow(parts.named) : runOwn();

  /** Somebody else runs it: we only look whether it answers. */
  async function follow(named: MediaEndpoint): Promise<void> {
    while (!stopping.signal.aborted) {
      if (await answers(named)) {
        await untilItFails(named, () => true);
      }
      become({ status: 'down' });
      await pause(HEALTH_EVERY_MS);
    }
  }

  async function runOwn(): Promise<void> {
    const program = await findOrBuild();
    if (program === null) return;
    // Just built, it has not answered yet, and that is no fault: nobody is told of one before a start has had its time.
    const startsUntil = performance.now() + READY_WITHIN_MS;
    const isStarting = () => state.status === 'building' && performance.now() < startsUntil;
    if (!isStarting()) become({ status: 'down' });
    const made = path.join(parts.dataDir, 'livekit');
    let retryMs = FIRST_RETRY_MS;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      try {
        await startOnce(program, made);
      } catch (error) {
        // A full disk, or somebody's file in its place: it may be put right while we run.
        if (!stopping.signal.aborted)
          log.error({ err: error }, 'livekit cannot be run just now, trying again');
      }
      if (performance.now() - startedAt > SETTLED_AFTER_MS) retryMs = FIRST_RETRY_MS;
      if (!isStarting()) become({ status: 'down' });
      await pause(retryMs);
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    }
  }

  /** Null when there is none to be had on this machine, and when we are to stop. */
  async function findOrBuild(): Promise<string | null> {
    let retryMs = FIRST_REBUILD_MS;
    while (!stopping.signal.aborted) {
      try {
        const go = findGo();
        const program = findLiveKit() ?? (go && (await build(go)));
        if (program === null) become({ status: 'absent', why: 'not-set-up' });
        return program;
      } catch (error) {
        if (stopping.signal.aborted) return null;
        log.error({ err: error, againInMs: retryMs }, 'livekit could not be built, trying again');
        become({ status: 'absent', why: 'build-failed' });
      }
      await pause(retryMs);
      retryMs = Math.min(retryMs * 2, LONGEST_REBUILD_MS);
    }
    return null;
  }

  async function build(go: string): Promise<string> {
    become({ status: 'building', progress: 0 });
    return buildLiveKit({
      go,
      signal: stopping.signal,
      onProgress: (share) => {
        const progress = Math.floor(share / PROGRESS_STEP) / (1 / PROGRESS_STEP);
        become({ status: 'building', progress });
      },
    });
  }

  async function startOnce(program: string, made: string): Promise<void> {
    const known = await openChosen(made);
    const folder = await fs.realpath(made);
    const leftOver = await findLeftOver(folder);
    const isFree = leftOver !== null || (await portsAreFree(known));
    const chosen = isFree ? known : await moveToFreePorts(folder, known);
    await runOnce(program, folder, chosen, leftOver);
  }

  /** From the start, or the taking over, of one process to its end. */
  async function runOnce(
    program: string,
    folder: string,
    chosen: Chosen,
    leftOver: number | null,
  ): Promise<void> {
    const { apiKey, apiSecret, signalPort } = chosen;
    const at = { url: `http://127.0.0.1:${signalPort}`, apiKey, apiSecret };
    const settings = await writeSettings(folder, chosen, parts.webhookUrl);
    let pid = leftOver;
    const lives = () => pid !== null && isLiveKit(pid, folder);
    if (
      pid !== null &&
      (settings.changed || !(await becomesReady(at, lives, TAKEN_OVER_WITHIN_MS)))
    ) {
      await stopLiveKit(pid, folder);
      pid = null;
    }
    if (pid === null) pid = await spawnLiveKit(program, settings.file);
    else await guardLiveKit(pid, folder);
    try {
      endpoint = at;
      if (!(await becomesReady(at, lives, READY_WITHIN_MS))) {
        if (!stopping.signal.aborted) log.warn({ pid }, 'livekit did not start; see livekit.log');
        return;
      }
      log.info({ pid, adopted: pid === leftOver }, 'livekit runs');
      await untilItFails(at, lives);
      if (!stopping.signal.aborted) log.warn({ pid }, 'livekit died or hangs, starting it again');
    } finally {
      await stopLiveKit(pid, folder);
    }
  }

  async function becomesReady(
    at: MediaEndpoint,
    lives: () => boolean,
    withinMs: number,
  ): Promise<boolean> {
    const giveUpAt = performance.now() + withinMs;
    while (!stopping.signal.aborted && lives() && performance.now() < giveUpAt) {
      if (await answers(at)) return true;
      await pause(50);
    }
    return false;
  }

  /** Ready as long as it answers; down while it does not. Returns when it is not to be waited for. */
  async function untilItFails(at: MediaEndpoint, lives: () => boolean): Promise<void> {
    let misses = 0;
    become({ status: 'ready' });
    let lookedAt = performance.now();
    while (!stopping.signal.aborted && lives() && misses < KNOCKS_MS.length) {
      await pause(LOOK_EVERY_MS);
      const due = misses > 0 || performance.now() - lookedAt >= HEALTH_EVERY_MS;
      if (!due) continue;
      misses = (await isHealthy(at.url, KNOCKS_MS[misses])) ? 0 : misses + 1;
      lookedAt = performance.now();
      if (misses === 0) become({ status: 'ready' });
      if (misses === SAID_AFTER_MISSES) become({ status: 'down' });
    }
  }

  /** Waits, or returns at once when we are to stop. */
  async function pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
  }

  return {
    state: () => state,
    endpoint: () => endpoint,
    whenChanged: (listener) => void listeners.add(listener),
    stop: async () => {
      listeners.clear();
      stopping.abort();
      await running;
    },
  };
}

async function isHealthy(url: string, withinMs: number = HEALTH_WITHIN_MS): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(withinMs) }).catch(() => null);
  await answer?.body?.cancel();
  return answer?.status === 200;
}

/** Healthy, and our keys are its keys. */
async function answers({ url, apiKey, apiSecret }: MediaEndpoint): Promise<boolean> {
  if (!(await isHealthy(url))) return false;
  const client = new RoomServiceClient(url, apiKey, apiSecret, {
    requestTimeout: HEALTH_WITHIN_MS / 1000,
    failover: false,
  });
  return client.listRooms().then(
    () => true,
    () => false,
  );
}
