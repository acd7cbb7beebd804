import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { checkIcon, editIcon } from '../../../ui/icons.ts';
import styles from './DocumentPage.module.css';
import { words } from './words.ts';

/** The one main action of a phone, over the bar: begin to write. While writing it gives way to the keyboard. */
export function WriteDock(props: {
  readonly writing: boolean;
  readonly onWrite: () => void;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  let write: HTMLButtonElement | undefined;
  return (
    <Show
      when={props.writing}
      fallback={
        <p class={styles.dock} data-dock>
          <Button
            ref={write}
            look="filled"
            size="large"
            wide
            icon={editIcon}
            onClick={() => props.onWrite()}
          >
            {t().write}
          </Button>
        </p>
      }
    >
      <p class={styles.dock} data-dock data-writing>
        <Button
          size="small"
          wide
          icon={checkIcon}
          onClick={() => {
            props.onDone();
            write?.focus();
          }}
        >
          {t().stopWriting}
        </Button>
      </p>
    </Show>
  );
}
