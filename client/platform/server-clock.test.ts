import { expect, test, vi } from 'vitest';
import { noteServerTime, serverNow } from './server-clock.ts';

test('X8 a device that is ten minutes off learns the server’s time, and keeps the surest answer', () => {
  vi.useFakeTimers({ now: 1_000_000 });
  noteServerTime(1_600_000, 999_900, 1_000_000);
  expect(serverNow()).toBe(1_600_050);
  // Heard after two seconds on the way: it says less than what we know.
  noteServerTime(1_700_000, 998_000, 1_000_000);
  expect(serverNow()).toBe(1_600_050);
  noteServerTime(1_600_010, 1_000_000, 1_000_000);
  expect(serverNow()).toBe(1_600_010);
  vi.useRealTimers();
});
