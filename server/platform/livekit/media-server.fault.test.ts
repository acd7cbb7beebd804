import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MEDIA_HERE } from '../../testing/media-here.ts';
import { processesOn } from '../../testing/run-server.ts';
import { makeLog } from '../log.ts';
import { type MediaServer, openMediaServer } from './media-server.ts';
import { findLeftOver, isLiveKit, spawnLiveKit } from './process.ts';
import { findLiveKit } from './program.ts';
import { openChosen, writeSettings } from './settings.ts';

const WEBHOOK = 'http://127.0.0.1:4121/api/media/webhook';
const log = makeLog('error');
const soon = { timeout: 15_000, interval: 20 };

describe.skipIf(!MEDIA_HERE)('a LiveKit of our own', () => {
  let dataDir: string;
  let folder: string;
  const opened: MediaServer[] = [];
  beforeEach(async () => {
    dataDir = await fs.realpath(await fs.mkdtemp(path.join(tmpdir(), 'mellom-media-')));
    folder = path.join(dataDir, 'livekit');
  });
  afterEach(async () => {
    for (const media of opened.splice(0)) await media.stop();
    await fs.rm(dataDir, { recursive: true, force: true });
  });

  async function open(): Promise<MediaServer> {
    const media = openMediaServer({ named: null, dataDir, webhookUrl: WEBHOOK, log });
    opened.push(media);
    await isReady(media);
    return media;
  }
  const isReady = (media: MediaServer) =>
    vi.waitFor(() => expect(media.state()).toEqual({ status: 'ready' }), soon);
  const pidNow = async () => {
    const pid = await findLeftOver(folder);
    if (pid === null) throw new Error('no LiveKit runs');
    return pid;
  };

  test('MEDIA-2 it is ready by itself, listens on this machine alone, and leaves no process behind', async () => {
    const media = await open();
    const pid = await pidNow();
    const addresses = await listeningAddresses(pid);
    expect(addresses.length).toBeGreaterThan(1);
    expect(addresses.filter((address) => address !== '127.0.0.1')).toEqual([]);
    for (const file of ['keys.json', 'livekit.yaml']) {
      expect((await fs.stat(path.join(folder, file))).mode & 0o077).toBe(0);
    }
    await media.stop();
    expect(await findLeftOver(folder)).toBeNull();
    expect(await processesOn(folder), 'nor its guard').toEqual([]);
  });

  test('MEDIA-3 killed, it is down and soon ready again, at the same address', async () => {
    const media = await open();
    const before = [media.endpoint(), await pidNow()] as const;
    const told: string[] = [];
    media.whenChanged(() => told.push(media.state().status));
    process.kill(before[1], 'SIGKILL');
    await vi.waitFor(() => expect(told).toEqual(['down', 'ready']), soon);
    expect(media.endpoint()).toEqual(before[0]);
    expect(await pidNow()).not.toBe(before[1]);
  });

  test('MEDIA-3 what keeps it from being started again is waited out, and leaves no process behind', async () => {
    const media = await open();
    const pid = await pidNow();
    // Where its number is to be written stands a folder, as a full disk would refuse it.
    const inTheWay = path.join(folder, 'livekit.pid', 'kept');
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(media.state()).toEqual({ status: 'down' }), soon);
    await vi.waitFor(async () => {
      await fs.rm(path.join(folder, 'livekit.pid'), { force: true });
      await fs.mkdir(inTheWay, { recursive: true });
    }, soon);
    await delay(3_000);
    expect(media.state()).toEqual({ status: 'down' });
    expect(await processesOn(folder)).toEqual([]);
    await fs.rm(path.join(folder, 'livekit.pid'), { recursive: true });
    await isReady(media);
    expect(media.endpoint()).not.toBeNull();
  });

  test('MEDIA-3 nor does one that could not even be begun give up', async () => {
    await fs.writeFile(folder, 'somebody else’s');
    const media = openMediaServer({ named: null, dataDir, webhookUrl: WEBHOOK, log });
    opened.push(media);
    await delay(1_000);
    expect(media.state()).toEqual({ status: 'down' });
    await fs.rm(folder);
    await isReady(media);
  });

  test('MEDIA-1 a build that fails is said, and tried again by itself', async () => {
    const real = findLiveKit() ?? '';
    const away = path.join(dataDir, 'registry-is-away');
    await fs.writeFile(away, '');
    const go = `#!/bin/sh
if [ -e '${away}' ]; then echo 'dial tcp: lookup proxy.golang.org' >&2; exit 1; fi
[ "$1" = list ] && exit 0
until [ "$1" = -o ]; do shift; done
cp '${real}' "$2"\n`;
    await fs.mkdir(path.join(dataDir, 'bin'));
    await fs.writeFile(path.join(dataDir, 'bin', 'go'), go, { mode: 0o755 });
    const others = (process.env.PATH ?? '').split(':').filter((at) => at !== path.dirname(real));
    vi.stubEnv('PATH', [path.join(dataDir, 'bin'), ...others].join(':'));
    vi.stubEnv('XDG_CACHE_HOME', path.join(dataDir, 'cache'));
    try {
      const media = openMediaServer({ named: null, dataDir, webhookUrl: WEBHOOK, log });
      opened.push(media);
      const failed = { status: 'absent', why: 'build-failed' };
      await vi.waitFor(() => expect(media.state()).toEqual(failed), soon);
      const told: string[] = [];
      media.whenChanged(() => told.push(media.state().status));
      await fs.rm(away);
      await isReady(media);
      expect([...new Set(told)], 'no false alarm between').toEqual(['building', 'ready']);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test.each(['livekit.pid', 'livekit.owner', 'livekit.guard'])(
    'MEDIA-5 one whose %s cannot be written is ended at once, with its guard',
    async (name) => {
      const chosen = await openChosen(folder);
      const settings = await writeSettings(folder, chosen, WEBHOOK);
      await fs.mkdir(path.join(folder, name));
      await expect(spawnLiveKit(findLiveKit() ?? '', settings.file)).rejects.toThrow();
      await vi.waitFor(async () => expect(await processesOn(folder)).toEqual([]), soon);
    },
  );

  test('MEDIA-3 ROOM-5 hanging, it is said to be down while it runs yet, and then ended and started again', async () => {
    const media = await open();
    const pid = await pidNow();
    const told: string[] = [];
    media.whenChanged(() =>
      told.push(`${media.state().status}, ${isLiveKit(pid, folder) ? 'it runs' : 'it is ended'}`),
    );
    process.kill(pid, 'SIGSTOP');
    const said = ['down, it runs', 'ready, it is ended'];
    await vi.waitFor(() => expect(told).toEqual(said), { timeout: 60_000, interval: 20 });
  });

  test('MEDIA-3 one that only paused is ready again, and was never ended', async () => {
    const media = await open();
    const pid = await pidNow();
    const told: string[] = [];
    media.whenChanged(() => told.push(media.state().status));
    process.kill(pid, 'SIGSTOP');
    await vi.waitFor(() => expect(told).toEqual(['down']), soon);
    process.kill(pid, 'SIGCONT');
    await vi.waitFor(() => expect(told).toEqual(['down', 'ready']), soon);
    expect(await pidNow()).toBe(pid);
  });

  test('MEDIA-3 a pause of one knock is not spoken of', async () => {
    const media = await open();
    const told: string[] = [];
    media.whenChanged(() => told.push(media.state().status));
    const pid = await pidNow();
    process.kill(pid, 'SIGSTOP');
    await delay(1_200);
    process.kill(pid, 'SIGCONT');
    await delay(3_000);
    expect(told).toEqual([]);
  });

  test('MEDIA-4 one that a killed server left behind is taken over', async () => {
    const chosen = await openChosen(folder);
    const settings = await writeSettings(folder, chosen, WEBHOOK);
    const pid = await spawnLiveKit(findLiveKit() ?? '', settings.file);
    await open();
    expect(await pidNow()).toBe(pid);
    const owner = await fs.readFile(path.join(folder, 'livekit.owner'), 'utf8');
    expect(Number(owner), 'and is ours from now on').toBe(process.pid);
  });

  test('MEDIA-4 one that was left behind on other settings is replaced', async () => {
    const chosen = await openChosen(folder);
    const settings = await writeSettings(folder, chosen, 'http://127.0.0.1:9/elsewhere');
    const pid = await spawnLiveKit(findLiveKit() ?? '', settings.file);
    await open();
    expect(await pidNow()).not.toBe(pid);
  });

  test('MEDIA-5 one whose server was killed and is not started again ends by itself, with its guard', async () => {
    const chosen = await openChosen(folder);
    const { file } = await writeSettings(folder, chosen, WEBHOOK);
    const [program, module] = [findLiveKit(), path.join(import.meta.dirname, 'process.ts')];
    const work = `
      const { spawnLiveKit } = await import(${JSON.stringify(module)});
      const args = ${JSON.stringify([program, file, { lookEveryS: 1, looks: 2 }])};
      console.log(await spawnLiveKit(...args));
      setInterval(() => undefined, 1_000);`;
    const owner = spawn(process.execPath, ['--input-type=module', '--eval', work], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(owner.stdout, 'data')) as [Buffer];
    const pid = Number(said.toString());
    // Longer than it is given without an owner: with one it lives on.
    await delay(4_000);
    expect(await findLeftOver(folder)).toBe(pid);
    expect(await processesOn(folder)).toContain(pid);
    owner.kill('SIGKILL');
    await vi.waitFor(async () => expect(await processesOn(folder)).toEqual([]), soon);
  });

  test('a port that somebody else has taken is left to them', async () => {
    const chosen = await openChosen(folder);
    const other = createServer().listen(chosen.signalPort, '127.0.0.1');
    try {
      const media = await open();
      expect(media.endpoint()?.url).not.toContain(`:${chosen.signalPort}`);
      expect(media.endpoint()?.apiSecret).toBe(chosen.apiSecret);
    } finally {
      other.close();
    }
  });
});

/** The local addresses on which a process takes connections or datagrams. Linux only. */
async function listeningAddresses(pid: number): Promise<string[]> {
  const links = await fs.readdir(`/proc/${pid}/fd`);
  const targets = await Promise.all(
    links.map((fd) => fs.readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')),
  );
  const own = new Set(targets.map((target) => /^socket:\[(\d+)\]$/u.exec(target)?.[1]));
  const open: string[] = [];
  for (const table of ['tcp', 'tcp6', 'udp', 'udp6']) {
    const rows = (await fs.readFile(`/proc/${pid}/net/${table}`, 'utf8'))
      .trim()
      .split('\n')
      .slice(1);
    for (const row of rows) {
      const [, local = '', , state, , , , , , inode] = row.trim().split(/\s+/u);
      const listens = table.startsWith('udp') || state === '0A';
      if (listens && own.has(inode)) open.push(addressOf(local.split(':')[0] ?? ''));
    }
  }
  return open;
}

function addressOf(hex: string): string {
  if (hex.length !== 8) return hex;
  return [6, 4, 2, 0].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join('.');
}
