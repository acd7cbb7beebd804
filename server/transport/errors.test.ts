import { sql } from 'drizzle-orm';
import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { makeLog } from '../platform/log.ts';
import { createAppWorld } from '../testing/app-world.ts';
import { answerErrors } from './errors.ts';

const quiet = makeLog('error');

test('storage that cannot be used is a 503 that says when to ask again', async () => {
  const http = fastify();
  answerErrors(http, quiet);
  http.get('/', async () => {
    const ended = Object.assign(new Error('terminating connection'), { code: '57P01' });
    throw new Error('Failed query: select secret', { cause: ended });
  });
  const answer = await http.inject('/');
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '1']);
  expect(answer.json()).toEqual({ ok: false, refusal: 'try-again' });
});

test('no route tells what went wrong inside, only a number to quote', async () => {
  const world = await createAppWorld();
  try {
    const somebody = await world.person();
    const headers = { cookie: await world.cookieOf(somebody), 'x-mellom': '1' };
    await world.test.database.execute(sql`alter table sign_in rename to elsewhere`);
    const asked: [string, RequestInit][] = [
      ['/api/query/calendar/home-page', { method: 'POST', body: '{"input":{}}' }],
      ['/api/command/chat/post-message', { method: 'POST', body: '{"input":{}}' }],
      ['/api/sign-ins', {}],
      ['/api/door', {}],
      ['/api/me/language', { method: 'PUT', body: '{"language":"nb"}' }],
      ['/rtc/validate?access_token=x', {}],
    ];
    for (const [path, init] of asked) {
      const type = init.body ? { 'content-type': 'application/json' } : {};
      const answer = await fetch(`${world.url}${path}`, {
        ...init,
        headers: { ...headers, ...type },
      });
      const said = await answer.text();
      expect([path, said]).toEqual([
        path,
        expect.not.stringMatching(/select|sign_in|token_hash/iu),
      ]);
      if (answer.status === 500) {
        const incident = expect.stringMatching(/^[0-9a-f-]{36}$/u);
        expect([path, JSON.parse(said)]).toEqual([path, { ok: false, refusal: 'fault', incident }]);
      }
    }
  } finally {
    await world.close();
  }
});
