import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { heedful } from '../../../ui/heed.ts';
import type { HandQueueStore } from './hand-queue-store.ts';
import { words } from './words.ts';

/** "Ferdig", where the hand of the bar lies behind a sheet. */
export function EndOwnWord(props: { readonly handQueue: HandQueueStore }) {
  const t = useWords(words);
  const waits = () => props.handQueue.waits();
  const end = heedful(
    () => props.handQueue.iHaveTheWord(),
    (has) => {
      if (has && !waits()) void props.handQueue.endWord();
    },
  );
  const label = () => {
    const why = waits();
    return why ? t().waits[why] : t().done;
  };
  return (
    <Show when={props.handQueue.iHaveTheWord()}>
      <Button size="small" aria-disabled={waits() !== undefined} {...end}>
        {label()}
      </Button>
    </Show>
  );
}
