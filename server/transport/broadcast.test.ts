import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io as connect } from 'socket.io-client';
import { expect, test } from 'vitest';
import type { Facts } from '#shared/wire/socket-events.ts';
import { systemClock } from '../platform/clock.ts';
import { newId } from '../platform/new-id.ts';
import { makeRemoteAddresses } from '../platform/remote-address.ts';
import { broadcastBy } from './broadcast.ts';
import { openSocketServer } from './socket.ts';

test('a real client reads what is broadcast to its room, whatever its length, and nothing else', async () => {
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const server = openSocketServer(http, {
    origins: new Set([url]),
    tokenFromCookie: () => null,
    remoteAddresses: makeRemoteAddresses([]),
    clock: systemClock,
  });
  const client = connect(url, { transports: ['websocket'], extraHeaders: { Origin: url } });
  try {
    const [inside] = await once(server, 'connection');
    inside.join('here');
    const heard: Facts[] = [];
    client.on('facts', (facts) => heard.push(facts));
    const broadcast = broadcastBy(server);
    // Around the places where the length of a frame is written in another way.
    const lengths = [0, 20, 40, 64, 400, 65_300, 65_400, 65_536, 200_000];
    const said = lengths.map(
      (length): Facts => ({
        channel: 'toy',
        id: newId(),
        revisions: [{ revision: length + 1, facts: ['æ'.repeat(length / 2)] }],
      }),
    );
    for (const facts of said) {
      broadcast.facts('elsewhere', { ...facts, channel: 'other' });
      broadcast.facts('here', facts);
    }
    await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(said.length);
    expect(heard).toEqual(said);
  } finally {
    client.disconnect();
    await server.close();
  }
});
