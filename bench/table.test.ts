import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DOCUMENT_REASONS } from './documents/reasons.ts';
import { limitOf } from './session/most.ts';
import { asMarkdown, type DatedRow } from './table.ts';

const row = (more: Partial<DatedRow>): DatedRow => ({
  ...{ id: 'S10', what: 'heap of a line', goal: '≤ 6 KB', peers: 'Y 4.1 KB', ours: '8.1 KB' },
  ...{ met: false, besides: '–', at: '2026-11-26 00:05' },
  ...more,
});

test('every goal that is missed is named, with its own reason and what was tried', () => {
  const reasons = [
    { id: 'S10', of: 'a line', why: 'it holds rights', tried: 'nothing' },
    { id: 'S10', why: 'another', tried: 'more' },
  ];
  const said = asMarkdown(
    [row({}), row({ what: 'heap of a document' }), row({ id: 'S1' })],
    reasons,
  );
  expect(said).toContain('- **S10**, heap of a line: it holds rights. Tried: nothing\n');
  expect(said).toContain('- **S10**, heap of a document: another. Tried: more\n');
  expect(said).toContain('- **S1**, heap of a line: no reason is known yet\n');
});

test('what has no goal, or met it, is not named as missed', () => {
  const said = asMarkdown([row({ met: null }), row({ met: true })], DOCUMENT_REASONS);
  expect(said).not.toContain('What misses its goal');
});

test('what stops where everybody stops has not met its goal, nor missed it', () => {
  expect(limitOf([20_000, 20_000, 20_000])).toBe('the generator was the limit');
  expect(limitOf([150_000, 150_000, 200_000])).toBeUndefined();
  const said = asMarkdown([row({ met: null, notShown: limitOf([20_000, 20_000]) })]);
  expect(said).toContain('| not shown: the generator was the limit |');
  expect(said).not.toContain('What misses its goal');
});

test('each row of documents that is missed stands in the measurements with a reason that is kept here', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../docs/measurements.md'), 'utf8');
  const from = page.indexOf('<!-- bench documents -->');
  const section = page.slice(from, page.indexOf('<!-- end documents -->'));
  const missed = section.split('\n').filter((line) => line.includes('| **missed** |'));
  const named = missed.map((line) => {
    const [id = '', what = ''] = line.slice(2).split(' | ');
    const reason = DOCUMENT_REASONS.find((each) => each.id === id && what.includes(each.of ?? ''));
    return section
      .split('\n')
      .some(
        (said) =>
          said.startsWith(`- **${id}**`) &&
          said.includes(what) &&
          said.endsWith(`: ${reason?.why}. Tried: ${reason?.tried}`),
      );
  });
  expect(named).not.toContain(false);
  expect(named.length).toBeGreaterThan(0);
});
