import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** In Solid as a browser runs it: under Node Solid is another build, in which nothing follows. */
const TO_ANOTHER_LINE = `
  import { createRoot, createSignal } from 'solid-js';
  import { createOwnSources } from './own-sources.ts';

  const said = [];
  const settle = () => new Promise((done) => setTimeout(done, 5));
  function makeLine(name, held) {
    const on = new Set();
    const own = () => ({ identity: 'me', tracks: [...on].map((source) => ({ source, muted: false })) });
    return { name, own, refuse: undefined, async send(source, wanted) {
      said.push(name + ' ' + source + ' ' + (wanted ? 'on' : 'off'));
      if (held) await new Promise((_, refuse) => { this.refuse = refuse; });
      if (wanted) on.add(source); else on.delete(source);
    } };
  }
  const lines = ['A', 'B', 'C'].map((name) => makeLine(name, name === 'B'));
  const [line, setLine] = createSignal(lines[0]);
  let own;
  createRoot(() => { own = createOwnSources(line); });
  own.press('microphone', true);
  own.press('screen', true);
  await settle();
  setLine(lines[1]);
  await settle();
  const shareEnded = own.shareEnded();
  // On to a third one while the second still opens the microphone, which then fails.
  setLine(lines[2]);
  lines[1].refuse(new Error('gone'));
  await settle();
  console.log(JSON.stringify({ said, shareEnded, wanted: own.wanted('microphone'), trouble: own.trouble() ?? null }));
`;

test('BREAKOUT-14 from one line to the next what was on is on again, a screen is not, and a line that was left says nothing', () => {
  const printed = execFileSync(
    process.execPath,
    ['--conditions=browser', '--no-warnings', '--input-type=module', '--eval', TO_ANOTHER_LINE],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  expect(JSON.parse(printed)).toEqual({
    said: ['A microphone on', 'A screen on', 'B microphone on', 'C microphone on'],
    ...{ shareEnded: true, wanted: true, trouble: null },
  });
});
