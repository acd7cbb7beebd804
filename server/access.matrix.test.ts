import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { CASES } from './testing/access-cases.ts';
import { ASKED, askEverything, faultOf, type Result, withAddress } from './testing/access-doors.ts';
import { readAccessTable } from './testing/access-table.ts';
import { contentOf, populate } from './testing/access-world.ts';
import { createWorld, type World } from './testing/world.ts';

const rows = readAccessTable();

describe('everything that can be asked, through dispatch and channels', () => {
  let world: World;
  let forbidden: Result[];
  let allowed: Result[];
  let before: string;
  let after: string;

  beforeAll(async () => {
    world = await createWorld();
    const { asking } = await populate(world);
    const asked = await askEverything(
      {
        name: 'dispatch',
        ask: async (caller, contract, input) => {
          if (contract.kind === 'command') return world.call(caller, contract, input);
          if (contract.kind === 'query') return world.ask(caller, contract, input);
          if (contract.kind === 'signal') return world.signal(caller, contract, input);
          if (caller === null) return { ok: false, refusal: 'signed-out' };
          const line = world.line(caller);
          const answered = await line.subscribe(contract, input as string);
          line.letGo(contract, input as string);
          return answered;
        },
      },
      rows,
      asking,
    );
    before = await contentOf(world.test.database);
    forbidden = await asked.forbidden();
    after = await contentOf(world.test.database);
    allowed = await asked.allowed();
  }, 360_000);
  afterAll(() => world.close());

  test.for(ASKED)(
    'F84 $contract.kind $contract.name ($kind) is answered as the table says',
    (question) => {
      const results = [...forbidden, ...allowed].filter((each) => each.question === question);
      expect(results).toHaveLength(CASES.length);
      expect(results.flatMap((each) => faultOf(each) ?? []).join('\n')).toBe('');
    },
  );

  test('F84 what is forbidden changes nothing', () => {
    expect(forbidden.length).toBeGreaterThan(1_000);
    expect(after).toBe(before);
  });

  test('row 3: no answer but the list of row 60 holds an address', () => {
    const said = JSON.stringify(
      [...forbidden, ...allowed.filter((each) => !withAddress(each.contract))].map(
        (each) => each.answered,
      ),
    );
    expect(said).toContain('GM own');
    expect(said).not.toContain('@');
  });

  test('the matrix has at least 4,000 cases', () => {
    expect(forbidden.length + allowed.length).toBeGreaterThan(4_000);
  });

  test('every command, query, channel and signal is asked', () => {
    const built = Object.values(world.slices).flatMap((slice) => [
      ...slice.commands.map(({ contract }) => contract),
      ...slice.queries.map(({ contract }) => contract),
      ...slice.channels.map(({ contract }) => contract),
      ...('signals' in slice ? (slice.signals ?? []) : []).map(({ contract }) => contract),
    ]);
    const names = (all: readonly { kind: string; name: string }[]) =>
      all.map(({ kind, name }) => `${kind} ${name}`).sort();
    const asked = new Set(ASKED.map(({ contract }) => contract));
    expect(names([...asked])).toEqual(names(built));
  });
});

const FIELD_OF_ADDRESS = /"[^"]*(?:e-?mail|(?<!micro)phone|address)[^"]*":/iu;

/** What an answer, or what is heard, can hold. */
function shapesOf(contract: (typeof ASKED)[number]['contract']): readonly unknown[] {
  if (contract.kind === 'channel') return [contract.state, contract.fact];
  return [contract.kind === 'signal' ? contract.heard : contract.output];
}

describe('rows', () => {
  test('row 3: no contract but those of row 60 has a field for an e-mail address, a phone number or a place to live', () => {
    const said = ASKED.filter(({ contract }) => !withAddress(contract)).map(({ contract }) =>
      JSON.stringify(
        shapesOf(contract).map((schema) =>
          z.toJSONSchema(schema as never, { unrepresentable: 'any' }),
        ),
      ),
    );
    for (const shape of said) expect(shape).not.toMatch(FIELD_OF_ADDRESS);
  });

  test('row 27: nothing on the wire is about a recording', () => {
    for (const { contract } of ASKED) expect(contract.action).not.toBe('recording/any');
  });

  test('row 49: presence is heard on the channel of those who may be there', () => {
    // Before a locked door one hears of the door. Of a paper its members hear who has confirmed, and of a line to the teachers its words; nobody is present in them.
    const withoutPresence = ['paper', 'team-line', 'team-desk', 'session-door'];
    const channels = ASKED.filter(
      ({ contract }) => contract.kind === 'channel' && !withoutPresence.includes(contract.name),
    );
    expect(channels.map(({ contract }) => contract.action)).toEqual([
      'session/join',
      // Who waits is present in the lobby: to oneself, and to the hosts.
      'lobby/wait',
      'lobby/keep',
      'breakout/enter',
      'seminar-room/enter',
    ]);
  });
});
