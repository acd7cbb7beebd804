import { createSignal } from 'solid-js';
import type { AnyCommand, InputOf } from '#shared/wire/contract.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { announce } from '../../../ui/announcer.ts';
import { words } from './page-words.ts';

/** Sends one change of a cohort, and says what came of it. */
export function createDeed(onDone: () => void) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const [sending, setSending] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  return {
    sending,
    problem,
    async send<C extends AnyCommand>(
      command: C,
      input: InputOf<C>,
      said: string,
    ): Promise<boolean> {
      if (sending()) return false;
      setSending(true);
      setProblem(undefined);
      const outcome = await live.send(command, input, { lasting: false });
      setSending(false);
      if (!outcome.ok) {
        const all: Readonly<Record<string, string>> = { ...refusals(), ...t().refusals };
        setProblem(all[outcome.refusal as string]);
        return false;
      }
      announce(said);
      onDone();
      return true;
    },
  };
}
