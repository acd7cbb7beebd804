import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { AnswerMessage } from './answer-asks.ts';
import type { Answers, Asks } from './asks.ts';

export type GeneratorOf<Asks, Answers> = {
  ask<Name extends keyof Asks & keyof Answers>(
    name: Name,
    what: Asks[Name],
  ): Promise<Answers[Name]>;
  stop(): Promise<void>;
};

export type Generator = GeneratorOf<Asks, Answers>;

/** Starts the generator of sessions. */
export function startGenerator(): Generator {
  return startGeneratorAt(path.join(import.meta.dirname, 'main.ts'));
}

/** Starts a generator. It does one thing at a time. */
export function startGeneratorAt<Asks, Answers>(script: string): GeneratorOf<Asks, Answers> {
  const child = fork(script);
  const exited = once(child, 'exit').then(() => {
    throw new Error('the load generator ended');
  });
  // Looked at only while something is asked of it.
  exited.catch(() => undefined);
  return {
    async ask(name, what) {
      const answered = once(child, 'message') as Promise<[AnswerMessage]>;
      child.send({ name, what } as never);
      const [answer] = await Promise.race([answered, exited]);
      if (!answer.ok) throw new Error(`${String(name)}: ${answer.error}`);
      return answer.value as never;
    },
    async stop() {
      child.kill();
      await exited.catch(() => undefined);
    },
  };
}
