import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, removeDataFolder, startServer } from '../server/testing/run-server.ts';
import type { Asks } from './generator/asks.ts';
import { type Crowd, foundCrowdedSchool } from './mellom/crowded-school.ts';
import { type Used, usedBy, usedByFamily } from './processes.ts';

/** The signs of docs/measurements.md: S bare Socket.IO, Sr the same with connection state recovery, W plain `ws`. */
export type PeerSign = 'S' | 'Sr' | 'W';
export type Sign = 'Mellom' | PeerSign;

/** One server under measurement, in a process of its own. */
export type Contestant = {
  readonly sign: Sign;
  /** What the generator needs to bring so many people in. For us: into a session that nobody has entered. */
  invite(people: number): Asks['come'];
  /** CPU and memory so far: of the server, and of the database that it stores in. */
  used(): { readonly server: Used; readonly database: Used };
  stop(): Promise<void>;
};

export type Mellom = Contestant & {
  /** Kills the server as a crash would, and starts it again on the same port; resolves when the process is gone. */
  killAndStartAgain(): Promise<{ readonly up: Promise<void> }>;
  /** A session whose lobby nobody has come to yet. It is there once. */
  lobby(): Asks['knocks'];
  /** Where a browser finds it, and the cookie of somebody who is signed in. */
  visitor(): { readonly origin: string; readonly cookie: string };
};

/** Half of them come one after another, half at once. */
const WAITING = 200;

const NOTHING: Used = { cpuMs: 0, rssBytes: 0 };

/** A peer: a script of bench/peers that says when it listens. */
export async function startPeer(sign: PeerSign): Promise<Contestant> {
  const port = await freePort();
  const script = sign === 'W' ? 'ws.ts' : 'socketio.ts';
  const args = [String(port), ...(sign === 'Sr' ? ['recovery'] : [])];
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'peers', script), args);
  await once(child, 'message');
  return {
    sign,
    invite: (people) => ({
      port,
      dialect: { name: sign === 'W' ? 'ws' : 'socket.io' },
      cookies: Array.from({ length: people }, () => ''),
    }),
    used: () => ({ server: usedBy(child.pid ?? 0), database: NOTHING }),
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}

/** Our own server as people run it: `server/main.ts`, embedded PostgreSQL, every limit as it ships. */
export async function startMellom(sizes: readonly number[], sessionsEach: number): Promise<Mellom> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mellom-bench-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const { crowds, lobby } = await foundCrowdedSchool(dataDir, origin, sizes, sessionsEach, WAITING);
  // For a profiler: `BENCH_NODE_OPTIONS='--import ./profile.mjs'`.
  const { BENCH_NODE_OPTIONS: NODE_OPTIONS } = process.env;
  const own = { PORT: String(port), DEMO: 'off', LOG_LEVEL: 'warn' };
  const env = NODE_OPTIONS ? { ...own, NODE_OPTIONS } : own;
  const start = () => startServer({ dataDir, env });
  let server = await start();
  /** CPU of servers that were killed. */
  let spentMs = 0;
  const postmaster = () =>
    Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

  return {
    sign: 'Mellom',
    invite: (people) => {
      const { cookies, sessions } =
        crowds.get(people) ?? ({ cookies: [], sessions: [], teacher: '' } as Crowd);
      const sessionId = sessions.pop();
      if (!sessionId) throw new Error(`no session is left for ${people} people`);
      return { port, dialect: { name: 'mellom', sessionId, origin }, cookies };
    },
    lobby: () => {
      const { host, guests, sessionId } = lobby;
      return { port, dialect: { name: 'mellom', sessionId, origin }, host, guests };
    },
    visitor: () => ({ origin, cookie: crowds.get(sizes[0] ?? 0)?.cookies[0] ?? '' }),
    used: () => ({
      server: after(spentMs, usedBy(server.process.pid ?? 0)),
      database: usedByFamily(postmaster()),
    }),
    killAndStartAgain: async () => {
      spentMs += usedBy(server.process.pid ?? 0).cpuMs;
      await server.kill9();
      const up = start().then((again) => {
        server = again;
      });
      return { up };
    },
    stop: async () => {
      await server.stop();
      await removeDataFolder(dataDir);
    },
  };
}

function after(spentMs: number, { cpuMs, rssBytes }: Used): Used {
  return { cpuMs: spentMs + cpuMs, rssBytes };
}
