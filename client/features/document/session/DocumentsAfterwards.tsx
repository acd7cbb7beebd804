import { Match, Show, Switch } from 'solid-js';
import { sessionDocuments } from '#shared/features/document/catalogue/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { FailedLine } from '../../../ui/FailedLine.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { DocumentRows } from '../catalogue/DocumentRows.tsx';
import { words } from './words.ts';

/** What was written in a session, a press away; nothing at all for whoever may not read it. */
export function DocumentsAfterwards(props: {
  readonly sessionId: SessionId;
  /** The session of the page, or the one that it begins from: of that, nothing is said where nothing was written. */
  readonly of: 'this' | 'last';
}) {
  const t = useWords(words);
  const list = createQuery(sessionDocuments, () => ({ sessionId: props.sessionId }));
  const items = () => list.value()?.items ?? [];
  const isHidden = () => {
    const now = list.state();
    if (now.status === 'failed') return now.refusal === 'not-found';
    return now.status === 'ready' && items().length === 0 && props.of === 'last';
  };
  return (
    <Show when={!isHidden()}>
      <section aria-labelledby="written">
        <h2 id="written">{t().afterwards[props.of]}</h2>
        <Switch>
          <Match when={list.value()}>
            <Show when={items().length > 0} fallback={<p>{t().afterwards.none}</p>}>
              <DocumentRows items={items()} labelledBy="written" />
            </Show>
          </Match>
          <Match when={list.state().status === 'loading'}>
            <Skeleton label={t().fetching} shapes={['name', 'line']} />
          </Match>
          <Match when={list.state().status === 'failed'}>
            <FailedLine
              what={t().couldNotFetch}
              tryAgain={t().tryAgain}
              onTryAgain={list.refetch}
            />
          </Match>
        </Switch>
      </section>
    </Show>
  );
}
