import { expect, test } from 'vitest';
import {
  isWithAlt,
  judgeChord,
  letsGo,
  type Pressed,
  printed,
  readChord,
  SHORTCUTS,
  shortcutOf,
  USUAL_KEYS,
  writeChord,
} from './shortcut-keys.ts';

const event = (key: string, ...held: ('ctrl' | 'meta' | 'shift' | 'alt')[]): Pressed => ({
  key,
  code: '',
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
});
const pressed = (...given: Parameters<typeof event>) => shortcutOf(event(...given), USUAL_KEYS);
const chord = (text: string) => {
  const parts = text.split('+');
  return {
    key: parts.at(-1) ?? '',
    ctrl: parts.includes('ctrl'),
    shift: parts.includes('shift'),
  };
};

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

test('the usual keys are such as one could have chosen', () => {
  for (const name of SHORTCUTS)
    expect(judgeChord(name, USUAL_KEYS[name], USUAL_KEYS)).toBe(undefined);
});

test('DEVICE-4 never Space, and nothing that presses, scrolls or moves, with or without Ctrl', () => {
  for (const key of [' ', 'enter', 'tab', 'escape', 'arrowdown', 'pageup', 'backspace'])
    for (const ctrl of [false, true])
      expect(judgeChord('talk', { key, ctrl, shift: false }, USUAL_KEYS)).toEqual({ why: 'moves' });
});

test('DEVICE-4 WCAG 2.1.4 a letter alone is for talking, which is held down; nothing else fires while somebody writes', () => {
  expect(judgeChord('talk', chord('b'), USUAL_KEYS)).toBeUndefined();
  expect(judgeChord('talk', chord('å'), USUAL_KEYS)).toBeUndefined();
  for (const keys of ['b', 'shift+b', '1', '.'])
    expect(judgeChord('camera', chord(keys), USUAL_KEYS), keys).toEqual({ why: 'writes' });
  expect(judgeChord('talk', chord('shift+b'), USUAL_KEYS)).toEqual({ why: 'writes' });
  expect(judgeChord('camera', chord('f4'), USUAL_KEYS)).toBeUndefined();
});

test('DEVICE-4 copying, closing and reloading stay what they are', () => {
  for (const keys of ['ctrl+c', 'ctrl+v', 'ctrl+w', 'ctrl+shift+n', 'ctrl+shift+t', 'f5', 'f11'])
    expect(judgeChord('hand', chord(keys), USUAL_KEYS), keys).toEqual({ why: 'taken' });
});

test('DEVICE-4 two shortcuts never share their keys', () => {
  expect(judgeChord('hand', chord('ctrl+e'), USUAL_KEYS)).toEqual({ why: 'in-use', by: 'camera' });
  expect(judgeChord('camera', chord('ctrl+e'), USUAL_KEYS), 'its own').toBeUndefined();
});

test('a change moves the shortcut, and frees the keys that it had', () => {
  const keys = { ...USUAL_KEYS, microphone: chord('ctrl+m') };
  expect(shortcutOf(event('m', 'ctrl'), keys)).toBe('microphone');
  expect(shortcutOf(event('d', 'ctrl'), keys)).toBeUndefined();
});

test('letting go of any of the keys ends the talking', () => {
  expect(letsGo(event('v'), USUAL_KEYS.talk)).toBe(true);
  expect(letsGo(event('V', 'shift'), USUAL_KEYS.talk)).toBe(true);
  expect(letsGo(event('b'), USUAL_KEYS.talk)).toBe(false);
  expect(letsGo(event('Control'), chord('ctrl+b'))).toBe(true);
  expect(letsGo(event('Control'), USUAL_KEYS.talk)).toBe(false);
});

test('what is kept is read as it was written, and what could not have been chosen is not believed', () => {
  for (const name of SHORTCUTS) {
    const text = writeChord(USUAL_KEYS[name]);
    expect(readChord(name, text, USUAL_KEYS)).toEqual(USUAL_KEYS[name]);
  }
  for (const text of ['', ' ', 'd', 'ctrl+w', 'ctrl+', 'shift+x'])
    expect(readChord('camera', text, USUAL_KEYS), text).toBeUndefined();
});

test('the keys in print', () => {
  expect(printed(USUAL_KEYS.hand)).toBe('Ctrl Shift H');
  expect(printed(USUAL_KEYS.controls)).toBe('F2');
});

test('DEVICE-4 a key with Alt is no chord, and can be told from Alt alone and from no Alt', () => {
  expect(isWithAlt(event('h', 'alt'))).toBe(true);
  expect(isWithAlt(event('h', 'ctrl', 'alt'))).toBe(true);
  expect(isWithAlt(event('Alt', 'alt'))).toBe(false);
  expect(isWithAlt(event('h', 'ctrl'))).toBe(false);
});
