import { createMemo, For, Match, Show, Switch } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { longWord } from '../../../ui/long-word.ts';
import type { Block, Place } from './blocks.ts';
import styles from './DifferenceView.module.css';
import { type Difference, type Part, unchanged } from './difference.ts';
import { piecesOf } from './rows.ts';
import { words } from './words.ts';

/** A version's text as it was, or with what has changed since struck out and underlined, and said to a screen reader. */
export function DifferenceView(props: {
  readonly blocks?: readonly Block[];
  readonly differences?: readonly Difference[];
}) {
  const t = useWords(words);
  const lines = createMemo<readonly Difference[]>(
    () => props.differences ?? (props.blocks ?? []).map(unchanged),
  );
  return (
    <div class={styles.text}>
      <Show when={lines().length > 0} fallback={<p class={styles.empty}>{t().emptyVersion}</p>}>
        <For each={piecesOf(lines())}>
          {(piece) => (
            <Switch>
              <Match when={piece.type === 'line' && piece.line}>
                {(line) => <Line line={line()} />}
              </Match>
              <Match when={piece.type === 'table' && piece.rows}>
                {(rows) => <Table rows={rows()} />}
              </Match>
            </Switch>
          )}
        </For>
      </Show>
    </div>
  );
}

function Line(props: { readonly line: Difference }) {
  const isHeading = () => props.line.kind === 'heading' || props.line.kind === 'subheading';
  return (
    <div
      class={styles[props.line.kind]}
      data-change={props.line.change}
      data-long-word={longWordIn(props.line)}
      style={{ '--depth': String(props.line.place?.depth ?? 0) }}
    >
      <Show
        when={isHeading()}
        fallback={
          <p>
            <Sign kind={props.line.kind} place={props.line.place} />
            <Parts parts={props.line.parts} />
          </p>
        }
      >
        <h3>
          <Parts parts={props.line.parts} />
        </h3>
      </Show>
    </div>
  );
}

/** What stands before a line by what it is: its number, whether it is done, that it is a picture. */
export function Sign(props: { readonly kind: Block['kind']; readonly place: Place | undefined }) {
  const t = useWords(words);
  return (
    <Switch>
      <Match when={props.kind === 'image'}>
        <span class={styles.what}>{t().image}: </span>
      </Match>
      <Match when={props.kind === 'numbered'}>
        <span class={styles.sign}>{props.place?.number}. </span>
      </Match>
      <Match when={props.kind === 'point'}>
        <span class={styles.sign} aria-hidden="true">
          •
        </span>
      </Match>
      <Match when={props.kind === 'task' || props.kind === 'done'}>
        <span
          class={styles.box}
          data-done={props.kind === 'done' || undefined}
          aria-hidden="true"
        />
        <span class="visually-hidden">{props.kind === 'done' ? t().done : t().notDone} </span>
      </Match>
    </Switch>
  );
}

function Table(props: { readonly rows: readonly (readonly (readonly Difference[])[])[] }) {
  return (
    <div class={styles.scroll}>
      <table>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <For each={row}>
                  {(cell) => (
                    <td data-changed={cell.some(({ change }) => change !== 'same') || undefined}>
                      <For each={cell}>
                        {(line) => (
                          <p data-long-word={longWordIn(line)}>
                            <Parts parts={line.parts} />
                          </p>
                        )}
                      </For>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

const longWordIn = ({ parts }: Difference) => longWord(parts.map(({ text }) => text).join(''));

function Parts(props: { readonly parts: readonly Part[] }) {
  const t = useWords(words);
  return (
    <For each={props.parts}>
      {(part) => (
        <Switch fallback={part.text}>
          <Match when={part.text !== '' && part.change === 'removed'}>
            <del>
              <span class="visually-hidden">{t().removed} </span>
              {part.text}
              <span class="visually-hidden"> {t().endOfChange} </span>
            </del>
          </Match>
          <Match when={part.text !== '' && part.change === 'added'}>
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
