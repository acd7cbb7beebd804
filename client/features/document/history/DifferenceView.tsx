import { createMemo, For, Match, Show, Switch } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import { longWord } from '../../../ui/long-word.ts';
import type { OpenDocument } from '../editing/open-document.ts';
import tables from '../editing/tables.module.css';
import type { Block } from './blocks.ts';
import styles from './DifferenceView.module.css';
import { type Difference, type Part, unchanged } from './difference.ts';
import { piecesOf } from './rows.ts';
import { SmallPicture } from './SmallPicture.tsx';
import { TableRows } from './TableRows.tsx';
import { words } from './words.ts';

/** A version's text as it was, or with what has changed since struck out and underlined, and said to a screen reader. */
export function DifferenceView(props: {
  readonly blocks?: readonly Block[];
  readonly differences?: readonly Difference[];
  /** What its pictures are shown from. */
  readonly open: OpenDocument;
}) {
  const t = useWords(words);
  const lines = createMemo<readonly Difference[]>(
    () => props.differences ?? (props.blocks ?? []).map(unchanged),
  );
  return (
    <div class={classNames(styles.text, tables.tables)}>
      <Show when={lines().length > 0} fallback={<p class={styles.empty}>{t().emptyVersion}</p>}>
        <For each={piecesOf(lines())}>
          {(piece) => (
            <Switch>
              <Match when={piece.type === 'line' && piece.line}>
                {(line) => <Line line={line()} open={props.open} />}
              </Match>
              <Match when={piece.type === 'table' && piece.rows}>
                {(rows) => (
                  <div class={styles.beside}>
                    <TableRows rows={rows()} isChanged={({ change }) => change !== 'same'}>
                      {(line) => (
                        <div class={styles[line.kind]} data-long-word={longWordIn(line)}>
                          <p>
                            <Sign line={line} open={props.open} />
                            <Parts parts={line.parts} />
                            <Note line={line} />
                          </p>
                        </div>
                      )}
                    </TableRows>
                  </div>
                )}
              </Match>
            </Switch>
          )}
        </For>
      </Show>
    </div>
  );
}

function Line(props: { readonly line: Difference; readonly open: OpenDocument }) {
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
            <Sign line={props.line} open={props.open} />
            <Parts parts={props.line.parts} />
            <Note line={props.line} />
          </p>
        }
      >
        <h3>
          <Parts parts={props.line.parts} />
          <Note line={props.line} />
        </h3>
      </Show>
    </div>
  );
}

/** What stands before a line by what it is: its number, whether it is done, that it is a picture. */
export function Sign(props: {
  readonly line: Pick<Difference, 'kind' | 'place' | 'imageId'>;
  readonly open: OpenDocument;
}) {
  const t = useWords(words);
  return (
    <Switch>
      <Match when={props.line.kind === 'image'}>
        <Show when={props.line.imageId} keyed>
          {(imageId) => <SmallPicture imageId={imageId} open={props.open} />}
        </Show>
        <span class={styles.what}>{t().image}: </span>
      </Match>
      <Match when={props.line.kind === 'numbered'}>
        <span class={styles.sign}>{props.line.place?.number}. </span>
      </Match>
      <Match when={props.line.kind === 'point'}>
        <span class={styles.sign} aria-hidden="true">
          •
        </span>
      </Match>
      <Match when={props.line.kind === 'task' || props.line.kind === 'done'}>
        <span
          class={styles.box}
          data-done={props.line.kind === 'done' || undefined}
          aria-hidden="true"
        />
        <span class="visually-hidden">{props.line.kind === 'done' ? t().done : t().notDone} </span>
      </Match>
    </Switch>
  );
}

/** In words, what no struck or underlined word shows. */
function Note(props: { readonly line: Difference }) {
  const t = useWords(words);
  const said = () => {
    const { turned, parts } = props.line;
    return turned ?? (parts.some(({ change }) => change === 'restyled') ? 'restyled' : undefined);
  };
  return (
    <Show when={said()}>
      {(what) => (
        <>
          {' '}
          <span class={styles.note}>{t()[what()]}</span>
        </>
      )}
    </Show>
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
          <Match when={part.change === 'restyled'}>
            <span class={styles.restyled}>
              <span class="visually-hidden">{t().restyledWords} </span>
              {part.text}
              <span class="visually-hidden"> {t().endOfChange} </span>
            </span>
          </Match>
        </Switch>
      )}
    </For>
  );
}
