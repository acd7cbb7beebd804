import { For, Show } from 'solid-js';
import { REACTIONS } from '#shared/features/session/reaction/model.ts';
import { useWords } from '../../../platform/language.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import styles from './ReactionSheet.module.css';
import type { Reactions } from './reactions.ts';
import { SIGNS } from './signs.ts';
import { words } from './words.ts';

/** "Reager": six that all see for a moment, and the quiet wish for a slower pace. */
export function ReactionSheet(props: {
  readonly reactions: Reactions;
  /** Whoever teaches asks nobody to go slower. */
  readonly teaches: boolean;
}) {
  const t = useWords(words);
  createReturnFocus(() => props.reactions.isOpen());
  const then = (work: () => Promise<void>) => () => {
    props.reactions.open(false);
    void work();
  };
  return (
    <Sheet
      open={props.reactions.isOpen()}
      onOpenChange={props.reactions.open}
      title={t().react}
      closeLabel={t().close}
    >
      <p class={styles.about}>{t().reactAbout}</p>
      <ul class={styles.signs}>
        <For each={REACTIONS}>
          {(reaction) => (
            <li>
              <button
                type="button"
                class={styles.press}
                onClick={then(() => props.reactions.show(reaction))}
              >
                <Icon path={SIGNS[reaction]} />
                {t().names[reaction]}
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={!props.teaches}>
        <div class={styles.part}>
          <Button onClick={then(props.reactions.askForSlower)}>{t().slower}</Button>
          <p class={styles.about}>{t().slowerAbout}</p>
        </div>
      </Show>
      <div class={styles.part}>
        <Switch
          label={t().showOthers}
          about={t().showOthersAbout}
          on={!props.reactions.hidden()}
          onChange={(shown) => props.reactions.hide(!shown)}
        />
      </div>
    </Sheet>
  );
}
