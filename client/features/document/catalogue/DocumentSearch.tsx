import { createEffect, createSignal, on, onCleanup, type ParentProps, Show } from 'solid-js';
import { searchDocuments } from '#shared/features/document/catalogue/queries.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { askOverHttp } from '../../../platform/http-query.ts';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Snippet } from '../../../ui/Snippet.tsx';
import { DocumentRows } from './DocumentRows.tsx';
import styles from './DocumentSearch.module.css';
import { placeWords } from './place-words.ts';
import { words } from './words.ts';

/** Below this a word is in every text. */
const LENGTH_MIN = 2;
/** A pause while typing. */
const AFTER_MS = 300;

type Hits = OutputOf<typeof searchDocuments>['hits'];
type Found =
  | { readonly status: 'not-asked' }
  | { readonly status: 'asking'; readonly hits: Hits | undefined }
  | { readonly status: 'found'; readonly hits: Hits }
  | { readonly status: 'failed' };

/** A field that looks through everything one may read, and in its place shows its children while it is empty. */
export function DocumentSearch(
  props: ParentProps<{ readonly onOpen?: (documentId: DocumentId) => void }>,
) {
  const t = useWords(words);
  const [text, setText] = createSignal('');
  const [found, setFound] = createSignal<Found>({ status: 'not-asked' });
  const [again, askAgain] = createSignal(0);
  let newest = 0;

  createEffect(
    on([text, again], ([written]) => {
      newest += 1;
      const mine = newest;
      const asked = written.trim();
      if (asked.length < LENGTH_MIN) return setFound({ status: 'not-asked' });
      const timer = setTimeout(async () => {
        setFound({ status: 'asking', hits: hits() });
        const answer = await askOverHttp(searchDocuments, { text: asked });
        if (mine !== newest) return;
        if (!answer.ok) return void setFound({ status: 'failed' });
        setFound({ status: 'found', hits: answer.value.hits });
        announce(t().found(answer.value.hits.length));
      }, AFTER_MS);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  const hits = () => {
    const now = found();
    return now.status === 'found' || now.status === 'asking' ? now.hits : undefined;
  };
  return (
    <>
      <search class={styles.search}>
        <Field
          type="search"
          label={t().search}
          maxlength={200}
          autocomplete="off"
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </search>
      <Show when={found().status !== 'not-asked'} fallback={props.children}>
        <section aria-label={t().search} aria-busy={found().status === 'asking'}>
          <Show when={found().status === 'failed'}>
            <ErrorState
              title={t().couldNotFetch}
              action={<Button onClick={() => askAgain((n) => n + 1)}>{t().tryAgain}</Button>}
            >
              {t().couldNotFetchAbout}
            </ErrorState>
          </Show>
          <Show when={hits()} fallback={<p class={styles.asking}>{t().searching}</p>}>
            {(all) => (
              <Show
                when={all().length > 0}
                fallback={<EmptyState title={t().nothingFound}>{t().nothingFoundAbout}</EmptyState>}
              >
                <p class={styles.count}>{t().found(all().length)}</p>
                <DocumentRows
                  items={all().map(({ item }) => item)}
                  about={(item) => (
                    <SnippetAt
                      place={placeWords(t(), item)}
                      parts={partsOf(all(), item.documentId)}
                    />
                  )}
                  onOpen={props.onOpen}
                />
              </Show>
            )}
          </Show>
        </section>
      </Show>
    </>
  );
}

type Parts = Hits[number]['snippet'];

const partsOf = (hits: Hits, documentId: DocumentId): Parts =>
  hits.find(({ item }) => item.documentId === documentId)?.snippet ?? [];

/** Where it belongs, for many are called the same, and the words around the hit; no words where it is in the title alone. */
function SnippetAt(props: { readonly place: string; readonly parts: Parts }) {
  return (
    <>
      {props.place}
      <Show when={props.parts.length > 0}>
        {': '}
        <Snippet parts={props.parts} />
      </Show>
    </>
  );
}
