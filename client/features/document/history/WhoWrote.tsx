import { For, Match, Show, Switch } from 'solid-js';
import type { documentAuthors } from '#shared/features/document/history/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { useWords } from '../../../platform/language.ts';
import { longWord } from '../../../ui/long-word.ts';
import { hueClass } from '../../../ui/Portrait.tsx';
import differences from './DifferenceView.module.css';
import { Sign } from './DifferenceView.tsx';
import type { Passage, PassageBlock } from './passages.ts';
import styles from './WhoWrote.module.css';
import { words } from './words.ts';

type Author = OutputOf<typeof documentAuthors>['authors'][number];

/** The text with a name before each passage, and a line in the person's colour under it. The names say it all; the colour helps. */
export function WhoWrote(props: {
  readonly blocks: readonly PassageBlock[];
  readonly authors: readonly Author[];
}) {
  const t = useWords(words);
  return (
    <div class={differences.text}>
      <Show
        when={props.blocks.length > 0}
        fallback={<p class={differences.empty}>{t().emptyVersion}</p>}
      >
        <For each={props.blocks}>
          {(block, at) => {
            const passages = (
              <Passages
                passages={block.passages}
                authors={props.authors}
                before={props.blocks[at() - 1]?.passages.at(-1)}
              />
            );
            return (
              <div
                class={differences[block.kind]}
                data-long-word={longWord(block.passages.map(({ text }) => text).join(''))}
                style={{ '--depth': String(block.place?.depth ?? 0) }}
              >
                <Switch
                  fallback={
                    <p>
                      <Sign kind={block.kind} place={block.place} />
                      {passages}
                    </p>
                  }
                >
                  <Match when={block.kind === 'heading' || block.kind === 'subheading'}>
                    <h3>{passages}</h3>
                  </Match>
                </Switch>
              </div>
            );
          }}
        </For>
      </Show>
    </div>
  );
}

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
