import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashOf, newSecret } from './secrets.ts';

test('GUEST-1 what opens a link is 256 bits, and its hash is the one that the server makes', async () => {
  const secret = newSecret();
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(newSecret()).not.toBe(secret);
  expect(await hashOf(secret)).toBe(createHash('sha256').update(secret).digest('base64url'));
});
