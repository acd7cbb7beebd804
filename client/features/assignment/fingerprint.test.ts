import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inFours, sha256 } from './fingerprint.ts';

test('F56 ASG-17 the browser computes what sha256sum says', async () => {
  for (const text of [
    '',
    'Makt i møtet',
    '{"content":[],"format":"mellom-text-1"}',
    '𝄞'.repeat(999),
  ]) {
    const bytes = new TextEncoder().encode(text);
    expect(await sha256(bytes)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  }
});

test('F56 a fingerprint is shown in fours, and nothing of it is lost', () => {
  const fingerprint = '0123456789abcdef'.repeat(4);
  expect(inFours(fingerprint).split(' ')).toHaveLength(16);
  expect(inFours(fingerprint).replaceAll(' ', '')).toBe(fingerprint);
});
