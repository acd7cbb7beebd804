import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { newId } from '../platform/new-id.ts';
import { createAppWorld } from '../testing/app-world.ts';

test('X10 a refused upgrade whose sender never hangs up keeps no port open when the server stops', async () => {
  const world = await createAppWorld();
  const { port } = new URL(world.url);
  for (const path of ['/rtc?access_token=x', `/yjs/${newId()}`, '/elsewhere']) {
    const line = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true });
    line.on('error', () => undefined);
    line.write(
      `GET ${path} HTTP/1.1\r\nHost: localhost\r\nOrigin: ${world.url}\r\nConnection: Upgrade\r\n` +
        'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    );
    const [answer] = await once(line, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 40[14] /u);
  }
  await world.close();
});
