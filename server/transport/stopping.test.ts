import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { newId } from '../platform/new-id.ts';
import { type AppWorld, createAppWorld } from '../testing/app-world.ts';

/** A line whose sender never hangs up. */
function openLine({ url }: AppWorld): Socket {
  const line = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true });
  return line.on('error', () => undefined);
}

const question = (url: string, body: string) =>
  `POST /api/query/identity/me HTTP/1.1\r\nHost: localhost\r\nOrigin: ${url}\r\nX-Mellom: 1\r\n` +
  `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;

test('X10 a refused upgrade keeps no port open when the server stops', async () => {
  const world = await createAppWorld();
  for (const path of ['/rtc?access_token=x', `/yjs/${newId()}`, '/elsewhere']) {
    const line = openLine(world);
    line.write(
      `GET ${path} HTTP/1.1\r\nHost: localhost\r\nOrigin: ${world.url}\r\nConnection: Upgrade\r\n` +
        'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    );
    const [answer] = await once(line, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 40[14] /u);
  }
  await world.close();
});

test('a question on its way when the server stops is answered, and its line let go', async () => {
  const world = await createAppWorld();
  const line = openLine(world);
  const body = JSON.stringify({ input: {} });
  line.write(question(world.url, body) + body.slice(0, 4));
  await delay(100);
  const closed = world.close();
  await delay(300);
  const answered = once(line, 'data');
  line.write(body.slice(4));
  expect(String((await answered)[0])).toMatch(/^HTTP\/1\.1 \d{3} /u);
  await closed;
});

test('a question that is never finished holds up no stop', async () => {
  const world = await createAppWorld();
  openLine(world).write(question(world.url, '{"input":{}}'));
  await delay(100);
  await world.close();
});
