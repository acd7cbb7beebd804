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

/** The relative luminance of WCAG, of a colour in OKLCH. */
function luminance(token: string): number {
  const value = new RegExp(`--${token}: oklch\\(([^)]+)\\)`).exec(css)?.[1] ?? '';
  const [l = Number.NaN, c = 0, hue = 0] = value.split(' ').map(Number);
  const [a, b] = [c * Math.cos((hue * Math.PI) / 180), c * Math.sin((hue * Math.PI) / 180)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (part: number) => Math.min(1, Math.max(0, part));
  const red = clip(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short);
  const green = clip(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short);
  const blue = clip(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each([
  ['caption-light', 'caption-dark'],
  ['caption-yellow', 'caption-black'],
])('CAP-11 %s on %s is at least 7:1', (light, dark) => {
  const ratio = (luminance(light) + 0.05) / (luminance(dark) + 0.05);
  expect(ratio).toBeGreaterThanOrEqual(7);
});
