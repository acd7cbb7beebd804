import { expect, test } from 'vitest';
import { isCommonPassword, isMadeOfOwn } from './common-passwords.ts';

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

const OWN = ['hege.kvam@example.org', 'Hege Kvam', 'Hege', 'Hege Kvåle Kvam'];

test.each([
  'hege.kvam@example.org',
  'Hege Kvam Hege Kvam',
  'hegekvam2026!',
  'Kvam-Hege 1984 !!',
  'Mellom-Hege-Mellom',
])('SIGN-9 %s is refused, for it is what is known of its owner', (password) => {
  expect(isMadeOfOwn(password, OWN)).toBe(true);
});

test.each(['grønn elv i nordavind', 'Hege har tolv grønne lamper', 'en elv mellom to fjell'])(
  'SIGN-9 %s is taken, though it may name its owner',
  (password) => {
    expect(isMadeOfOwn(password, OWN)).toBe(false);
  },
);
