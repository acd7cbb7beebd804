import { describe, expect, test } from 'vitest';
import { brokenRules, importsOf } from './import-rules.ts';

const broken = (from: string, to: string) => brokenRules(new Map([[from, [to]]]));

describe('imports that may be', () => {
  test.each([
    ['server/features/session/chat/handlers.ts', 'shared/features/session/chat/rules.ts'],
    ['server/features/session/chat/handlers.ts', 'server/features/identity/public.ts'],
    ['server/serve.ts', 'server/features/session/public.ts'],
    ['server/transport/socket.ts', 'server/platform/dispatch.ts'],
    ['shared/features/session/roster/model.ts', 'shared/features/identity/person/model.ts'],
    ['client/app/routes.tsx', 'client/features/session/public.ts'],
    ['server/features/session/chat/handlers.test.ts', 'server/testing/world.ts'],
  ])('%s → %s', (from, to) => {
    expect(broken(from, to)).toEqual([]);
  });
});

describe('imports that may not be', () => {
  test.each([
    ['shared/kernel/ids.ts', 'shared/wire/contract.ts', 'shared/kernel may not import shared/wire'],
    ['shared/wire/contract.ts', 'server/platform/clock.ts', 'may not import server/platform'],
    ['client/platform/send.ts', 'server/platform/clock.ts', 'may not import server/platform'],
    [
      'server/platform/dispatch.ts',
      'server/features/session/public.ts',
      'may not import server/features',
    ],
    [
      'server/features/session/public.ts',
      'server/transport/socket.ts',
      'may not import server/transport',
    ],
    ['client/ui/Button.tsx', 'client/features/session/public.ts', 'may not import client/features'],
    [
      'server/features/identity/public.ts',
      'server/features/session/public.ts',
      'identity does not lean on session',
    ],
    [
      'server/features/session/public.ts',
      'server/features/identity/person/tables.ts',
      'through its public.ts',
    ],
    [
      'shared/features/session/channel.ts',
      'shared/features/identity/person/rules.ts',
      'model.ts or facts.ts',
    ],
    ['server/serve.ts', 'server/config.test.ts', 'a test is imported'],
    ['shared/features/session/a.ts', 'shared/features/session/index.ts', 'no index files'],
    ['server/serve.ts', 'server/testing/world.ts', 'may not import server/testing'],
  ])('%s → %s: %s', (from, to, reason) => {
    expect(broken(from, to).join()).toContain(reason);
  });

  test('a circle, however long', () => {
    const modules = new Map([
      ['shared/kernel/a.ts', ['shared/kernel/b.ts']],
      ['shared/kernel/b.ts', ['shared/kernel/c.ts']],
      ['shared/kernel/c.ts', ['shared/kernel/a.ts']],
    ]);
    expect(brokenRules(modules)).toEqual([
      'circle: shared/kernel/a.ts → shared/kernel/b.ts → shared/kernel/c.ts → shared/kernel/a.ts',
    ]);
  });

  test('a layer or slice that the rules do not know is an error, never a pass', () => {
    expect(() => broken('server/odd/thing.ts', 'server/config.ts')).toThrow('no layer server/odd');
    expect(() =>
      broken('server/features/new-slice/public.ts', 'server/features/session/public.ts'),
    ).toThrow('new-slice');
  });
});

test('every way to import is seen, and packages are not', () => {
  // Written with @ for the dot, or the check would see these as imports of this very file.
  const source = `
import { a } from '@/a.ts';
import type {
  B,
} from '@./b.ts';
import '@/c.ts';
export { d } from '@/d.tsx';
import { s } from '%shared/s.ts';
const e = await import('@/e.ts');
import fs from 'node:fs';
import pg from 'pg';
import styles from '@/Button.module.css';
`;
  expect(importsOf('server/storage/x.ts', source.replaceAll('@', '.').replace('%', '#'))).toEqual([
    'server/storage/a.ts',
    'server/b.ts',
    'server/storage/c.ts',
    'server/storage/d.tsx',
    'shared/s.ts',
    'server/storage/e.ts',
  ]);
});
