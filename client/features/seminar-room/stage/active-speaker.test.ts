import { expect, test } from 'vitest';
import { type ActiveSpeaker, hear, NOBODY_SPEAKS } from './active-speaker.ts';

/** Who is shown after hearing these, each reading 400 ms after the one before. */
function shownAfter(readings: readonly (readonly string[])[]): string | null {
  let state: ActiveSpeaker = NOBODY_SPEAKS;
  readings.forEach((speaking, index) => {
    state = hear(state, speaking, 10_000 + index * 400);
  });
  return state.shown;
}
const times = (count: number, who: string) => Array.from({ length: count }, () => [who]);

test('F24 a cough makes nobody large', () => {
  expect(shownAfter([['a'], []])).toBeNull();
  expect(shownAfter([['a'], ['a'], ['a']])).toBe('a');
});

test('F24 whoever speaks stays while drawing breath, and when others put in a word', () => {
  expect(shownAfter([...times(3, 'a'), ...times(5, 'b')])).toBe('a');
  expect(
    shownAfter([...times(3, 'a'), ['b', 'a'], ...times(3, 'b'), ['a'], ...times(6, 'b')]),
  ).toBe('a');
});

test('F24 the next one comes when the first is done', () => {
  expect(shownAfter([...times(3, 'a'), ...times(9, 'b')])).toBe('b');
});

test('silence leaves the last one standing: an empty stage tells nobody anything', () => {
  expect(shownAfter([...times(3, 'a'), ...Array.from({ length: 30 }, () => [])])).toBe('a');
});
