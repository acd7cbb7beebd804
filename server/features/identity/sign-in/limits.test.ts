import { RateLimiterMemory } from 'rate-limiter-flexible';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signInLimits } from './limits.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const nth = (n: number) => `person-${n}@example.org`;

test('SIGN-8 limits hold with nothing but this process: no Redis, no table', async () => {
  const limits = signInLimits();
  const waits = [];
  for (let attempt = 1; attempt <= 11; attempt++) {
    waits.push(await limits.tryAccount('password', 'kari@example.org', '10.0.0.1'));
  }
  expect(waits.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => null));
  expect(waits[10]?.retryAfterMs).toBeGreaterThan(14 * 60_000);
});

test('SIGN-8 who got in starts afresh', async () => {
  const limits = signInLimits();
  for (let attempt = 1; attempt <= 10; attempt++)
    await limits.tryAccount('password', 'kari@example.org', '10.0.0.1');
  await limits.forgive('kari@example.org');
  expect(await limits.tryAccount('password', 'kari@example.org', '10.0.0.1')).toBeNull();
});

test('SIGN-8 an address has a budget for all accounts together, an IPv6 one by its /64', async () => {
  const limits = signInLimits();
  for (let attempt = 1; attempt <= 600; attempt++) {
    expect(
      await limits.tryAccount('password', nth(attempt), `2001:db8::${attempt.toString(16)}`),
    ).toBeNull();
  }
  expect(await limits.tryAccount('password', nth(601), '2001:db8::ffff')).not.toBeNull();
  expect(await limits.mailAccount(nth(602), '2001:db8::1')).not.toBeNull();
  expect(await limits.tryAccount('password', nth(601), '2001:db8:0:1::1')).toBeNull();
});

test('SIGN-8 a limiter that fails lets nobody through', async () => {
  vi.spyOn(RateLimiterMemory.prototype, 'consume').mockRejectedValue(
    new Error('limiter is broken'),
  );
  await expect(
    signInLimits().tryAccount('password', 'kari@example.org', '10.0.0.1'),
  ).rejects.toThrow('broken');
});

test('SIGN-8 wrong passwords leave the tries of a code alone, and the other way about', async () => {
  for (const [tried, other] of [
    ['password', 'code'],
    ['code', 'password'],
  ] as const) {
    const limits = signInLimits();
    for (let attempt = 1; attempt <= 10; attempt++) {
      expect(await limits.restOf(tried, 'kari@example.org')).toBeNull();
      await limits.tryAccount(tried, 'kari@example.org', '10.0.0.1');
    }
    expect((await limits.restOf(tried, 'kari@example.org'))?.retryAfterMs).toBeGreaterThan(60_000);
    expect(await limits.tryAccount(tried, 'kari@example.org', '10.0.0.1')).not.toBeNull();
    expect(await limits.restOf(other, 'kari@example.org')).toBeNull();
    expect(await limits.tryAccount(other, 'kari@example.org', '10.0.0.1')).toBeNull();
  }
});
