// The load generator: a process of its own, so that it takes no time from the server that is measured.
import type { AnswerMessage, AskMessage } from './asks.ts';
import { makeCrowd } from './crowd.ts';

const crowd = makeCrowd();

process.on('message', async ({ name, what }: AskMessage) => {
  let answer: AnswerMessage;
  try {
    answer = { ok: true, value: await crowd[name](what as never) };
  } catch (error) {
    answer = { ok: false, error: String(error) };
  }
  process.send?.(answer);
});
