import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { comesLater, partTrouble } from './comes-later.ts';

const server = { answers: 200 as number | 'nothing' };
const device = { onLine: true };
const part = { isThere: false, asked: 0 };

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(server, { answers: 200 });
  Object.assign(device, { onLine: true });
  Object.assign(part, { isThere: false, asked: 0 });
  vi.stubGlobal('navigator', device);
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('fetch', async () => {
    if (server.answers === 'nothing') throw new TypeError('Failed to fetch');
    return new Response('', { status: server.answers });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const load = comesLater(async () => {
  part.asked += 1;
  if (!part.isThere) throw new TypeError('Failed to fetch dynamically imported module');
  return 'the part';
});

test.each([
  ['nothing', true, 'no-answer'],
  [502, true, 'server'],
  ['nothing', false, 'no-net'],
] as const)(
  'F8 a server that answers %s (device online: %s) is no fault of the page: it says %s and comes by itself',
  async (answers, onLine, said) => {
    Object.assign(server, { answers });
    Object.assign(device, { onLine });
    const coming = load();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(partTrouble()).toBe(said);
    Object.assign(server, { answers: 200 });
    Object.assign(device, { onLine: true });
    part.isThere = true;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await coming).toBe('the part');
    expect(partTrouble()).toBeUndefined();
  },
);

test('F8 a part that hangs behind a line that says nothing is told of', async () => {
  Object.assign(server, { answers: 'nothing' });
  let come = (_part: string) => {};
  const coming = comesLater(
    () =>
      new Promise<string>((resolve) => {
        come = resolve;
      }),
  )();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(partTrouble()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(6_000);
  expect(partTrouble()).toBe('no-answer');
  come('late');
  expect(await coming).toBe('late');
  expect(partTrouble()).toBeUndefined();
});

test('X15 a part that the server no longer has is a fault, after three tries', async () => {
  const coming = load().catch((error: Error) => error.message);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await coming).toMatch('Failed to fetch');
  expect(part.asked).toBe(3);
});
