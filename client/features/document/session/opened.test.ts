import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** In Solid as a browser runs it: under Node nothing follows. */
const FROM_ROOM_TO_ROOM = `
  import { createRoot, createSignal } from 'solid-js';
  import { createOpened } from './opened.ts';

  const seen = [];
  const [text, setText] = createSignal();
  const [wide, setWide] = createSignal(true);
  createRoot(() => {
    const opened = createOpened(text, wide);
    const see = () => seen.push([opened.documentId() ?? null, opened.isLaid()]);
    opened.open('notat');
    setTimeout(() => {
      see();
      setText('en');
      see();
      setText('to');
      opened.open('annet');
      see();
      setText(undefined);
      see();
      setWide(false);
      setText('en');
      see();
      console.log(JSON.stringify(seen));
    });
  });
`;

test('F19 a group’s text opens by itself, on the sheet where there is room, and what was open before comes back', () => {
  const printed = execFileSync(
    process.execPath,
    ['--conditions=browser', '--no-warnings', '--input-type=module', '--eval', FROM_ROOM_TO_ROOM],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  expect(JSON.parse(printed)).toEqual([
    ['notat', false],
    ['en', true],
    ['annet', false],
    ['notat', false],
    ['en', false],
  ]);
});
