import { createHash } from 'node:crypto';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { AnyChannel, AnyCommand, AnyQuery, AnySignal } from './contract.ts';
import { WIRE_FINGERPRINT, WIRE_VERSION } from './version.ts';

/** What every contract looks like on the wire, one line each. Written anew by `vitest -u`. */
const LISTED = path.join(import.meta.dirname, 'contracts.txt');

type AnyContract = AnyCommand | AnyQuery | AnyChannel | AnySignal;

const modules = import.meta.glob(['../features/**/*.ts', '!**/*.test.ts'], {
  eager: true,
}) as Record<string, Record<string, unknown>>;
const exported = Object.entries(modules).flatMap(([file, all]) =>
  Object.entries(all).map(([name, value]) => ({ file, name, value })),
);
const contracts = exported.flatMap(({ value }) => (isContract(value) ? [value] : []));
/** Sign-in and the support card are HTTP without contracts: their shapes are on the wire as they are. */
const httpShapes = exported.filter(
  ({ file, value }) =>
    /\/(sign-in|second-factor|support-card)\/model\.ts$/u.test(file) && isSchema(value),
);

function isContract(value: unknown): value is AnyContract {
  const kind = (value as { kind?: unknown } | null)?.kind;
  return kind === 'command' || kind === 'query' || kind === 'channel' || kind === 'signal';
}

function isSchema(value: unknown): value is z.core.$ZodType {
  return typeof value === 'object' && value !== null && '_zod' in value;
}

/** A schema as JSON Schema: the form of the value as it travels, before anything is made of it. */
function shapeOf(schema: unknown): unknown {
  return z.toJSONSchema(schema as z.core.$ZodType, { io: 'input', unrepresentable: 'any' });
}

function wireOf(contract: AnyContract): unknown {
  const { kind, name, action } = contract;
  if (contract.kind === 'channel') {
    return { kind, name, action, state: shapeOf(contract.state), fact: shapeOf(contract.fact) };
  }
  if (contract.kind === 'signal') {
    return { kind, name, action, input: shapeOf(contract.input), heard: shapeOf(contract.heard) };
  }
  const asked = {
    kind,
    name,
    action,
    input: shapeOf(contract.input),
    output: shapeOf(contract.output),
  };
  return contract.kind === 'command' ? { ...asked, refusals: contract.refusals } : asked;
}

const fingerprint = (of: unknown) =>
  createHash('sha256')
    .update(typeof of === 'string' ? of : JSON.stringify(of))
    .digest('hex')
    .slice(0, 16);

const lines = [
  ...contracts.map(
    (contract) => `${contract.kind} ${contract.name} ${fingerprint(wireOf(contract))}`,
  ),
  ...httpShapes.map(({ name, value }) => `http ${name} ${fingerprint(shapeOf(value))}`),
];
const listing = [`wire ${WIRE_VERSION}`, ...lines.sort((a, b) => (a < b ? -1 : 1)), ''].join('\n');

test('every contract of every slice is found, and no two share a name', () => {
  const names = contracts.map((contract) => `${contract.kind} ${contract.name}`);
  expect(names.length).toBeGreaterThanOrEqual(18);
  expect(new Set(names).size).toBe(names.length);
  expect(httpShapes.map(({ name }) => name)).toContain('entrance');
});

test('a shape tells types, bounds and names apart', () => {
  const base = z.object({ id: z.string(), count: z.optional(z.number()) });
  const others = [
    z.object({ id: z.string(), count: z.number() }),
    z.object({ id: z.string(), count: z.optional(z.string()) }),
    z.object({ id: z.string() }),
    z.object({ id: z.string().check(z.maxLength(9)), count: z.optional(z.number()) }),
  ];
  for (const other of others)
    expect(fingerprint(shapeOf(other))).not.toBe(fingerprint(shapeOf(base)));
});

test('the wire changes only with its list', async () => {
  await expect(listing).toMatchFileSnapshot(LISTED);
});

test('the wire changes only with version.ts and a line on why', () => {
  expect(
    WIRE_FINGERPRINT,
    'the wire has changed: say why in version.ts, raise WIRE_VERSION if an older client cannot read it, and set WIRE_FINGERPRINT',
  ).toBe(fingerprint(listing));
});
