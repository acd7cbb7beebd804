import { createMemo, For, Match, Show, Switch } from 'solid-js';
import type { documentAuthors } from '#shared/features/document/history/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import { longWord } from '../../../ui/long-word.ts';
import { hueClass } from '../../../ui/Portrait.tsx';
import type { OpenDocument } from '../editing/open-document.ts';
import tables from '../editing/tables.module.css';
import differences from './DifferenceView.module.css';
import { Sign } from './DifferenceView.tsx';
import type { Passage, PassageBlock } from './passages.ts';
import { piecesOf } from './rows.ts';
import { TableRows } from './TableRows.tsx';
import styles from './WhoWrote.module.css';
import { words } from './words.ts';

type Author = OutputOf<typeof documentAuthors>['authors'][number];

/** The text with a name before each passage, and a line in the person's colour under it. The names say it all; the colour helps. */
export function WhoWrote(props: {
  readonly blocks: readonly PassageBlock[];
  readonly authors: readonly Author[];
  /** What its pictures are shown from. */
  readonly open: OpenDocument;
}) {
  const t = useWords(words);
  const before = createMemo(() => lastBefore(props.blocks));
  const passages = (block: PassageBlock) => (
    <Passages passages={block.passages} authors={props.authors} before={before().get(block)} />
  );
  return (
    <div class={classNames(differences.text, tables.tables)}>
      <Show
        when={props.blocks.length > 0}
        fallback={<p class={differences.empty}>{t().emptyVersion}</p>}
      >
        <For each={piecesOf(props.blocks)}>
          {(piece) => (
            <Switch>
              <Match when={piece.type === 'line' && piece.line}>
                {(block) => (
                  <div
                    class={differences[block().kind]}
                    data-long-word={longWordIn(block())}
                    style={{ '--depth': String(block().place?.depth ?? 0) }}
                  >
                    <Show
                      when={block().kind === 'heading' || block().kind === 'subheading'}
                      fallback={
                        <p>
                          <Sign line={block()} open={props.open} />
                          {passages(block())}
                        </p>
                      }
                    >
                      <h3>{passages(block())}</h3>
                    </Show>
                  </div>
                )}
              </Match>
              <Match when={piece.type === 'table' && piece.rows}>
                {(rows) => (
                  <TableRows rows={rows()}>
                    {(block) => (
                      <div class={differences[block.kind]} data-long-word={longWordIn(block)}>
                        <p>
                          <Sign line={block} open={props.open} />
                          {passages(block)}
                        </p>
                      </div>
                    )}
                  </TableRows>
                )}
              </Match>
            </Switch>
          )}
        </For>
      </Show>
    </div>
  );
}

/** What was written last before each block. */
function lastBefore(blocks: readonly PassageBlock[]): ReadonlyMap<PassageBlock, Passage> {
  const found = new Map<PassageBlock, Passage>();
  let last: Passage | undefined;
  for (const block of blocks) {
    if (last) found.set(block, last);
    last = block.passages.at(-1) ?? last;
  }
  return found;
}

const longWordIn = ({ passages }: PassageBlock) =>
  longWord(passages.map(({ text }) => text).join(''));

function Passages(props: {
  readonly passages: readonly Passage[];
  readonly authors: readonly Author[];
  /** The last of the line above: the same person goes on without being named again. */
  readonly before: Passage | undefined;
}) {
  const t = useWords(words);
  const nameOf = (passage: Passage) =>
    props.authors.find(({ personId }) => personId === passage.personId)?.displayName ??
    t().nobodyHere;
  const isNew = (at: number) => {
    const before = at === 0 ? props.before : props.passages[at - 1];
    return before === undefined || before.personId !== props.passages[at]?.personId;
  };
  return (
    <For each={props.passages}>
      {(passage, at) => (
        <span class={passage.personId ? hueClass(passage.personId) : undefined}>
          <Show when={isNew(at())}>
            <span class={styles.name}>{t().wroteThis(nameOf(passage))}</span>{' '}
          </Show>
          <span class={passage.personId ? styles.passage : undefined}>{passage.text}</span>
        </span>
      )}
    </For>
  );
}
