import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { io, type Socket } from 'socket.io-client';
import type { ClientToServerEvents, ServerToClientEvents } from '#shared/wire/socket-events.ts';
import { WIRE_VERSION } from '#shared/wire/version.ts';
import { type App, createApp } from '../app.ts';
import { signInCookie } from '../features/identity/sign-in/cookie.ts';
import { openSignInKey } from '../features/identity/sign-in/sign-in-key.ts';
import { hashOfToken, newToken } from '../features/identity/sign-in/token.ts';
import type { Media } from '../features/seminar-room/public.ts';
import type { Caller } from '../platform/dispatch.ts';
import { makeLog } from '../platform/log.ts';
import type { LineLimits } from '../transport/yjs.ts';
import { absentMedia } from './absent-media.ts';
import { freePort } from './run-server.ts';
import { createWorld, type World } from './world.ts';

export type ClientSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** A world whose people can also come through the real doors: the whole app on a real port. */
export type AppWorld = World & {
  readonly url: string;
  readonly dataDir: string;
  readonly figures: App['figures'];
  /** The `Cookie` header of somebody's sign-in. */
  cookieOf(caller: Caller): Promise<string>;
  /** A socket that does not come back by itself. `null`: without a sign-in. A new cookie ends the earlier one. */
  socket(caller: Caller | null, cookie?: string): Promise<ClientSocket>;
};

/** Starts a real school's app on the world's own database. Its core is another one than the world's. */
export async function createAppWorld(
  beside: {
    readonly media?: Media;
    readonly port?: number;
    readonly lineLimits?: LineLimits;
    readonly trustProxy?: readonly string[];
  } = {},
): Promise<AppWorld> {
  const media = beside.media ?? absentMedia;
  const world = await createWorld({ media });
  const dataDir = await fs.mkdtemp(path.join(tmpdir(), 'mellom-app-'));
  const port = beside.port ?? (await freePort());
  const url = `http://localhost:${port}`;
  const ours = signInCookie(url, openSignInKey(dataDir)('cookie'));
  const app = await createApp({
    config: {
      port,
      host: '127.0.0.1',
      metrics: null,
      baseUrl: url,
      trustProxy: beside.trustProxy ?? [],
      dataDir,
      backupDir: path.join(dataDir, '../unused'),
      erasuresFile: path.join(dataDir, 'erasures'),
      databaseUrl: world.test.url,
      school: { name: null, email: null, privacyEmail: null },
      smtpUrl: null,
      mailFrom: 'no-reply@localhost',
      livekit: null,
      oidc: null,
      firstAdministrator: null,
      logLevel: 'error',
      demo: false,
    },
    source: world.test.url,
    database: world.test.database,
    log: makeLog('error'),
    clock: world.clock,
    media,
    health: { database: () => true },
    ...(beside.lineLimits && { lineLimits: beside.lineLimits }),
  });
  await app.listen();
  const sockets = new Set<ClientSocket>();

  async function cookieOf({ signInId }: Caller): Promise<string> {
    const token = newToken();
    await world.test.database.execute(
      sql`update sign_in set token_hash = ${hashOfToken(token)} where id = ${signInId}`,
    );
    return ours.set(token).split(';')[0] ?? '';
  }

  return {
    ...world,
    url,
    dataDir,
    figures: app.figures,
    cookieOf,
    async socket(caller, cookie) {
      const socket: ClientSocket = io(url, {
        transports: ['websocket'],
        auth: { version: WIRE_VERSION },
        autoConnect: false,
        reconnection: false,
        forceNew: true,
        extraHeaders: { origin: url, cookie: cookie ?? (caller ? await cookieOf(caller) : '') },
      });
      sockets.add(socket);
      return socket;
    },
    async close() {
      for (const socket of sockets) socket.disconnect();
      await app.close();
      await world.close();
      await fs.rm(dataDir, { recursive: true, force: true });
    },
  };
}
