import { expect, test } from 'vitest';
import type { OwnSignIn } from '#shared/features/identity/sign-in/model.ts';
import { ownWords } from './own-words.ts';
import { momentOf, nameOf } from './sign-in-name.ts';

const at = (minute: number, second = 0, device = 'Chrome, Linux'): OwnSignIn => {
  const createdAt = Date.UTC(2026, 8, 28, 8, minute, second);
  return {
    id: `${createdAt}`,
    createdAt,
    lastSeenAt: createdAt,
    device,
    current: false,
  } as OwnSignIn;
};

test('SIGN-14 no two sign-ins are called the same, however alike their devices and times are', () => {
  const all = [at(5, 30), at(5, 10), at(4), at(5, 20, 'Firefox, Windows'), at(3, 0, '')];
  expect(all.map((one) => nameOf(one, all, ownWords.nb))).toEqual([
    'Chrome, Linux, nummer 2',
    'Chrome, Linux, nummer 1',
    'Chrome, Linux',
    'Firefox, Windows',
    'Ukjent enhet',
  ]);
  const ways = all.map((one) =>
    ownWords.nb.endNamed(nameOf(one, all, ownWords.nb), momentOf(one.createdAt)),
  );
  expect(new Set(ways).size).toBe(all.length);
  expect(ways[2]).toMatch(/^Logg ut Chrome, Linux, logget inn .*10:04$/);
});
