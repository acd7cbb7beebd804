import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** In Solid as a browser runs it: under Node Solid is another build, in which nothing follows. */
const PRESSES = `
  import { createRoot } from 'solid-js';
  import { createChatShown, createPaper } from './paper.ts';
  const soon = () => new Promise((done) => setTimeout(done, 5));
  const seen = [];
  await createRoot(async () => {
    for (const [hasChat, comes] of [[false, []], [true, ['ready']], [true, ['failed', 'ready']]]) {
      let printed = 0;
      const chat = createChatShown();
      const paper = createPaper(chat, () => hasChat, () => printed++);
      await soon();
      paper.print();
      await soon();
      const now = () => seen.push([printed, chat.isShown(), paper.waits()]);
      now();
      for (const [nth, came] of comes.entries()) {
        if (nth > 0) paper.print();
        chat.setState('fetching');
        chat.setState(came);
        await soon();
        now();
      }
    }
  });
  console.log(JSON.stringify(seen));
`;

test('AFTER-9 a paper waits for the chat where there is one to read, and is not made without it', () => {
  const printed = execFileSync(
    process.execPath,
    ['--conditions=browser', '--no-warnings', '--input-type=module', '--eval', PRESSES],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  expect(JSON.parse(printed)).toEqual([
    // Printed, the chat shown, waiting for it.
    [1, false, false],
    [0, true, true],
    [1, true, false],
    [0, true, true],
    [0, true, false],
    [1, true, false],
  ]);
});
