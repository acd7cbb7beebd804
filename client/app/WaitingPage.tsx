import { createSignal, onCleanup, Show } from 'solid-js';
import { partTrouble } from '../platform/comes-later.ts';
import { useWords } from '../platform/language.ts';
import { troubleWords } from '../platform/trouble.ts';
import { Mark } from '../ui/Mark.tsx';
import { Corner } from './Corner.tsx';
import waiting from './WaitingPage.module.css';
import styles from './WholePage.module.css';
import { words } from './words.ts';

/** Shorter waits are not felt. */
const PATIENCE_MS = 400;
/** A slow line has answered by then; longer is the server's doing. */
const SLOW_MS = 3_000;

/** The whole page while nobody knows yet whose it is: said in plain sight after 400 ms, and that it is slow when it is. */
export function WaitingPage() {
  const t = useWords(words);
  const trouble = useWords(troubleWords);
  const [waited, setWaited] = createSignal<'no' | 'some' | 'long'>('no');
  const timers = [
    setTimeout(() => setWaited('some'), PATIENCE_MS),
    setTimeout(() => setWaited('long'), SLOW_MS),
  ];
  onCleanup(() => timers.forEach(clearTimeout));
  return (
    <main class={styles.alone}>
      <Corner where="alone" />
      <div class={waiting.waiting} role="status">
        <Show when={waited() !== 'no'}>
          <Mark />
          <Show
            when={partTrouble()}
            fallback={
              <>
                <p>{t().fetching} …</p>
                <Show when={waited() === 'long'}>
                  <p class={waiting.slow}>{t().slow}</p>
                </Show>
              </>
            }
          >
            {(why) => (
              <>
                <p>{trouble()[why()].title}.</p>
                <p class={waiting.slow}>{trouble()[why()].about}</p>
              </>
            )}
          </Show>
        </Show>
      </div>
    </main>
  );
}
