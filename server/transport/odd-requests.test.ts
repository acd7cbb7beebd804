import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppWorld, createAppWorld } from '../testing/app-world.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world?.close());

/** What comes back for bytes that no client of ours would send. */
async function answerTo(bytes: string) {
  const line = connect({ host: '127.0.0.1', port: Number(new URL(world.url).port) });
  line.on('error', () => undefined);
  let said = '';
  line.on('data', (data) => {
    said += String(data);
  });
  line.write(bytes);
  await once(line, 'close');
  const [head = '', body = ''] = said.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body };
}
const asking = (first: string) =>
  answerTo(`${first} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

const GUARDED =
  /content-security-policy: default-src 'none'[\s\S]*x-content-type-options: nosniff/u;

test.each([
  ['/%ff%fe', '/%25ff%25fe'],
  ['/okt/%', '/okt/%25'],
  ['/%c0%af?til=%2F', '/%25c0%25af'],
  // Never to another server.
  ['//elsewhere/%ff', '/elsewhere/%25ff'],
  ['/\\elsewhere/%ff', '/elsewhere/%25ff'],
])('a page at %s that cannot be decoded leads to one that is not there', async (asked, to) => {
  const answer = await asking(`GET ${asked}`);
  expect(answer).toMatchObject({ status: 302, head: expect.stringMatching(GUARDED) });
  expect(answer.head).toContain(`\r\nlocation: ${to}\r\n`);
  expect((await fetch(`${world.url}${to}`)).status).toBe(200);
});

test.each([
  ['GET /api/%ff', 404, 'not-found'],
  ['GET /api/sign-ins/%ff', 404, 'not-found'],
  ['GET /assets/%ff.js', 404, 'not-found'],
  ['GET /%ff.php', 404, 'not-found'],
  ['OPTIONS *', 404, 'not-found'],
  ['POST /api/door', 403, 'wrong-origin'],
  ['POST /api/auth/sign-out', 403, 'wrong-origin'],
  ['POST /api/document/01a214ae-39da-7e3f-a1d5-6ea5fb3715d7/image', 403, 'wrong-origin'],
  [`GET /api/document/${'x'.repeat(200)}/image/%ff`, 401, 'signed-out'],
  [`GET /api/document/${'x'.repeat(200)}/image/y`, 401, 'signed-out'],
])('%s is refused as anything else is', async (asked, status, refusal) => {
  const answer = await asking(asked);
  expect(answer).toMatchObject({ status, head: expect.stringMatching(GUARDED) });
  expect(JSON.parse(answer.body)).toMatchObject({ ok: false, refusal });
});

test.each([
  ['no request at all', 'Hei!\r\n\r\n', 400],
  ['a head that never ends', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
])('%s is refused in the same shape', async (_what, bytes, status) => {
  const answer = await answerTo(bytes);
  expect(answer).toMatchObject({ status, head: expect.stringMatching(GUARDED) });
  expect(JSON.parse(answer.body)).toEqual({ ok: false, refusal: 'bad-input' });
});
