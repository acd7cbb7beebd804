import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** In Solid as a browser runs it: under Node nothing follows. A turn of two minutes; one of them passes, and then three behind a pause. */
const BEHIND_A_PAUSE = `
  import { createRoot, createSignal } from 'solid-js';
  import { createElapsed } from './elapsed.ts';
  let clock = 0;
  Date.now = () => clock;
  const [since, setSince] = createSignal(0);
  const [isCovered, cover] = createSignal(false);
  const elapsed = createRoot(() => createElapsed({ since, minutes: () => 2, isCovered }));
  const seen = [];
  const at = (ms, change) => { clock = ms; change(); seen.push(elapsed()); };
  at(0, () => undefined);
  at(60_000, () => cover(true));
  at(240_000, () => cover(false));
  at(300_000, () => { cover(true); cover(false); });
  at(310_000, () => setSince(310_000));
  console.log(JSON.stringify(seen));
  process.exit(0);
`;

test('F35 ROUND-8 the time of a turn stands still while all rest, or are asked something', () => {
  const printed = execFileSync(
    process.execPath,
    ['--conditions=browser', '--no-warnings', '--input-type=module', '--eval', BEHIND_A_PAUSE],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  expect(JSON.parse(printed)).toEqual(['early', 'half', 'half', 'full', 'early']);
});
