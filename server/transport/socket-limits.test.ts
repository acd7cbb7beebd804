import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../platform/new-id.ts';
import { type AppWorld, type ClientSocket, createAppWorld } from '../testing/app-world.ts';

/** The burst of docs/limits.md. The world's clock stands still, so nothing is earned meanwhile. */
const BURST = 60;

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

async function open(): Promise<ClientSocket> {
  const socket = await world.socket(await world.person({ role: 'student' }));
  const connected = once(socket as never, 'connect');
  socket.connect();
  await connected;
  return socket;
}

const nothing = () => ({ channel: 'session', id: newId() });
const ask = (socket: ClientSocket) =>
  socket.emitWithAck('query', { name: 'no/such', input: {} }) as Promise<{ refusal?: string }>;

test('letting go counts as a call, and is done all the same', async () => {
  const socket = await open();
  const done = await Promise.all(
    Array.from({ length: BURST + 5 }, () => socket.emitWithAck('unsubscribe', nothing())),
  );
  expect(done).toEqual(done.map(() => ({ ok: true })));
  expect(await ask(socket)).toMatchObject({ refusal: 'too-many-calls' });
});

test.for(['command', 'query', 'no-such-event'])(
  'a %s whose answer nobody waits for counts, and beyond the limit costs the line',
  async (event) => {
    const socket = await open();
    const loose = socket as unknown as { emit(event: string, ...what: unknown[]): void };
    for (let nth = 0; nth < BURST; nth++) loose.emit(event, {});
    expect(await ask(socket)).toMatchObject({ refusal: 'too-many-calls' });
    expect(socket.connected).toBe(true);
    const gone = once(socket as never, 'disconnect');
    loose.emit(event, {});
    await gone;
  },
);

test('whoever waits for answers keeps the line, and is heard again when time has passed', async () => {
  const socket = await open();
  const answers = await Promise.all(Array.from({ length: 10 * BURST }, () => ask(socket)));
  expect(answers.filter(({ refusal }) => refusal === 'too-many-calls')).toHaveLength(9 * BURST);
  expect(
    await socket.emitWithAck('subscribe', { ...nothing(), after: null } as never),
  ).toMatchObject({ refusal: 'too-many-calls' });
  world.clock.advance(1_000);
  expect(await ask(socket)).toMatchObject({ refusal: 'not-found' });
});
