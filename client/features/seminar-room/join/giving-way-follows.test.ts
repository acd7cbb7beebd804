import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** In Solid as a browser runs it: under Node Solid is another build, in which nothing follows. */
const OFF_ON_AND_OFF = `
  import { createRoot, createSignal } from 'solid-js';
  import { createGivingWay } from './giving-way.ts';

  const [camera, setCamera] = createSignal(true);
  createRoot(() => {
    const way = createGivingWay({ wanted: camera, soundOnly: () => setCamera(false) }, () => true);
    setTimeout(() => {
      const said = [];
      way.giveWay();
      way.end(true);
      said.push(way.says());
      way.giveWay();
      way.end(true);
      said.push(way.says());
      setCamera(true);
      setCamera(false);
      said.push(way.says() ?? 'nothing');
      console.log(JSON.stringify(said));
    });
  });
`;

test('F6 whoever turned the camera on again, and off, is not told that the line did; a line that is poor twice is remembered', () => {
  const printed = execFileSync(
    process.execPath,
    ['--conditions=browser', '--no-warnings', '--input-type=module', '--eval', OFF_ON_AND_OFF],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  expect(JSON.parse(printed)).toEqual(['camera-off', 'camera-off', 'nothing']);
});
