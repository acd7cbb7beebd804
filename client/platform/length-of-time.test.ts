import { expect, test } from 'vitest';
import { languages } from './language.ts';
import { lengthOfMinutes, lengthOfTime } from './length-of-time.ts';

test('AGENDA-11 a length of time is written one way in each language', () => {
  const inAll = (minutes: number) => languages.map((one) => lengthOfMinutes(one, minutes));
  expect(inAll(1)).toEqual(['1 minutt', '1 minutt', '1 minute']);
  expect(inAll(20)).toEqual(['20 minutter', '20 minutt', '20 minutes']);
  expect(inAll(60)).toEqual(['1 time', '1 time', '1 hour']);
  expect(inAll(150)).toEqual([
    '2 timer og 30 minutter',
    '2 timar og 30 minutt',
    '2 hours and 30 minutes',
  ]);
});

test('AGENDA-11 what lasted less than a minute is not nothing', () => {
  expect(lengthOfTime('nb', 0)).toBe('0 minutter');
  expect(lengthOfTime('nb', 1)).toBe('under ett minutt');
});
