import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  Match,
  on,
  onCleanup,
  Switch,
} from 'solid-js';
import { documentAuthors } from '#shared/features/document/history/queries.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery, type LiveQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { OpenDocument } from '../editing/open-document.ts';
import { type PassageBlock, passagesOf, passagesOfState } from './passages.ts';
import styles from './WhoWrote.module.css';
import { WhoWrote } from './WhoWrote.tsx';
import { words } from './words.ts';

type Asked = LiveQuery<ReturnType<(typeof documentAuthors)['output']['parse']>>;

/** Who wrote what in a version, as it was then. */
export function WhoWroteVersion(props: {
  readonly open: OpenDocument;
  readonly state: Uint8Array;
}) {
  const asked = createQuery(documentAuthors, () => ({ documentId: props.open.documentId }));
  const blocks = createMemo(() => {
    const known = asked.value();
    return known && passagesOfState(props.state, known.stretches);
  });
  return <Shown asked={asked} blocks={blocks} open={props.open} />;
}

/** Others may be typing: whose their words are is asked when they have paused. */
const ASK_AFTER_MS = 1_500;

/** Who wrote what in the text as it stands now. */
export function WhoWroteNow(props: { readonly open: OpenDocument; readonly onClose: () => void }) {
  const t = useWords(words);
  const asked = createQuery(documentAuthors, () => ({ documentId: props.open.documentId }));
  const [turn, setTurn] = createSignal(0);
  createEffect(
    on(props.open.provider, ({ doc }) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const changed = () => {
        clearTimeout(timer);
        timer = setTimeout(asked.refetch, ASK_AFTER_MS);
      };
      doc.on('update', changed);
      onCleanup(() => {
        clearTimeout(timer);
        doc.off('update', changed);
      });
    }),
  );
  createEffect(on(asked.value, () => setTurn((before) => before + 1)));
  const blocks = createMemo(() => {
    turn();
    const known = asked.value();
    return known && passagesOf(props.open.provider().doc, known.stretches);
  });
  return (
    <article aria-labelledby="who-wrote">
      <header class={styles.head}>
        <h2 id="who-wrote">{t().whoNow}</h2>
        <Button size="small" onClick={() => props.onClose()}>
          {t().hideWho}
        </Button>
      </header>
      <Shown asked={asked} blocks={blocks} open={props.open} />
    </article>
  );
}

function Shown(props: {
  readonly asked: Asked;
  readonly blocks: Accessor<readonly PassageBlock[] | undefined>;
  readonly open: OpenDocument;
}) {
  const t = useWords(words);
  return (
    <Switch fallback={<Skeleton label={t().fetching} shapes={['heading', 'line', 'line']} />}>
      <Match when={props.blocks()}>
        {(blocks) => (
          <WhoWrote
            blocks={blocks()}
            authors={props.asked.value()?.authors ?? []}
            open={props.open}
          />
        )}
      </Match>
      <Match when={props.asked.state().status === 'failed'}>
        <ErrorState
          title={t().couldNotFetchWho}
          action={<Button onClick={props.asked.refetch}>{t().tryAgain}</Button>}
        >
          {t().couldNotFetchAbout}
        </ErrorState>
      </Match>
    </Switch>
  );
}
