import { expect, test } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';

test.each([
  'passordpassord',
  'Passord123456',
  'p@ssw0rd2026!',
  '!!!Sommer2026!!!',
  'sommer-fotball 1',
  'JegElskerDeg123',
  'qwertyuiopåa',
  '1q2w3e4r5t6y',
  '123456789012',
  '210987654321',
  'abcdefghijkl',
  'aaaaaaaaaaaaaaaa',
  'abcabcabcabcab',
  'Kbtfagskole2026',
  'correcthorsebatterystaple',
])('SIGN-9 %s is refused as common', (password) => {
  expect(isCommonPassword(password)).toBe(true);
});

test.each([
  'grønn elv i nordavind',
  'tre-lamper-under-broa',
  'kx7 vq2 mm9 pt4',
  'Ærlig talt, 14 bamser!',
  '834019275630',
  '鍵は机の上にありません二度目です',
])('SIGN-9 %s is taken', (password) => {
  expect(isCommonPassword(password)).toBe(false);
});
