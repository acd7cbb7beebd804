import { expect, it } from 'vitest';
import type { DocumentVersion } from '#shared/features/document/history/model.ts';
import { threadOf } from './thread.ts';

const version = (at: number, name: string | null = null): DocumentVersion => ({
  versionId: `v${at}` as DocumentVersion['versionId'],
  at,
  name,
  byName: null,
});

it('F47 the oldest comes first, and what has no name is folded together', () => {
  const pieces = threadOf([version(5), version(4, 'Ferdig'), version(3), version(2), version(1)]);
  expect(pieces).toMatchObject([
    { type: 'fold', versions: [{ at: 1 }, { at: 2 }, { at: 3 }] },
    { type: 'named', version: { at: 4, name: 'Ferdig' } },
    { type: 'fold', versions: [{ at: 5 }] },
  ]);
  expect(threadOf([])).toEqual([]);
});
