import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { WASM_BYTES } from '../client/platform/blur/messages.ts';
import { root } from './root.ts';

/** `npm run check` builds the client before it runs the tests. */
const assets = path.join(root, 'dist/client/assets');
const files = readdirSync(assets, { recursive: true, encoding: 'utf8' });
const scripts = files.filter((file) => file.endsWith('.js'));
const textOf = (file: string) => readFileSync(path.join(assets, file), 'utf8');
const scriptWith = (text: string): string => {
  const [found, ...more] = scripts.filter((file) => textOf(file).includes(text));
  if (!found || more.length > 0)
    throw new Error(`not exactly one script has ${text}: ${found} ${more}`);
  return found;
};

/** Everything that comes with a page at once: the entry and what it imports, not what it may import later. */
function comesAtOnce(): ReadonlySet<string> {
  const page = readFileSync(path.join(root, 'dist/client/index.html'), 'utf8');
  const [, entry = ''] = /src="\/assets\/([^"]+\.js)"/.exec(page) ?? [];
  const reached = new Set<string>();
  const reach = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const [, imported] of textOf(file).matchAll(
      /(?:from|^import|;import)\s*["']\.\/([^"']+)["']/g,
    ))
      if (imported) reach(imported);
  };
  reach(entry);
  return reached;
}

test('F78 no style sheet asks how a phone is held, so none can lock a screen to it (WCAG 1.3.4)', () => {
  const sheets = files.filter((file) => file.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(0);
  for (const sheet of sheets) expect(textOf(sheet), sheet).not.toMatch(/\(orientation/);
});

describe('F29 the blur’s files', () => {
  const from = path.join(root, 'node_modules/@mediapipe/selfie_segmentation');
  const { version } = JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8'));
  const folder = `selfie-segmentation-${version}`;

  test.for([
    'selfie_segmentation_solution_simd_wasm_bin.wasm',
    'selfie_segmentation_landscape.tflite',
    'selfie_segmentation.binarypb',
  ])('%s is in the build, the package’s very bytes, under its version', (name) => {
    const { name: stem, ext } = path.parse(name);
    const built = files.filter(
      (file) => file.startsWith(`${folder}/${stem}-`) && file.endsWith(ext),
    );
    expect(built).toHaveLength(1);
    const bytes = (file: string) => readFileSync(file).toString('base64');
    expect(bytes(path.join(assets, built[0] ?? '')) === bytes(path.join(from, name))).toBe(true);
    expect(scripts.filter((file) => textOf(file).includes(`/assets/${built[0]}`))).toHaveLength(1);
  });

  test('no other version lies beside it, and progress is told of the right size', () => {
    expect(files.filter((file) => file.startsWith('selfie') && !file.startsWith(folder))).toEqual(
      [],
    );
    const wasm = path.join(from, 'selfie_segmentation_solution_simd_wasm_bin.wasm');
    expect(statSync(wasm).size).toBe(WASM_BYTES);
  });
});

test('what carries sound and picture comes when it is needed, and is small enough for a phone', () => {
  const atOnce = comesAtOnce();
  expect(atOnce.size).toBeGreaterThan(0);
  // The library, and its worker for closed rooms.
  const livekit = scripts.filter((file) => textOf(file).includes('participantPermissionsChanged'));
  expect(livekit).toHaveLength(2);
  const blur = [scriptWith('third_party/mediapipe'), scriptWith(`/assets/selfie-`)];
  for (const late of [...livekit, ...blur]) expect(atOnce, late).not.toContain(late);
  for (const late of livekit)
    expect(statSync(path.join(assets, `${late}.gz`)).size).toBeLessThanOrEqual(160_000);
});
