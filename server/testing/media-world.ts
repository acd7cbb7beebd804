import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { joinSeminarRoom } from '#shared/features/seminar-room/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { type MediaServer, openMediaServer } from '../platform/livekit/media-server.ts';
import { makeLog } from '../platform/log.ts';
import { type AppWorld, createAppWorld } from './app-world.ts';
import { openDoor } from './door.ts';
import { freePort } from './run-server.ts';
import type { Somebody } from './world.ts';

/** The whole app with a real LiveKit beside it. */
export type MediaWorld = AppWorld & {
  readonly media: MediaServer;
  /** Where the data folder of the media server is. */
  readonly mediaFolder: string;
  /** What `seminar-room/join` answers. */
  pass(by: Somebody, sessionId: SessionId, tab?: string): Promise<string>;
  /**
   * An address for a program without cookies, through which it comes to our door as a page of this person's does.
   * `null`: as somebody without a sign-in.
   */
  doorOf(by: Somebody | null, origin?: string): Promise<string>;
};

const READY_WITHIN_MS = 15_000;

/** Starts it. Its clock is set, not running: LiveKit's own is the machine's. */
export async function createMediaWorld(): Promise<MediaWorld> {
  const dataDir = await fs.realpath(await fs.mkdtemp(path.join(tmpdir(), 'mellom-media-')));
  const port = await freePort();
  const webhookUrl = `http://127.0.0.1:${port}/api/media/webhook`;
  const media = openMediaServer({ named: null, dataDir, webhookUrl, log: makeLog('error') });
  await becomesReady(media);
  const app = await createAppWorld({ media, port });
  const closers: (() => void)[] = [];

  return {
    ...app,
    media,
    mediaFolder: path.join(dataDir, 'livekit'),
    async pass(by, sessionId, tab = 'abcdefgh') {
      const reply = await app.ask(by, joinSeminarRoom, { sessionId, tab });
      if (!reply.ok || reply.value.status !== 'admitted') {
        throw new Error(`no pass: ${JSON.stringify(reply)}`);
      }
      return reply.value.token;
    },
    async doorOf(by, origin = app.url) {
      const cookie = by ? await app.cookieOf(by) : '';
      const door = await openDoor(app.url, { cookie, origin });
      closers.push(door.close);
      return door.url;
    },
    async close() {
      for (const close of closers) close();
      await app.close();
      await media.stop();
      await fs.rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function becomesReady(media: MediaServer): Promise<void> {
  const giveUpAt = performance.now() + READY_WITHIN_MS;
  while (media.state().status !== 'ready') {
    if (performance.now() > giveUpAt) throw new Error(`LiveKit is ${media.state().status}`);
    await delay(20);
  }
}
