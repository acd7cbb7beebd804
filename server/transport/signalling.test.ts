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
