import { expect, it } from 'vitest';
import type { DocumentVersion } from '#shared/features/document/history/model.ts';
import { threadOf } from './thread.ts';

const version = (at: number, name: string | null = null): DocumentVersion => ({
  versionId: `v${at}` as DocumentVersion['versionId'],
  at,
  name,
  byName: null,
  restored: null,
});

it('F47 the oldest comes first, and what has no name is folded together', () => {
  const pieces = threadOf([version(5), version(4, 'Ferdig'), version(3), version(2), version(1)]);
  expect(pieces).toMatchObject([
    { type: 'fold', versions: [{ at: 1 }, { at: 2 }, { at: 3 }] },
    { type: 'single', version: { at: 4, name: 'Ferdig' } },
    { type: 'fold', versions: [{ at: 5 }] },
  ]);
  expect(threadOf([])).toEqual([]);
});

it('F47 DOC-54 what was handed in hangs where it happened, also between two that are folded', () => {
  const landmark = { at: 3, name: 'Levert', byName: 'Kari', href: '/innlevering/1', way: 'Se' };
  const back = { ...landmark, at: 9 };
  expect(threadOf([version(4), version(3), version(2)], [landmark, back])).toMatchObject([
    { type: 'fold', versions: [{ at: 2 }, { at: 3 }] },
    { type: 'landmark', landmark },
    { type: 'fold', versions: [{ at: 4 }] },
    { type: 'landmark', landmark: back },
  ]);
});

it('F47 DOC-12 a version that was brought back hangs by itself, beside what was kept before it', () => {
  const back = { ...version(3), byName: 'Ingrid', restored: { at: 1, name: 'Ferdig' } };
  expect(threadOf([back, version(2), version(1, 'Ferdig')])).toMatchObject([
    { type: 'single', version: { at: 1 } },
    { type: 'fold', versions: [{ at: 2 }] },
    { type: 'single', version: { at: 3 } },
  ]);
});
