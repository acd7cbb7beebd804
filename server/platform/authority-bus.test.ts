import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { settableClock } from '../testing/settable-clock.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { openAuthorityBus } from './authority-bus.ts';
import { makeLog } from './log.ts';
import { newId } from './new-id.ts';

/** A door to PostgreSQL that can be shut, and counts who knocks. */
async function openProxy(url: string) {
  const { host, port } = new pg.Client(url);
  const lines = new Set<Socket>();
  const state = { shut: false, knocks: 0 };
  const server = createServer((line) => {
    state.knocks++;
    line.on('error', () => undefined);
    if (state.shut) return void line.destroy();
    const behind = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    behind.on('error', () => line.destroy());
    line.pipe(behind).pipe(line);
    lines.add(line);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(url);
  through.search = '';
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    state,
    url: through.href,
    shut() {
      state.shut = true;
      for (const line of lines) line.destroy();
      lines.clear();
    },
    close: () => server.close(),
  };
}

test('X3 an outage of the database costs one try after the other, and the notices come back after it', async () => {
  const test = await createTestDatabase();
  const proxy = await openProxy(test.url);
  const changed: PersonId[] = [];
  const bus = await openAuthorityBus({
    source: proxy.url,
    database: test.database,
    log: makeLog('error'),
    clock: settableClock(),
    ended: [],
    changed: (personId) => changed.push(personId),
  });
  const touch = async () => {
    const personId = newId<'person'>();
    await test.database.execute(sql`select touch_authority(${personId})`);
    return personId;
  };
  try {
    proxy.shut();
    proxy.state.knocks = 0;
    await delay(4_000);
    expect(proxy.state.knocks).toBeGreaterThan(0);
    expect(proxy.state.knocks).toBeLessThanOrEqual(8);

    // Its notice is lost with the line; the comparison of versions finds it.
    const meanwhile = await touch();
    proxy.state.shut = false;
    await expect.poll(() => changed, { timeout: 15_000 }).toContain(meanwhile);
    const after = await touch();
    await expect.poll(() => changed, { timeout: 15_000 }).toContain(after);
  } finally {
    await bus.close();
    proxy.close();
    await test.drop();
  }
});
