import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { AnswerMessage, Answers, AskName, Asks } from './asks.ts';

export type Generator = {
  ask<Name extends AskName>(name: Name, what: Asks[Name]): Promise<Answers[Name]>;
  stop(): Promise<void>;
};

/** Starts a generator. It does one thing at a time. */
export function startGenerator(): Generator {
  const child = fork(path.join(import.meta.dirname, 'main.ts'));
  const exited = once(child, 'exit').then(() => {
    throw new Error('the load generator ended');
  });
  // Looked at only while something is asked of it.
  exited.catch(() => undefined);
  return {
    async ask(name, what) {
      const answered = once(child, 'message') as Promise<[AnswerMessage]>;
      child.send({ name, what });
      const [answer] = await Promise.race([answered, exited]);
      if (!answer.ok) throw new Error(`${name}: ${answer.error}`);
      return answer.value as never;
    },
    async stop() {
      child.kill();
      await exited.catch(() => undefined);
    },
  };
}
