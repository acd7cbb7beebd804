import { request as requestHttp } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppWorld, createAppWorld } from '../testing/app-world.ts';

/** Of docs/limits.md, for whoever is not signed in. The world's clock stands still, so nothing is earned meanwhile. */
const DOORS = [
  { name: 'HTTP', path: '/api/query/no/such', atOnce: 60, upgrade: false, ok: 404, no: 429 },
  {
    name: 'Socket.IO',
    path: '/socket.io/?EIO=4&transport=websocket',
    atOnce: 300,
    upgrade: true,
    ok: 101,
    no: 400,
  },
  { name: 'documents', path: '/yjs/x', atOnce: 300, upgrade: true, ok: 401, no: 429 },
] as const;
type Door = (typeof DOORS)[number];

const HANDSHAKE = {
  connection: 'upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

let plain: AppWorld;
let behindProxy: AppWorld;
beforeAll(async () => {
  plain = await createAppWorld();
  behindProxy = await createAppWorld({ trustProxy: ['loopback'] });
}, 60_000);
afterAll(async () => {
  await plain.close();
  await behindProxy.close();
});

/** Knocks once without a sign-in, as a proxy does for somebody. The status. */
function knock({ url }: AppWorld, { path, upgrade }: Door, forwardedFor: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const ask = requestHttp(new URL(path, url), {
      method: upgrade ? 'GET' : 'POST',
      headers: {
        origin: url,
        'x-forwarded-for': forwardedFor,
        ...(upgrade ? HANDSHAKE : { 'x-mellom': '1', 'content-type': 'application/json' }),
      },
    });
    ask.on('upgrade', (answer, line) => {
      line.destroy();
      resolve(answer.statusCode ?? 0);
    });
    ask.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    ask.on('error', reject);
    ask.end(upgrade ? undefined : '{"input":{}}');
  });
}

async function knockOften(world: AppWorld, door: Door, from: string): Promise<void> {
  for (let nth = 0; nth < door.atOnce; nth++)
    expect(await knock(world, door, from), `${door.name} ${nth}`).toBe(door.ok);
}

describe.for(DOORS)('a limit by address at the door $name', (door) => {
  test('behind a web server that is believed, each person behind it is counted apart', async () => {
    await knockOften(behindProxy, door, '203.0.113.9');
    expect(await knock(behindProxy, door, '203.0.113.9')).toBe(door.no);
    // What somebody claims before the web server has added where they really come from.
    expect(await knock(behindProxy, door, '198.51.100.66, 203.0.113.9')).toBe(door.no);
    expect(await knock(behindProxy, door, '203.0.113.10')).toBe(door.ok);
  });

  test('without the setting a forged header buys nobody a limit of their own', async () => {
    await knockOften(plain, door, '203.0.113.9');
    expect(await knock(plain, door, '203.0.113.10')).toBe(door.no);
    expect(await knock(plain, door, '127.0.0.1')).toBe(door.no);
  });
});
