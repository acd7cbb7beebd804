import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { linePathOf } from '#shared/wire/document-line.ts';
import { freePort, plainEnv, removeDataFolder } from '../../server/testing/run-server.ts';
import { foundSchoolOfWriters } from '../mellom/school-of-writers.ts';
import { type Used, usedBy, usedByFamily } from '../processes.ts';
import type { DocumentAddress } from './asks.ts';
import type { PeerPrograms } from './peers.ts';

/** The signs of docs/measurements.md: Y in memory, Yl with LevelDB, H Hocuspocus with SQLite, N y-sweet. */
export type DocumentSign = 'Mellom' | 'Y' | 'Yl' | 'H' | 'N';

/** One document server under measurement, in a process of its own. */
export type DocumentServer = {
  readonly sign: DocumentSign;
  /** A document that nobody has opened. */
  document(): Promise<DocumentAddress>;
  /** CPU and memory so far: of the server, and of the database that it stores in. */
  used(): { readonly server: Used; readonly database: Used };
  /** What it holds in memory when everything unused is gone; null where it cannot say. */
  heldBytes(): Promise<number | null>;
  lives(): boolean;
  /** Lines that it has written so far. */
  logLines(): number;
  /** As a crash would; resolves when the process is gone. */
  kill(): Promise<void>;
  /** After a kill, on the same port and the same storage; resolves when it takes lines. */
  startAgain(): Promise<void>;
  /** Stops in good order, and starts again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

const STARTS_WITHIN_MS = 60_000;
const STOPS_WITHIN_MS = 10_000;
const SAYS_WITHIN_MS = 60_000;
const HELD = /"heldBytes":(\d+)/u;
const NOTHING: Used = { cpuMs: 0, rssBytes: 0 };
const sayHeld = path.join(import.meta.dirname, 'say-held.ts');
const ours = path.join(import.meta.dirname, '../mellom/without-line-limits.ts');

type Program = {
  readonly sign: DocumentSign;
  readonly port: number;
  readonly folder: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Record<string, string>;
  readonly document: DocumentServer['document'];
  readonly usedByDatabase?: () => Used;
  readonly removed: () => Promise<void>;
};

async function start(program: Program): Promise<DocumentServer> {
  const { sign, port, command, args, env } = program;
  let child: ChildProcess;
  let exited: Promise<unknown>;
  let lines = 0;
  let held: number | null = null;
  /** CPU of processes that are gone. */
  let spentMs = 0;

  async function begin(): Promise<void> {
    const started = spawn(command, args, {
      env: { ...plainEnv(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    exited = once(started, 'exit');
    for (const pipe of [started.stdout, started.stderr]) {
      pipe.setEncoding('utf8').on('data', (said: string) => {
        for (const character of said) if (character === '\n') lines++;
        const says = HELD.exec(said)?.[1];
        if (says) held = Number(says);
      });
    }
    const giveUpAt = performance.now() + STARTS_WITHIN_MS;
    while (!(await opens(port))) {
      if (child.exitCode !== null || performance.now() > giveUpAt) {
        throw new Error(`${sign} does not start`);
      }
      await delay(10);
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    spentMs += usedBy(child.pid ?? 0).cpuMs;
    if (lives()) child.kill(signal);
    const patience = delay(STOPS_WITHIN_MS, 'late' as const, { ref: false });
    if ((await Promise.race([exited, patience])) === 'late') child.kill('SIGKILL');
    await exited;
  }

  const lives = () => child.exitCode === null && child.signalCode === null;

  await begin();
  return {
    sign,
    document: program.document,
    used: () => {
      const { cpuMs, rssBytes } = usedBy(child.pid ?? 0);
      const server = { cpuMs: spentMs + cpuMs, rssBytes };
      return { server, database: program.usedByDatabase?.() ?? NOTHING };
    },
    async heldBytes() {
      if (sign === 'N') return null;
      held = null;
      child.kill('SIGUSR2');
      const giveUpAt = performance.now() + SAYS_WITHIN_MS;
      while (held === null && performance.now() < giveUpAt) await delay(20);
      return held;
    },
    lives,
    logLines: () => lines,
    kill: () => end('SIGKILL'),
    startAgain: begin,
    restart: async () => {
      await end('SIGTERM');
      await begin();
    },
    stop: async () => {
      await end('SIGTERM');
      await program.removed();
    },
  };
}

function opens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect({ host: '127.0.0.1', port });
    probe.on('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.on('error', () => resolve(false));
  });
}

const SAYING = ['--expose-gc', '--import', sayHeld];

/** A peer of that sign, storing in a folder of its own. */
export async function startPeer(
  sign: Exclude<DocumentSign, 'Mellom'>,
  programs: PeerPrograms,
): Promise<DocumentServer> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'mellom-bench-peer-'));
  let documents = 0;
  const common = {
    sign,
    port,
    folder,
    removed: async () => rmSync(folder, { recursive: true, force: true }),
  };
  const plain = { port, origin: 'http://localhost', cookies: [''] };
  const nextName = () => `text-${++documents}`;
  const y = { name: 'y', asksAcks: false } as const;
  switch (sign) {
    case 'Y':
    case 'Yl':
      return start({
        ...common,
        command: process.execPath,
        args: [
          ...SAYING,
          programs.y,
          String(port),
          ...(sign === 'Yl' ? [path.join(folder, 'level')] : []),
        ],
        document: async () => ({ ...plain, path: `/${nextName()}`, dialect: y }),
      });
    case 'H':
      return start({
        ...common,
        command: process.execPath,
        args: [...SAYING, programs.hocuspocus, String(port), path.join(folder, 'texts.sqlite')],
        document: async () => {
          const name = nextName();
          return { ...plain, path: '/', dialect: { name: 'hocuspocus', document: name } };
        },
      });
    case 'N': {
      if (typeof programs.ySweet !== 'string') throw new Error(programs.ySweet.why);
      return start({
        ...common,
        command: programs.ySweet,
        args: ['serve', folder, '--host', '127.0.0.1', '--port', String(port)],
        document: async () => {
          const docId = nextName();
          const made = await fetch(`http://127.0.0.1:${port}/doc/new`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ docId }),
          });
          if (!made.ok) throw new Error(`y-sweet makes no document: ${made.status}`);
          return { ...plain, path: `/d/${docId}/ws/${docId}`, dialect: y };
        },
      });
    }
  }
}

const PEOPLE = 256;
const DOCUMENTS = 12_000;

/** Our own server with embedded PostgreSQL, without media, and without limits on what one line may send. */
export async function startMellom(): Promise<DocumentServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mellom-bench-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const { cookies, documents } = await foundSchoolOfWriters(dataDir, origin, PEOPLE, DOCUMENTS);
  const postmaster = () =>
    Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  // For a profiler: `BENCH_NODE_OPTIONS='--import ./profile.mjs'`.
  const { BENCH_NODE_OPTIONS: NODE_OPTIONS } = process.env;
  return start({
    sign: 'Mellom',
    port,
    folder: dataDir,
    command: process.execPath,
    args: [...SAYING, ours],
    env: {
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO: 'off',
      LOG_LEVEL: 'warn',
      // Named, and not there: no rooms in this bench.
      LIVEKIT_URL: 'ws://127.0.0.1:9',
      LIVEKIT_API_KEY: 'bench',
      LIVEKIT_API_SECRET: 'bench'.repeat(8),
      ...(NODE_OPTIONS && { NODE_OPTIONS }),
    },
    usedByDatabase: () => usedByFamily(postmaster()),
    document: async () => {
      const documentId = documents.pop();
      if (!documentId) throw new Error('no document is left');
      const dialect = { name: 'y', asksAcks: true } as const;
      return { port, origin, cookies, path: linePathOf(documentId), dialect };
    },
    removed: () => removeDataFolder(dataDir),
  });
}
