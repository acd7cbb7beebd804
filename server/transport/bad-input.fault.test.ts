import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../platform/new-id.ts';
import { spoiled } from '../testing/bad-values.ts';
import { type CrowdedServer, startCrowdedServer } from '../testing/crowded-server.ts';
import { openRawLine, type RawLine } from '../testing/raw-line.ts';
import { healthOf } from '../testing/run-server.ts';

const MB = 1024 * 1024;
const PEOPLE = 60;
/** Counts of docs/promises.md §4 for every check. */
const OF_EACH_EVENT = 500;
const UPGRADES = 100;
/** Five times what nobody may wait; on a crowded machine a test only catches what hangs. */
const HANG_MS = 5 * 250;

let crowd: CrowdedServer;
beforeAll(async () => {
  crowd = await startCrowdedServer(PEOPLE);
}, 120_000);
afterAll(() => crowd.close());

const open = (nth: number) =>
  openRawLine({ url: crowd.url, cookie: crowd.cookies[nth % PEOPLE] ?? '' });

/** Everything that a call could have changed. */
async function stored(): Promise<unknown> {
  const { rows } = await crowd.database.execute(sql`select
    (select count(*) from chat_message) as messages, (select count(*) from seat) as seats,
    (select count(*) from fact) as facts, (select coalesce(max(revision), 0) from channel_head) as head,
    (select count(*) from person) as people, (select count(*) from sign_in) as sign_ins,
    (select count(*) from role_held) as roles, (select count(*) from enrolment) as enrolments`);
  return rows[0];
}

/** Does something bad, and sees that all is as it was: it runs, answers, has stored nothing and keeps nothing. */
async function unharmed(bad: () => Promise<void>): Promise<void> {
  // Once before, so that what any first time leaves is there already.
  await bad();
  const [before, held] = [await stored(), await crowd.heldBytes()];
  let longest = 0;
  let going = true;
  const asking = (async () => {
    while (going) {
      const askedAt = performance.now();
      expect(await healthOf(crowd.url)).toBe(200);
      longest = Math.max(longest, performance.now() - askedAt);
      await delay(25);
    }
  })();
  await bad();
  going = false;
  await asking;

  expect(crowd.lives()).toBe(true);
  expect(longest).toBeLessThan(HANG_MS);
  expect(await stored()).toEqual(before);
  expect(crowd.output()).not.toMatch(/"level":50/u);
  await expect
    .poll(async () => (await crowd.heldBytes()) - held, { timeout: 20_000, interval: 500 })
    .toBeLessThan(5 * MB);
}

const EVENTS = {
  command: () => ({
    callId: newId(),
    name: 'chat/post',
    input: { sessionId: crowd.sessionId, text: 'Hei' },
  }),
  query: () => ({ name: 'chat/earlier', input: { sessionId: crowd.sessionId, before: newId() } }),
  signal: () => ({
    name: 'reaction/show',
    input: { sessionId: crowd.sessionId, reaction: 'clap' },
  }),
  subscribe: () => ({ channel: 'session', id: crowd.sessionId, after: null }),
  unsubscribe: () => ({ channel: 'session', id: crowd.sessionId }),
};

for (const [event, valid] of Object.entries(EVENTS)) {
  test(`${OF_EACH_EVENT} spoiled ${event} events are answered, and change nothing`, async () => {
    const texts = fc.sample(spoiled(valid), { numRuns: OF_EACH_EVENT, seed: 20261123 });
    await unharmed(async () => {
      const lines = await Promise.all(Array.from({ length: 30 }, (_, nth) => open(nth)));
      try {
        await Promise.all(
          texts.map(async (text, nth) => {
            const line = lines[nth % lines.length] as RawLine;
            const answer = await line.askText(event, text);
            // Nobody sits in the session, so not even what was left whole may pass.
            if (event !== 'unsubscribe') expect(answer).toMatchObject({ ok: false });
            expect(answer).not.toMatchObject({ refusal: 'fault' });
          }),
        );
      } finally {
        for (const line of lines) line.close();
      }
    });
  });
}

/** Packets that no client of ours sends. Many cost the sender the line; none may cost more. */
const ODD_PACKETS: readonly string[] = [
  '',
  '0',
  '1',
  '2probe',
  '3',
  '4',
  '5',
  '6',
  '9',
  '40',
  '41',
  '42',
  '42[]',
  '42[1]',
  '42{}',
  '42["connect"]',
  '42["disconnect"]',
  '42["error",{"message":"x"}]',
  '42["newListener"]',
  '42["command"]',
  '420["command"]',
  '420["command",null,null,null]',
  '421["subscribe"]',
  '4299999999999999999999["query",{}]',
  '42/admin,["command",{}]',
  '40/admin,{}',
  '40{"version":"1"}',
  '43',
  '430[]',
  '4399[{"ok":true}]',
  '44{"message":"x"}',
  '451-["command",{"_placeholder":true,"num":0}]',
  '4512-["command",{"_placeholder":true,"num":0}]',
  '459999999999-["command"]',
  '46-["x"]',
  '42["command",{"__proto__":{"ok":1}}]',
  `42["command",${'['.repeat(10_000)}${']'.repeat(10_000)}]`,
  `42["${'e'.repeat(50_000)}"]`,
  'b4AAAA',
  '\u001e42["command"]\u001e42["command"]',
];

test('odd packets cost their sender the line at most', async () => {
  await unharmed(async () => {
    await Promise.all(
      ODD_PACKETS.map(async (packet, nth) => {
        const line = await open(nth);
        line.say(packet);
        // Binary where text is expected, and a message beyond the limit.
        if (nth % 5 === 0) line.socket.send(randomBytes(64));
        if (nth % 7 === 0) line.say(`42["command","${'x'.repeat(MB)}"]`);
        await delay(100);
        line.close();
      }),
    );
  });
});

test(`${UPGRADES} lines that send raw garbage after the upgrade`, async () => {
  await unharmed(async () => {
    for (let nth = 0; nth < UPGRADES; nth += 25) {
      await Promise.all(Array.from({ length: 25 }, (_, more) => garbage(nth + more)));
    }
  });
});

/** Frames that break the WebSocket protocol in a way of their own. */
async function garbage(nth: number): Promise<void> {
  const line = connect({ host: '127.0.0.1', port: crowd.port });
  line.on('error', () => undefined).resume();
  line.write(upgradeRequest({ cookie: crowd.cookies[nth % PEOPLE] ?? '' }));
  await once(line, 'data');
  const broken = [
    randomBytes(512),
    // A text frame without a mask; a length beyond all; a ping with a long body; an unknown kind; broken UTF-8.
    Buffer.from([0x81, 0x03, 0x34, 0x32, 0x5b]),
    Buffer.from([0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
    Buffer.from([0x89, 0xfe, 0x0f, 0xff, 0, 0, 0, 0]),
    Buffer.from([0x8f, 0x80, 0, 0, 0, 0]),
    Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28]),
    Buffer.from([0x01, 0x80, 0, 0, 0, 0, 0x01, 0x80, 0, 0, 0, 0]),
  ];
  line.write(broken[nth % broken.length] ?? '');
  await Promise.race([once(line, 'close'), delay(150)]);
  line.destroy();
}

const BAD_UPGRADES: readonly [what: string, request: () => string][] = [
  ['an unknown path', () => upgradeRequest({ path: '/elsewhere' })],
  ['a path that only begins like ours', () => upgradeRequest({ path: '/socket.iox/?EIO=4' })],
  ['another origin', () => upgradeRequest({ origin: 'https://evil.example' })],
  ['no origin', () => upgradeRequest({ origin: null })],
  ['the origin null', () => upgradeRequest({ origin: 'null' })],
  ['an origin that only begins like ours', () => upgradeRequest({ origin: `${crowd.url}.evil` })],
  ['no key', () => upgradeRequest({ key: null })],
  ['a short key', () => upgradeRequest({ key: 'abc' })],
  ['an old version', () => upgradeRequest({ version: '7' })],
  ['no version', () => upgradeRequest({ version: null })],
  ['another transport', () => upgradeRequest({ path: '/socket.io/?EIO=4&transport=polling' })],
  ['a made-up connection', () => upgradeRequest({ path: `${SOCKET_PATH}&sid=made-up` })],
  ['another method', () => upgradeRequest({ method: 'POST' })],
  ['another protocol', () => upgradeRequest({ upgrade: 'h2c' })],
  ['headers without an end', () => `GET ${SOCKET_PATH} HTTP/1.1\r\n${'x: y\r\n'.repeat(4_000)}`],
];

test('bad upgrades are refused, with a status where there is anybody to tell', async () => {
  await unharmed(async () => {
    for (const [what, request] of BAD_UPGRADES) {
      const status = await statusOf(request());
      expect(status, what).toBeGreaterThanOrEqual(400);
      expect(status, what).toBeLessThan(500);
    }
  });
});

const SOCKET_PATH = '/socket.io/?EIO=4&transport=websocket';

function upgradeRequest({
  method = 'GET',
  path = SOCKET_PATH,
  origin = crowd.url,
  key = 'dGhlIHNhbXBsZSBub25jZQ==',
  version = '13',
  upgrade = 'websocket',
  cookie = null,
}: {
  method?: string;
  path?: string;
  origin?: string | null;
  key?: string | null;
  version?: string | null;
  upgrade?: string;
  cookie?: string | null;
} = {}): string {
  const headers = {
    Host: `localhost:${crowd.port}`,
    Connection: 'Upgrade',
    Upgrade: upgrade,
    Origin: origin,
    'Sec-WebSocket-Key': key,
    'Sec-WebSocket-Version': version,
    Cookie: cookie,
  };
  const lines = Object.entries(headers)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** The status that came back; 0 when the line was closed without one. */
async function statusOf(request: string): Promise<number> {
  const line = connect({ host: '127.0.0.1', port: crowd.port });
  line.on('error', () => undefined).setEncoding('latin1');
  let said = '';
  line.on('data', (more: string) => {
    said += more;
  });
  line.write(request);
  await Promise.race([once(line, 'data'), once(line, 'close'), delay(2_000)]);
  line.destroy();
  return Number(/^HTTP\/1\.1 (\d+)/u.exec(said)?.[1] ?? 0);
}
