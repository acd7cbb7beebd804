import { expect, test } from 'vitest';
import { tallNotice } from './tall-notice.ts';

test('STAGE-9 a notice that fits takes nothing', () => {
  expect(tallNotice(0, 53, 22)).toBeUndefined();
  expect(tallNotice(1, 53, 22)).toBeUndefined();
});

test('STAGE-9 a high notice takes the title, and leaves the line that says that nothing is recorded', () => {
  expect(tallNotice(25, 53, 22)).toEqual({ takes: 'title', up: 25, grows: 0, down: 3 });
});

test('STAGE-9 a higher one takes the row, and leaves no gap of it', () => {
  expect(tallNotice(40, 53, 22)).toEqual({ takes: 'row', up: 53, grows: 13, down: 0 });
  expect(tallNotice(70, 53, 22)).toEqual({ takes: 'row', up: 53, grows: 0, down: 0 });
});
