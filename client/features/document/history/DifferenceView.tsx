import { createMemo, For, Match, Show, Switch } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import type { Block } from './blocks.ts';
import styles from './DifferenceView.module.css';
import type { Difference, Part } from './difference.ts';
import { words } from './words.ts';

/** A version's text as it was, or with what has changed since struck out and underlined, and said to a screen reader. */
export function DifferenceView(props: {
  readonly blocks?: readonly Block[];
  readonly differences?: readonly Difference[];
}) {
  const t = useWords(words);
  const lines = createMemo<readonly Difference[]>(
    () =>
      props.differences ??
      (props.blocks ?? []).map(({ kind, text }) => ({
        kind,
        change: 'same',
        parts: [{ change: 'same', text }],
      })),
  );
  return (
    <div class={styles.text}>
      <Show when={lines().length > 0} fallback={<p class={styles.empty}>{t().emptyVersion}</p>}>
        <For each={lines()}>
          {(line) => (
            <div class={styles[line.kind]} data-change={line.change}>
              <Show
                when={line.kind === 'heading' || line.kind === 'subheading'}
                fallback={
                  <p>
                    <Show when={line.kind === 'image'}>
                      <span class={styles.what}>{t().kinds.image}: </span>
                    </Show>
                    <Parts parts={line.parts} />
                  </p>
                }
              >
                <h3>
                  <Parts parts={line.parts} />
                </h3>
              </Show>
            </div>
          )}
        </For>
      </Show>
    </div>
  );
}

function Parts(props: { readonly parts: readonly Part[] }) {
  const t = useWords(words);
  return (
    <For each={props.parts}>
      {(part) => (
        <Switch fallback={part.text}>
          <Match when={part.change === 'removed'}>
            <del>
              <span class="visually-hidden">{t().removed} </span>
              {part.text}
              <span class="visually-hidden"> {t().endOfChange} </span>
            </del>
          </Match>
          <Match when={part.change === 'added'}>
            <ins>
              <span class="visually-hidden">{t().added} </span>
              {part.text}
              <span class="visually-hidden"> {t().endOfChange} </span>
            </ins>
          </Match>
        </Switch>
      )}
    </For>
  );
}
