import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallId } from '#shared/kernel/ids.ts';
import type { Caller } from '../platform/dispatch.ts';
import { newId } from '../platform/new-id.ts';
import { CASES, type Situation } from '../testing/access-cases.ts';
import {
  type Answered,
  ASKED,
  askEverything,
  type DoorUnderTest,
  faultOf,
  type Result,
  withAddress,
} from '../testing/access-doors.ts';
import { readAccessTable } from '../testing/access-table.ts';
import { type AccessWorld, contentOf, populate } from '../testing/access-world.ts';
import { type AppWorld, type ClientSocket, createAppWorld } from '../testing/app-world.ts';

const rows = readAccessTable();

/**
 * Behind both doors the same judge is asked, of every situation (access.matrix.test.ts). At the doors it is those who are
 * where they may be, those who are elsewhere, and those who may be nowhere: what a door itself could get wrong.
 */
const AT_THE_DOORS: readonly Situation[] = ['own', 'other cohort', 'suspended'];
const cases = CASES.filter(({ situation }) => AT_THE_DOORS.includes(situation));
let world: AppWorld;
let access: AccessWorld;

async function openDoors(): Promise<void> {
  world = await createAppWorld();
  access = await populate(world);
}

/** `POST /api/command|query/…`. Channels and what is shown on them have no HTTP door. */
function overHttp(): DoorUnderTest {
  const cookies = new Map<Caller, Promise<string>>();
  return {
    name: 'HTTP',
    async ask(caller, contract, input) {
      if (contract.kind === 'channel' || contract.kind === 'signal') return NO_SUCH_DOOR;
      // Whoever is signed out or suspended counts as this one address: time passes, so that nobody calls too often.
      world.clock.advance(60);
      if (caller && !cookies.has(caller)) cookies.set(caller, world.cookieOf(caller));
      const answer = await fetch(`${world.url}/api/${contract.kind}/${contract.name}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-mellom': '1',
          cookie: caller ? ((await cookies.get(caller)) ?? '') : '',
        },
        body: JSON.stringify({ callId: newId(), input }),
      });
      const body = (await answer.json()) as Answered;
      expect(answer.status, contract.name).toBe(statusOf(body));
      return body;
    },
  };
}

function statusOf({ ok, refusal = '' }: Answered): number {
  const status: Record<string, number> = { 'not-found': 404, 'signed-out': 401 };
  return ok ? 200 : (status[refusal] ?? 409);
}

/** Commands, queries and subscriptions on one socket for each person. Who is turned away at the handshake is signed out. */
function overSockets(): DoorUnderTest {
  const sockets = new Map<Caller | null, Promise<ClientSocket | string>>();
  const asked = new Map<Caller | null, number>();
  return {
    name: 'Socket.IO',
    async ask(caller, contract, input) {
      // Two calls of one person take a tenth of a second: nobody calls too often.
      const times = (asked.get(caller) ?? 0) + 1;
      if (times > 2) {
        world.clock.advance(100);
        asked.clear();
      }
      asked.set(caller, times > 2 ? 1 : times);
      if (!sockets.has(caller)) sockets.set(caller, connected(world, caller));
      const socket = (await sockets.get(caller)) as ClientSocket | string;
      if (typeof socket === 'string') return { ok: false, refusal: socket };
      if (contract.kind === 'command') {
        const call = { callId: newId<'call'>() as CallId, name: contract.name, input };
        return socket.emitWithAck('command', call);
      }
      if (contract.kind === 'query')
        return socket.emitWithAck('query', { name: contract.name, input });
      if (contract.kind === 'signal')
        return socket.emitWithAck('signal', { name: contract.name, input });
      const ask = { channel: contract.name, id: input as string };
      const answered = await socket.emitWithAck('subscribe', { ...ask, after: null });
      await socket.emitWithAck('unsubscribe', ask);
      return answered;
    },
  };
}

const NO_SUCH_DOOR = { ok: false, refusal: 'not-found' };

async function connected(through: AppWorld, caller: Caller | null): Promise<ClientSocket | string> {
  const socket = await through.socket(caller);
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', (error) => resolve(error.message));
    socket.connect();
  });
}

describe.for([overHttp, overSockets])('%o', (makeDoor) => {
  const door = makeDoor();
  let forbidden: Result[];
  let allowed: Result[];
  let before: string;
  let after: string;

  beforeAll(async () => {
    await openDoors();
    const asking = access.asking.filter((each) => AT_THE_DOORS.includes(each.case.situation));
    const asked = await askEverything(door, rows, asking);
    before = await contentOf(world.test.database);
    forbidden = await asked.forbidden();
    after = await contentOf(world.test.database);
    // A minute of the server's clock, so that nobody has called too often.
    world.clock.advance(60_000);
    allowed = await asked.allowed();
  }, 600_000);
  afterAll(() => world.close());

  const asked = ASKED.filter(
    ({ contract: { kind } }) => !['channel', 'signal'].includes(kind) || makeDoor === overSockets,
  );
  test.for(asked)(
    'F84 $contract.kind $contract.name ($kind) is answered as the table says',
    (question) => {
      const results = [...forbidden, ...allowed].filter((each) => each.question === question);
      expect(results).toHaveLength(cases.length);
      // As words: a list is shortened before anybody has read it.
      expect(results.flatMap((each) => faultOf(each) ?? []).join('\n')).toBe('');
    },
  );

  test('F84 what is forbidden changes nothing', () => {
    expect(after).toBe(before);
  });

  test('row 3: no answer but the list of row 60 holds an address', () => {
    const unlisted = allowed.filter((each) => !withAddress(each.contract));
    const said = JSON.stringify([...forbidden, ...unlisted].map((each) => each.answered));
    expect(said).not.toContain('@');
  });
});

describe('other doors', () => {
  beforeAll(openDoors, 120_000);
  afterAll(() => world.close());

  test('row 50: health is for everybody, says only what is ready, and needs no sign-in', async () => {
    const answer = await fetch(`${world.url}/health`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ready', parts: { database: 'ready' } });
  });

  test('row 50: nothing else answers on the ways to metrics or webhooks', async () => {
    for (const way of ['metrics', 'api/livekit', 'api/webhook', 'rtc']) {
      const answer = await fetch(`${world.url}/${way}`, {
        headers: { accept: 'application/json' },
      });
      expect([404, 200]).toContain(answer.status);
      expect(await answer.text()).not.toContain('process_');
    }
  });

  test('a channel cannot be called, nor a command asked as a query', async () => {
    const insider = access.asking.find(
      (each) => each.case.column === 'TE' && each.case.situation === 'own',
    );
    const cookie = await world.cookieOf(insider?.caller as Caller);
    const headers = { 'content-type': 'application/json', 'x-mellom': '1', cookie };
    const input = { sessionId: insider?.target.sessionId };
    for (const way of [
      'command/session',
      'query/session/join',
      'command/session/door',
      'query/session',
    ]) {
      const body = JSON.stringify({ callId: newId(), input });
      const answer = await fetch(`${world.url}/api/${way}`, { method: 'POST', headers, body });
      expect([way, answer.status, await answer.json()]).toEqual([
        way,
        404,
        { ok: false, refusal: 'not-found' },
      ]);
    }
  });
});
