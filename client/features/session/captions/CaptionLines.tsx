import { For, Show } from 'solid-js';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import styles from './CaptionLines.module.css';
import type { Captions } from './captions-store.ts';
import { words } from './words.ts';

/**
 * The last lines, the newest at the foot: in a room of fixed height, so that nothing around them moves. What has no room in it, with
 * one's own letter spacing or a larger text, is reached by scrolling.
 */
export function CaptionLines(props: { readonly captions: Captions; readonly brief?: boolean }) {
  const t = useWords(words);
  const { choice, lines, whose, coming } = props.captions;
  /** A name stands where another one begins to speak. */
  const nameAt = (nth: number): string => {
    const line = lines()[nth];
    const before = lines()[nth - 1];
    const name = line ? whose(line) : '';
    return before && whose(before) === name ? '' : name;
  };
  const status = () => {
    if (coming() === 'no') return t().gone;
    if (coming() === 'away') return t().away;
    return lines().length === 0 && t().waiting;
  };
  return (
    <>
      <section
        class={classNames(styles.lines, props.brief && styles.brief)}
        data-size={choice.size()}
        data-colours={choice.colours()}
        aria-label={t().captions}
        // Not said as they come: they are said already, by whoever speaks.
        aria-live="off"
        tabindex="0"
      >
        <div>
          <For each={lines()}>
            {(line, nth) => (
              <p lang={PROGRAMME_LANGUAGE} data-caption>
                <Show when={nameAt(nth())}>{(name) => <b class={styles.who}>{name()}:</b>}</Show>{' '}
                {line.text}
              </p>
            )}
          </For>
          <Show when={status()}>{(words) => <p class={styles.status}>{words()}</p>}</Show>
        </div>
      </section>
      <Show when={choice.aloud() && !props.brief}>
        <div class="visually-hidden" role="log" aria-live="polite" aria-label={t().captions}>
          <For each={lines().filter(({ done }) => done)}>
            {(line) => <p lang={PROGRAMME_LANGUAGE}>{`${whose(line)} ${line.text}`.trim()}</p>}
          </For>
        </div>
      </Show>
    </>
  );
}
