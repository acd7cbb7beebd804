import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type MediaServer, openMediaServer } from '../../server/platform/livekit/media-server.ts';
import { makeLog } from '../../server/platform/log.ts';
import { MEDIA_HERE } from '../../server/testing/media-here.ts';
import { candidatesIn, knockAtMedia, textsIn } from './media-knock.ts';
import { twirpStatus } from './probes.ts';

describe.skipIf(!MEDIA_HERE)('knocking at a real LiveKit', () => {
  let dataDir: string;
  let media: MediaServer;
  beforeAll(async () => {
    dataDir = await fs.mkdtemp(path.join(tmpdir(), 'mellom-doctor-'));
    const webhookUrl = 'http://127.0.0.1:9/api/media/webhook';
    media = openMediaServer({ named: null, dataDir, webhookUrl, log: makeLog('error') });
    await vi.waitFor(() => expect(media.state().status).toBe('ready'), { timeout: 15_000 });
  });
  afterAll(async () => {
    await media.stop();
    await fs.rm(dataDir, { recursive: true, force: true });
  });

  test('doctor it tells its version, its STUN servers and its address, and answers there', async () => {
    const endpoint = media.endpoint();
    if (!endpoint) throw new Error('no media server');
    const answer = await knockAtMedia(endpoint);
    expect(answer.version).toBe('1.13.5');
    expect(answer.iceServers).toEqual(['stun:127.0.0.1:9']);
    expect(answer.candidates).toEqual([
      { protocol: 'udp', address: '127.0.0.1', port: expect.any(Number) },
    ]);
    expect(answer.answeredMs).toEqual([expect.any(Number)]);
  });

  test('doctor its own calls are known by how they refuse a stranger', async () => {
    expect(await twirpStatus(media.endpoint()?.url ?? '')).toBe(401);
  });

  test('doctor keys that are not its keys, and a port where nobody is, say so', async () => {
    const endpoint = media.endpoint();
    if (!endpoint) throw new Error('no media server');
    await expect(knockAtMedia({ ...endpoint, apiSecret: 'x'.repeat(40) })).rejects.toThrow();
    await expect(knockAtMedia({ ...endpoint, url: 'http://127.0.0.1:1' })).rejects.toThrow();
  });
});

test('doctor what a media server says is read whole, and each thing once', () => {
  expect(textsIn('\u0010stun:127.0.0.1:90\u0010stun:127.0.0.1:90', /stun:/gu)).toEqual([
    'stun:127.0.0.1:9',
  ]);
  const heard = [
    '"candidate:1 1 udp 2130706431 203.0.113.5 7882 typ host ufrag x"',
    '"candidate:1 1 udp 2130706431 203.0.113.5 7882 typ host ufrag x"',
    '"candidate:2 1 tcp 1671430143 203.0.113.5 7881 typ host tcptype passive"',
  ].join('\n');
  expect(candidatesIn(heard)).toEqual([
    { protocol: 'udp', address: '203.0.113.5', port: 7882 },
    { protocol: 'tcp', address: '203.0.113.5', port: 7881 },
  ]);
});
