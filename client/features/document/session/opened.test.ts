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

const WHILE_ONE_IS_THERE = `
  import { createEffect, createRoot, createSignal } from 'solid-js';
  import { createOpened } from './opened.ts';

  const [group, setGroup] = createSignal({ text: 'en', messages: 0 });
  let times = 0;
  createRoot(() => {
    const opened = createOpened(() => group().text, () => true);
    createEffect(() => {
      opened.documentId();
      opened.isLaid();
      times += 1;
    });
    setTimeout(() => {
      const before = times;
      for (const messages of [1, 2, 3]) setGroup({ text: 'en', messages });
      console.log(times - before);
    });
  });
`;

const print = (script: string) =>
  execFileSync(
    process.execPath,
    ['--conditions=browser', '--no-warnings', '--input-type=module', '--eval', script],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );

test('F22 what happens in the group leaves its open text as it stands', () => {
  expect(JSON.parse(print(WHILE_ONE_IS_THERE))).toBe(0);
});

test('F19 a group’s text opens by itself, on the sheet where there is room, and what was open before comes back', () => {
  const printed = print(FROM_ROOM_TO_ROOM);
  expect(JSON.parse(printed)).toEqual([
    ['notat', false],
    ['en', true],
    ['annet', false],
    ['notat', false],
    ['en', false],
  ]);
});
