import { createSignal } from 'solid-js';
import type { AnyCommand, InputOf, RefusalOf } from '#shared/wire/contract.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { announce } from '../../../ui/announcer.ts';

/**
 * Sends one change, and says what came of it.
 * @param said what the command's own refusals are called
 */
export function createChange(said: () => Readonly<Record<string, string>>, onDone: () => void) {
  const refusals = useWords(refusalWords);
  const [sending, setSending] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  return {
    sending,
    problem,
    async send<C extends AnyCommand>(command: C, input: InputOf<C>, done: string): Promise<void> {
      if (sending()) return;
      setSending(true);
      setProblem(undefined);
      const outcome = await live.send(command, input, { lasting: false });
      setSending(false);
      if (outcome.ok) {
        announce(done);
        return onDone();
      }
      const all: Readonly<Record<string, string>> = { ...refusals(), ...said() };
      setProblem(all[outcome.refusal as RefusalOf<C> & string]);
    },
  };
}
