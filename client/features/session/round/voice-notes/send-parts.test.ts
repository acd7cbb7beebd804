import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { VOICE_PART_BYTES } from '#shared/features/session/round/voice-note.ts';
import { sendParts } from './send-parts.ts';

type Answering = (request: IncomingMessage, response: ServerResponse, nth: number) => unknown;

/** What the server has, by the number of the part; and what was begun, in order. */
const stored = new Map<number, Buffer>();
const begun: number[] = [];
let answering: Answering;
const server = createServer((request, response) => {
  const nth = Number(request.url?.slice(1));
  begun.push(nth);
  void answering(request, response, nth);
});

beforeEach(async () => {
  // The device says at once that there is a network again.
  vi.stubGlobal('addEventListener', (_: string, hear: () => void) => setTimeout(hear, 5));
  vi.stubGlobal('removeEventListener', () => undefined);
  stored.clear();
  begun.length = 0;
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  await new Promise((down) => server.close(down));
});

const keep: Answering = async (request, response, nth) => {
  const bytes: Buffer[] = [];
  for await (const some of request) bytes.push(some);
  stored.set(nth, Buffer.concat(bytes));
  if (!response.destroyed) response.end('{"ok":true}');
};

const sound = randomBytes(3 * VOICE_PART_BYTES + 1_000);

function send(signal = new AbortController().signal) {
  const { port } = server.address() as AddressInfo;
  const seen: { share: number; waits: boolean }[] = [];
  const sent = sendParts({
    sound: new Blob([sound]),
    addressOf: (nth) => `http://127.0.0.1:${port}/${nth}`,
    arrived: new Set(),
    onMoved: (now) => seen.push(now),
    signal,
  });
  return { sent, seen };
}

test('F36 ROUND-10 over a line that is cut inside a part, before its answer and by what stands between, all of it arrives, whole', async () => {
  const cuts: Answering[] = [
    // Half of it has come.
    (request) => request.once('data', () => request.destroy()),
    // It is kept, and nobody is told.
    async (request, response, nth) => {
      response.destroy();
      await keep(request, response, nth);
    },
    (request, response) => {
      request.resume();
      response.writeHead(502).end('<html>Bad Gateway</html>');
    },
  ];
  answering = (request, response, nth) => {
    const cut = nth === 1 ? cuts.shift() : undefined;
    return (cut ?? keep)(request, response, nth);
  };
  const { sent, seen } = send();
  expect(await sent).toBeNull();
  expect(begun, 'what had arrived is not sent again').toEqual([0, 1, 1, 1, 1, 2, 3]);
  const parts = [...stored].toSorted(([one], [other]) => one - other).map(([, bytes]) => bytes);
  expect(Buffer.concat(parts).equals(sound)).toBe(true);
  expect(seen.filter(({ waits }) => waits)).toEqual(
    Array.from({ length: 3 }, () => ({ share: 0.25, waits: true })),
  );
  expect(seen.at(-1)).toEqual({ share: 1, waits: false });
});

test('ROUND-10 what the server refuses for good is not sent again, and what is given up is not gone on with', async () => {
  answering = (request, response) => {
    request.resume();
    response.end('{"ok":false,"refusal":"not-your-turn"}');
  };
  expect(await send().sent).toBe('not-your-turn');
  expect(begun).toEqual([0]);

  const stop = new AbortController();
  answering = (request) => {
    request.destroy();
    stop.abort(new Error('given up'));
  };
  await expect(send(stop.signal).sent).rejects.toThrow('given up');
  expect(begun).toEqual([0, 0]);
});
