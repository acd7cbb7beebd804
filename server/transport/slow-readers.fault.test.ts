import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FactBatch } from '#shared/wire/socket-events.ts';
import { type CrowdedServer, startCrowdedServer } from '../testing/crowded-server.ts';
import { openRawLine, type RawLine } from '../testing/raw-line.ts';

const MB = 1024 * 1024;
const SLEEPERS = 50;
const WRITERS = 10;
/** The goal is ten seconds; a test only catches what hangs. */
const WATCHDOG_MS = 50_000;
/** As many bytes as one message may have on the wire, nearly. */
const LONG_TEXT = '€'.repeat(4_000);
/** Together 2 MB a second, and each below what one person may. */
const WRITES_EVERY_MS = 60;

let crowd: CrowdedServer;
beforeAll(async () => {
  crowd = await startCrowdedServer(SLEEPERS + WRITERS + 1);
}, 120_000);
afterAll(() => crowd.close());

const open = (nth: number) => openRawLine({ url: crowd.url, cookie: crowd.cookies[nth] ?? '' });

async function enter(nth: number): Promise<RawLine> {
  const line = await open(nth);
  expect(await line.join(crowd.sessionId)).toMatchObject({ ok: true });
  return line;
}

/** What a line heard, by revision: as a browser puts it in order. */
function revisionsOf(line: RawLine): number[] {
  const batches = line.heard.flatMap(({ revisions }): readonly FactBatch[] => revisions);
  return [...new Set(batches.map(({ revision }) => revision))].sort((a, b) => a - b);
}

test('X10 fifty who never read are cut off and cost little; the others hear everything', async () => {
  const places = Array.from({ length: SLEEPERS }, (_, nth) => nth);
  const sleepers: RawLine[] = [];
  for (const nth of places) sleepers.push(await enter(nth));
  const writers: RawLine[] = [];
  for (let nth = 0; nth < WRITERS; nth++) writers.push(await enter(SLEEPERS + nth));
  const reader = await enter(SLEEPERS + WRITERS);
  const heldBefore = await crowd.heldBytes();

  const gone = sleepers.map(({ socket }) => once(socket, 'close'));
  for (const { socket } of sleepers) socket.pause();
  // Half of them go on answering pings that they do not read: no heartbeat finds these.
  const pongs = setInterval(() => {
    for (const [nth, line] of sleepers.entries()) if (nth % 2 === 0) line.say('3');
  }, 1_000);
  const losses = () =>
    reader.heard
      .flatMap(({ revisions }) => revisions.flatMap(({ facts }) => facts))
      .filter((fact) => (fact as { type: string }).type === 'line-lost').length;
  let writing = true;
  const replies: unknown[] = [];
  const written = Promise.all(
    writers.map(async (writer) => {
      while (writing) {
        const [reply] = await Promise.all([
          writer.post(crowd.sessionId, LONG_TEXT),
          delay(WRITES_EVERY_MS),
        ]);
        replies.push(reply);
      }
    }),
  );
  let mostHeld = 0;
  const giveUpAt = performance.now() + WATCHDOG_MS;
  while (losses() < SLEEPERS && performance.now() < giveUpAt) {
    mostHeld = Math.max(mostHeld, await crowd.heldBytes());
    await delay(250);
  }
  writing = false;
  clearInterval(pongs);
  await written;

  expect(losses()).toBe(SLEEPERS);
  expect(mostHeld - heldBefore).toBeLessThan(SLEEPERS * 5 * MB);
  for (const reply of replies) expect(reply).toMatchObject({ ok: true });
  const { rows } = await crowd.database.execute<{ revision: string }>(
    sql`select revision from channel_head where channel = 'session' and id = ${crowd.sessionId}`,
  );
  const head = Number(rows[0]?.revision);
  await expect.poll(() => revisionsOf(reader).at(-1), { timeout: 10_000 }).toBe(head);
  const heard = revisionsOf(reader);
  expect(heard).toHaveLength((heard.at(-1) ?? 0) - (heard[0] ?? 0) + 1);

  // They wake, find the line gone, and catch up like anybody who was away.
  for (const { socket } of sleepers) socket.resume();
  await Promise.all(gone);
  for (const nth of places) {
    const back = await open(nth);
    const caughtUp = await back.subscribe(crowd.sessionId, revisionsOf(reader)[0] ?? 0);
    expect(caughtUp).toMatchObject({ ok: true });
    expect(caughtUp.ok && caughtUp.revision).toBeGreaterThanOrEqual(head);
    back.close();
  }
  for (const line of [...writers, reader]) line.close();
});

test('ten thousand commands at once: refused beyond the limit, and nothing of it stays', async () => {
  /** What was answered. Whoever floods faster than they read may also lose the line. */
  const flood = async (): Promise<Outcome[]> => {
    const flooder = await enter(0);
    const settled = await Promise.allSettled(
      Array.from({ length: 10_000 }, (_, nth) => flooder.post(crowd.sessionId, `flom ${nth}`)),
    );
    flooder.close();
    return settled.filter((one) => one.status === 'fulfilled').map((one) => one.value as Outcome);
  };
  const stored = async () => {
    const { rows } = await crowd.database.execute<{ count: string }>(
      sql`select count(*) from chat_message where session_id = ${crowd.sessionId} and text like 'flom %'`,
    );
    return Number(rows[0]?.count);
  };
  // Once for what any first flood leaves: compiled code, buffers, a pool of connections.
  const first = await flood();
  await delay(4_000);
  const heldBefore = await crowd.heldBytes();
  const second = await flood();
  await delay(1_000);

  const outcomes = [...first, ...second];
  const accepted = outcomes.filter(({ ok }) => ok).length;
  for (const refused of outcomes.filter(({ ok }) => !ok)) {
    expect(refused).toMatchObject({
      refusal: 'too-many-calls',
      retryAfterMs: expect.any(Number),
    });
  }
  // 60 at once and 20 a second, whatever was asked for. What was accepted is stored, once.
  expect(await stored()).toBeGreaterThanOrEqual(accepted);
  expect(await stored()).toBeLessThan(1_000);

  // The recent revisions stay in memory; all else goes.
  await expect
    .poll(async () => (await crowd.heldBytes()) - heldBefore, { timeout: 20_000, interval: 1_000 })
    .toBeLessThan(5 * MB);
});

type Outcome = { readonly ok: boolean; readonly refusal?: string; readonly retryAfterMs?: number };

/** Promised are five seconds; Node by itself looks for them every thirty only. */
const HALF_OPEN_WATCHDOG_MS = 20_000;

const connected = () => {
  const line = connect({ host: '127.0.0.1', port: crowd.port });
  line.on('error', () => undefined);
  return line;
};

test('200 half-open connections keep nobody out, and are let go soon', async () => {
  const heldBefore = await crowd.heldBytes();
  const kept = connected();
  const half = Array.from({ length: 200 }, (_, nth) => {
    const line = connected();
    line.resume();
    // A fourth each: nothing, half of a first line, half of a head, an upgrade that nobody follows up.
    if (nth % 4 === 1) line.write('GET /soc');
    if (nth % 4 > 1)
      line.write('GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\n');
    if (nth % 4 === 3) {
      line.write(
        `Origin: ${crowd.url}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      );
    }
    return line;
  });
  // One that has asked and waits for its next wish is not half-open.
  kept.write(WHOLE_REQUEST);
  await once(kept, 'data');
  const somebody = await enter(1);
  expect(await somebody.post(crowd.sessionId, 'Hører dere meg?')).toMatchObject({ ok: true });
  await expect
    .poll(() => half.filter((line) => !line.closed).length, {
      timeout: HALF_OPEN_WATCHDOG_MS,
      interval: 500,
    })
    .toBe(0);
  expect(await somebody.post(crowd.sessionId, 'Hører dere meg fortsatt?')).toMatchObject({
    ok: true,
  });
  kept.write(WHOLE_REQUEST);
  expect(String((await once(kept, 'data'))[0])).toContain('HTTP/1.1 200');
  kept.destroy();
  somebody.close();
  expect((await crowd.heldBytes()) - heldBefore).toBeLessThan(5 * MB);
});

const WHOLE_REQUEST = 'GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n';
