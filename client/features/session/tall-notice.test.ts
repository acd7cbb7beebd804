import { expect, test } from 'vitest';
import { tallNotice } from './tall-notice.ts';

const PLAN = { height: 63, pad: 8, nameAt: 28, name: 26 };
const over = (by: number, plan: typeof PLAN | undefined = PLAN) =>
  tallNotice(by, { row: 54, line: 22, plan });

test('STAGE-9 a notice that fits takes nothing, nor does one that takes only what is empty', () => {
  expect(over(0)).toBeUndefined();
  expect(over(1)).toBeUndefined();
  expect(over(8)).toBeUndefined();
});

test('STAGE-9 a high notice takes the line over the name of what we do now, which stands in the middle of what is left', () => {
  expect(over(25)).toEqual({ takes: 'plan', by: 22 });
  expect(over(43)).toEqual({ takes: 'plan', by: 34 });
});

test('STAGE-9 over a higher one the name stands beside the corner, down to the notice', () => {
  expect(over(61)).toEqual({ takes: 'row', by: 52 });
});

test('STAGE-9 without an agenda the title gives way, and the line that says that nothing is recorded stays', () => {
  const by = (height: number) => tallNotice(height, { row: 54, line: 22, plan: undefined });
  expect(by(1)).toBeUndefined();
  expect(by(26)).toEqual({ takes: 'title', by: 3 });
  expect(by(40)).toEqual({ takes: 'title', by: 0 });
});
