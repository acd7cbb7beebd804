import { expect, test } from 'vitest';
import { shortcutOf } from './shortcuts.ts';

const pressed = (key: string, ...held: ('ctrl' | 'meta' | 'shift' | 'alt')[]) =>
  shortcutOf({
    key,
    code: '',
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    shiftKey: held.includes('shift'),
    altKey: held.includes('alt'),
  });

test('the keys that people know from other rooms', () => {
  expect(pressed('d', 'ctrl')).toBe('microphone');
  expect(pressed('e', 'meta')).toBe('camera');
  expect(pressed('H', 'ctrl', 'shift')).toBe('hand');
  expect(pressed('/', 'ctrl', 'shift')).toBe('list');
  expect(pressed('v')).toBe('talk');
  expect(pressed('F2')).toBe('controls');
});

test('what the browser and the screen reader use stays theirs', () => {
  for (const key of [' ', 'Enter', 'Tab', 'd', 'h', 'Escape']) expect(pressed(key)).toBeUndefined();
  expect(pressed('v', 'ctrl'), 'paste').toBeUndefined();
  expect(pressed('c', 'ctrl', 'shift')).toBeUndefined();
  expect(pressed('d', 'ctrl', 'alt')).toBeUndefined();
});
