import { For, type JSX, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { SupportEntry } from '#shared/features/care/support-card/model.ts';
import { dialled } from '#shared/features/care/support-card/rules.ts';
import { useWords } from '../../../platform/language.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { phoneIcon } from '../../../ui/icons.ts';
import styles from './CallList.module.css';
import { words } from './words.ts';

/** Who can be called, in order: name, when, one line, and the number as something to press. */
export function CallList(props: {
  readonly label: JSX.Element;
  /** What the words are written in, where it may be another language than the page's. */
  readonly lang?: string;
  readonly entries: readonly SupportEntry[];
  /** Of its heading; 3 under the title of a sheet. */
  readonly level?: 2 | 3;
}) {
  const t = useWords(words);
  return (
    <section class={styles.part}>
      <Dynamic component={`h${props.level ?? 3}`} class={styles.label}>
        {props.label}
      </Dynamic>
      <ul class={styles.list}>
        <For each={props.entries}>
          {(entry) => (
            <li class={styles.row}>
              <div class={styles.words} lang={props.lang}>
                <p class={styles.name}>{entry.name}</p>
                <p class={styles.about}>
                  <Show when={entry.open}>
                    {(open) => <span class={styles.open}>{open()}</span>}
                  </Show>
                  {entry.about}
                </p>
              </div>
              <a class={styles.call} href={`tel:${dialled(entry.number)}`}>
                <Icon path={phoneIcon} />
                <span>{t().call(entry.number)}</span>
                <span class="visually-hidden">, {entry.name}</span>
              </a>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
