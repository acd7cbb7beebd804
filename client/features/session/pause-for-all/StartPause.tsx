import { For, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { pauseIcon } from '../../../ui/icons.ts';
import type { PauseForAllStore } from './pause-for-all-store.ts';
import styles from './StartPause.module.css';
import { words } from './words.ts';

const CHOICES = [5, 10, 15] as const;

/** Under the agenda, with sound and picture or without: any teacher who is here begins a pause for all. */
export function StartPause(props: {
  readonly pause: PauseForAllStore;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  return (
    <Show when={!props.pause.isOn()}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no grid */}
      <div class={styles.start} role="group" aria-label={t().forAll}>
        <For each={CHOICES}>
          {(minutes, nth) => (
            <Button
              size="small"
              icon={nth() === 0 ? pauseIcon : undefined}
              aria-label={t().startFor(minutes)}
              onClick={() => {
                props.onDone();
                void props.pause.start(minutes);
              }}
            >
              {nth() === 0 ? t().startFor(minutes) : `${minutes} min`}
            </Button>
          )}
        </For>
      </div>
    </Show>
  );
}
