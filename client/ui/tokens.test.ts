import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The declarations inside the first block that follows `selector`, one per line, without indentation. */
function declarations(selector: string): string[] {
  const start = css.indexOf(`${selector} {`);
  expect(start, selector).toBeGreaterThan(-1);
  const open = css.indexOf('{', start);
  const inside = css.slice(open + 1, css.indexOf('}', open));
  return inside
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

test('dark by the system and dark by choice are the same', () => {
  const bySystem = declarations(':root:not([data-theme="light"])');
  const byChoice = declarations(':root[data-theme="dark"]');
  expect(bySystem.length).toBeGreaterThan(30);
  expect(byChoice).toEqual(bySystem);
});

test('every colour that changes in the dark has a light value', () => {
  const light = new Set(declarations(':root').map((line) => line.split(':')[0]));
  const dark = declarations(':root[data-theme="dark"]').map((line) => line.split(':')[0]);
  expect(dark.filter((name) => !light.has(name))).toEqual([]);
});
