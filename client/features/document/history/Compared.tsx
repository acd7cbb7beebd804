import {
  createEffect,
  createMemo,
  createSignal,
  For,
  Match,
  on,
  onCleanup,
  Show,
  Switch,
} from 'solid-js';
import type { DocumentVersion } from '#shared/features/document/history/model.ts';
import { versionState } from '#shared/features/document/history/queries.ts';
import { fromBase64 } from '../../../platform/document-copy.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { OpenDocument } from '../editing/open-document.ts';
import { type Block, blocksOf, blocksOfState } from './blocks.ts';
import { DifferenceView } from './DifferenceView.tsx';
import { changesIn, differenceOf, isFormattingAlone } from './difference.ts';
import styles from './VersionsPage.module.css';
import { momentWords } from './version-words.ts';
import { WhoWroteVersion } from './WhoWroteViews.tsx';
import { words } from './words.ts';

/** One version beside the text of now, which goes on changing while one looks. */
export function Compared(props: {
  readonly open: OpenDocument;
  readonly version: DocumentVersion;
  /** How much has changed since; undefined until it is known. */
  readonly onCompared: (changes: number | undefined) => void;
}) {
  const t = useWords(words);
  const [view, setView] = createSignal<'difference' | 'plain' | 'who'>('difference');
  const kept = createQuery(versionState, () => ({
    documentId: props.open.documentId,
    versionId: props.version.versionId,
  }));
  const now = createBlocks(props.open);
  const before = createMemo<readonly Block[] | undefined>(() => {
    const state = kept.value()?.state;
    return typeof state === 'string' ? blocksOfState(fromBase64(state)) : undefined;
  });
  const difference = createMemo(() => {
    const earlier = before();
    return earlier && differenceOf(earlier, now());
  });
  createEffect(() => {
    const found = difference();
    props.onCompared(found && changesIn(found));
  });
  onCleanup(() => props.onCompared(undefined));
  /** Who wrote what is for the group itself. */
  const views = () =>
    props.open.about()?.rights.authorship
      ? (['difference', 'plain', 'who'] as const)
      : (['difference', 'plain'] as const);
  const title = () =>
    props.version.name === null
      ? t().atAndNow(momentWords(props.version.at))
      : t().andNow(props.version.name);
  return (
    <article class={styles.compared} aria-labelledby="compared">
      <header class={styles.head}>
        <div>
          <h2 id="compared">{title()}</h2>
          <Show when={difference()}>
            {(found) => (
              <p class={styles.about}>
                {momentWords(props.version.at)}.{' '}
                {isFormattingAlone(found()) ? t().formattingAlone : t().changes(changesIn(found()))}
              </p>
            )}
          </Show>
        </div>
        <fieldset class={styles.views}>
          <legend class="visually-hidden">{t().view}</legend>
          <For each={views()}>
            {(one) => (
              <Button size="small" aria-pressed={view() === one} onClick={() => setView(one)}>
                {t()[one]}
              </Button>
            )}
          </For>
        </fieldset>
      </header>
      <Switch>
        <Match when={kept.state().status === 'failed'}>
          <ErrorState
            title={t().couldNotFetch}
            action={<Button onClick={kept.refetch}>{t().tryAgain}</Button>}
          >
            {t().couldNotFetchAbout}
          </ErrorState>
        </Match>
        <Match when={view() === 'who' && kept.value()?.state}>
          {(state) => <WhoWroteVersion open={props.open} state={fromBase64(state())} />}
        </Match>
        <Match when={view() === 'plain' && before()}>
          {(blocks) => <DifferenceView blocks={blocks()} open={props.open} />}
        </Match>
        <Match when={difference()}>
          {(found) => <DifferenceView differences={found()} open={props.open} />}
        </Match>
        <Match when={true}>
          <Skeleton label={t().fetching} shapes={['heading', 'line', 'line']} />
        </Match>
      </Switch>
    </article>
  );
}

/** A breath between a change and the next comparison: others may be typing. */
const COMPARE_AFTER_MS = 500;

function createBlocks(open: OpenDocument) {
  const [blocks, setBlocks] = createSignal<readonly Block[]>([]);
  createEffect(
    on(open.provider, ({ doc }) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const read = () => setBlocks(blocksOf(doc));
      const readSoon = () => {
        clearTimeout(timer);
        timer = setTimeout(read, COMPARE_AFTER_MS);
      };
      read();
      doc.on('update', readSoon);
      onCleanup(() => {
        clearTimeout(timer);
        doc.off('update', readSoon);
      });
    }),
  );
  return blocks;
}
