import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, removeDataFolder, startServer } from '../../server/testing/run-server.ts';
import { type Crowd, foundCrowdedSchool } from '../mellom/crowded-school.ts';
import { type Used, usedBy, usedByFamily } from '../processes.ts';

/** Our server as people run it, with a LiveKit of its own, and a school with one cohort. */
export type Stand = {
  readonly origin: string;
  readonly cookies: Crowd['cookies'];
  readonly teacher: Crowd['teacher'];
  /** A live session that nobody has entered yet. */
  newSession(): string;
  used(): { readonly server: Used; readonly database: Used; readonly livekit: Used };
  stop(): Promise<void>;
};

const READY_WITHIN_MS = 300_000;

export async function openStand(people: number, sessions: number): Promise<Stand> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mellom-bench-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const { crowds } = await foundCrowdedSchool(dataDir, origin, [people], sessions, 0);
  const crowd = crowds.get(people);
  if (!crowd) throw new Error('there is no crowd');
  const server = await startServer({
    dataDir,
    env: { PORT: String(port), DEMO: 'off', LOG_LEVEL: 'warn' },
  });
  const stop = async () => {
    await server.stop();
    await removeDataFolder(dataDir);
  };
  const pidIn = (file: string) =>
    Number(readFileSync(path.join(dataDir, file), 'utf8').split('\n')[0]);
  try {
    await mediaIsReady(origin);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    origin,
    cookies: crowd.cookies,
    teacher: crowd.teacher,
    newSession: () => {
      const session = crowd.sessions.pop();
      if (!session) throw new Error('no session is left');
      return session;
    },
    used: () => ({
      server: usedBy(server.process.pid ?? 0),
      database: usedByFamily(pidIn('postgres/postmaster.pid')),
      livekit: usedBy(pidIn('livekit/livekit.pid')),
    }),
    stop,
  };
}

/** Where LiveKit must be built first, that is waited for and not measured. */
async function mediaIsReady(origin: string): Promise<void> {
  let media = '';
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await delay(200)) {
    const answer = await fetch(`${origin}/health`);
    media = ((await answer.json()) as { parts: { media: string } }).parts.media;
    if (media === 'ready') return;
    if (media === 'absent') break;
  }
  throw new Error(`media is ${media}: LiveKit or Go is needed (see README)`);
}
