import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppWorld, createAppWorld } from '../testing/app-world.ts';
import { CLIENT_FOLDER } from './web.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world?.close());

const scripts = readdirSync(path.join(CLIENT_FOLDER, 'assets')).filter((file) =>
  file.endsWith('.js'),
);
const policyOf = async (address: string, headers: Record<string, string> = {}) =>
  (await fetch(world.url + address, { headers })).headers.get('content-security-policy') ?? '';

test('F29 F82 the worker that blurs may compile WebAssembly, and no page or other script may', async () => {
  const workers = scripts.filter((file) => file.startsWith('blur-worker-'));
  expect(workers).toHaveLength(1);
  for (const encoding of ['br', 'gzip', 'identity'])
    expect(
      await policyOf(`/assets/${workers[0]}`, { 'accept-encoding': encoding }),
      encoding,
    ).toContain("script-src 'self' 'wasm-unsafe-eval'");
  for (const address of ['/', '/sjekk', ...scripts.map((file) => `/assets/${file}`)])
    if (!address.includes('blur-worker-')) {
      const policy = await policyOf(address);
      expect(policy, address).toContain("script-src 'self';");
      expect(policy, address).not.toContain('unsafe');
    }
});

const get = (address: string) => fetch(`${world.url}${address}`, { redirect: 'manual' });

test.each(['/', '/logg-inn?til=%2Fokt%2F1.2', '/finnes-ikke'])(
  '%s is the page',
  async (address) => {
    const answer = await get(address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
  },
);

test.each([
  '/.env',
  '/.git/config',
  '/%2eenv',
  '/login.php',
  '/okt/backup.zip',
  '/%00',
  '/okt/%0d%0a',
  '/%7f',
  '/api/finnes-ikke',
  '/assets/finnes-ikke.js',
])('%s is not there', async (address) => {
  const answer = await get(address);
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain('<html');
});

test.each(['/dokument/..%2f', '/dokument/%2e%2e%2f', '/okt/..%2f', '/.env'])(
  '%s in the address line is a page that is not there',
  async (address) => {
    const answer = await fetch(world.url + address, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('etag')).toBeNull();
    expect(await answer.text()).toContain('<html');
  },
);

test('what programs ask for is answered to programs, also where it is not there', async () => {
  const headers = { accept: 'text/html' };
  const answer = await fetch(`${world.url}/api/finnes-ikke`, { headers });
  expect(await answer.json()).toEqual({ ok: false, refusal: 'not-found' });
});
