import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { serveSignalling } from './signalling.ts';

test('ROOM-3 refused again and again, a token is in no line of ours in the log, and the refusal in one', async () => {
  const lines: string[] = [];
  const http = fastify();
  serveSignalling(http, {
    origins: new Set(['http://localhost']),
    upstream: () => null,
    admit: async () => null,
    clock: { now: () => 1_000 },
    log: pino({}, { write: (line) => lines.push(line) }),
  });

  for (let nth = 0; nth < 20; nth++) {
    const answer = await http.inject(`/rtc/validate?access_token=forged-${nth}`);
    expect(answer.statusCode).toBe(401);
  }
  expect(lines).toEqual([expect.stringContaining('refused: 401')]);
  expect(lines.join()).not.toContain('forged');
});

const OWN = 'own.to-ken.sig_nature';
const OTHER = 'other.to-ken.sig_nature';

/** A media server that says what it was asked, behind our door, which lets `OWN` through and nothing else. */
async function behindOurDoor() {
  const asked: { url: string | undefined; authorization: string | undefined }[] = [];
  const take = ({ url, headers: { authorization } }: IncomingMessage) =>
    void asked.push({ url, authorization });
  const upstream = createServer((asking, answer) => {
    take(asking);
    answer.end('success');
  });
  upstream.on('upgrade', (asking, line) => {
    take(asking);
    line.end(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    );
  });
  await once(upstream.listen(0, '127.0.0.1'), 'listening');
  const portOf = (address: unknown) => (address as AddressInfo).port;

  const http = fastify();
  const signalling = serveSignalling(http, {
    origins: new Set(['http://localhost']),
    upstream: () => `http://127.0.0.1:${portOf(upstream.address())}`,
    admit: async (_headers, token) =>
      token === OWN ? { whose: 'me', opened: () => () => undefined } : null,
    clock: { now: () => Date.now() },
    log: pino({ level: 'silent' }),
  });
  http.server.on('upgrade', (asking, line, head) =>
    signalling.isOurs(asking)
      ? signalling.upgrade(asking, line, head)
      : line.end('HTTP/1.1 404 \r\n\r\n'),
  );
  await http.listen({ port: 0, host: '127.0.0.1' });

  /** The status, and what the media server was asked. The path goes out byte for byte. */
  async function ask(path: string, { line = false, authorization = '' } = {}) {
    asked.length = 0;
    const asking = request({
      port: portOf(http.server.address()),
      host: '127.0.0.1',
      path,
      headers: {
        origin: 'http://localhost',
        ...(authorization && { authorization }),
        ...(line && {
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
          'sec-websocket-version': '13',
        }),
      },
    });
    const status = new Promise<number>((resolve) => {
      asking.on('response', (answer) => resolve(answer.resume().statusCode ?? 0));
      asking.on('upgrade', (_answer, opened) => {
        opened.destroy();
        resolve(101);
      });
      asking.on('error', () => resolve(0));
    });
    asking.end();
    return { status: await status, asked: [...asked] };
  }
  return {
    ask,
    async close() {
      signalling.stop();
      await http.close();
      upstream.close();
    },
  };
}

/** Of these, two readers may read two tokens, or a token and a path that we do not know. */
const TWO_READINGS: readonly [what: string, path: string, authorization?: string][] = [
  ['two, the first cut off', `?access_token=${OWN};&access_token=${OTHER}`],
  ['two, the first badly escaped', `?access_token=${OWN}%zz&access_token=${OTHER}`],
  ['two plain ones', `?access_token=${OWN}&access_token=${OTHER}`],
  ['two the other way round', `?access_token=${OTHER}&access_token=${OWN}`],
  ['two, one name escaped', `?access%5Ftoken=${OTHER}&access_token=${OWN}`],
  ['two, parted by a semicolon', `?access_token=${OTHER};access_token=${OWN}`],
  ['an empty one before', `?access_token=&access_token=${OWN}`],
  ['one with something after it', `?access_token=${OWN};x`],
  ['one with something unseen', `?access_token=${OWN}%00`],
  ['one in the header, another here', `?access_token=${OWN}`, `Bearer ${OTHER}`],
  ['another in the header, one here', `?access_token=${OTHER}`, `Bearer ${OWN}`],
  ['a header in small letters', `?access_token=${OWN}`, `bearer ${OTHER}`],
  ['a header of two', '', `Bearer ${OWN} ${OTHER}`],
  ['a name in capitals', `?ACCESS_TOKEN=${OWN}`],
  ['one in what is no query', `?x#&access_token=${OWN}`],
];

test('ROOM-3 what two readers may read as two tokens opens nothing', async () => {
  const door = await behindOurDoor();
  try {
    for (const path of ['/rtc', '/rtc/v1']) {
      for (const [what, query, authorization] of TWO_READINGS) {
        const shown = authorization === undefined ? {} : { authorization };
        const refused = { status: 401, asked: [] };
        expect([what, await door.ask(path + query, { line: true, ...shown })]).toEqual([
          what,
          refused,
        ]);
        expect([what, await door.ask(`${path}/validate${query}`, shown)]).toEqual([what, refused]);
      }
    }
    for (const path of [
      '//rtc',
      '/rtc/',
      '/RTC',
      '/%72tc',
      '/rtc;',
      '/rtc/../rtc',
      'http://elsewhere/rtc',
    ])
      expect([path, (await door.ask(`${path}?access_token=${OWN}`, { line: true })).asked]).toEqual(
        [path, []],
      );
  } finally {
    await door.close();
  }
});

test('ROOM-3 the media server is asked in our words, with the one token that was checked', async () => {
  const door = await behindOurDoor();
  const rest = `auto_subscribe=0&auto_subscribe=1&publish=x&attributes=e30&sdk=js&join_request=CgA%3D&x;y=z`;
  const query = 'join_request=CgA%3D&auto_subscribe=0&sdk=js';
  const authorization = `Bearer ${OWN}`;
  try {
    for (const path of ['/rtc', '/rtc/v1']) {
      expect(await door.ask(`${path}?access_token=${OWN}&${rest}`, { line: true })).toEqual({
        status: 101,
        asked: [{ url: `${path}?${query}`, authorization }],
      });
      expect(await door.ask(`${path}?${rest}`, { line: true, authorization })).toEqual({
        status: 101,
        asked: [{ url: `${path}?${query}`, authorization }],
      });
    }
    // Whatever a router takes for the same path, the media server gets the path that was meant, and no other machine.
    for (const path of ['/rtc/validate', '/rtc/v%61lidate', 'http://127.0.0.1:1/rtc/validate'])
      expect([path, await door.ask(`${path}?access_token=${OWN}`)]).toEqual([
        path,
        { status: 200, asked: [{ url: '/rtc/validate', authorization }] },
      ]);
  } finally {
    await door.close();
  }
});
