import { createSignal, For, Match, Show, Switch } from 'solid-js';
import type { AuditLine } from '#shared/features/audit/model.ts';
import type { auditLog, ownAuditLog } from '#shared/features/audit/queries.ts';
import { clockTime, fullDate } from '../../../platform/dates.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { askOverHttp } from '../../../platform/http-query.ts';
import { language, useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Row, RowList } from '../../../ui/RowList.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { watchSignIn } from '../../identity/public.ts';
import styles from './Audit.module.css';
import { whatHappened, whoDidIt, whoseItWas } from './line-in-words.ts';
import { words } from './words.ts';

/** Lines of a log, the latest first, a page at a time. */
export function LogLines(props: { readonly log: typeof auditLog | typeof ownAuditLog }) {
  const t = useWords(words);
  const query = createQuery(props.log, () => ({}));
  watchSignIn(query.state);
  const failed = useFailedWords(query.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  const [earlier, setEarlier] = createSignal<readonly AuditLine[]>([]);
  const [more, setMore] = createSignal<boolean>();
  const all = () => [...(query.value()?.lines ?? []), ...earlier()];
  const hasMore = () => more() ?? query.value()?.more ?? false;
  const showEarlier = async () => {
    const asked = await askOverHttp(props.log, { before: all().at(-1)?.seq });
    if (!asked.ok) return query.refetch();
    setEarlier((before) => [...before, ...asked.value.lines]);
    setMore(asked.value.more);
  };
  const about = (line: AuditLine) => {
    const when = `${fullDate(language(), line.at)} ${clockTime(line.at)}`;
    const whose = whoseItWas(line, t());
    const who = whoDidIt(line, t());
    return whose ? t().byOf(when, who, whose) : t().by(when, who);
  };
  return (
    <Switch>
      <Match when={query.value()}>
        <Show when={all().length > 0} fallback={<p class={styles.about}>{t().none}</p>}>
          <RowList>
            <For each={all()}>
              {(line) => (
                <Row
                  name={whatHappened(line, t())}
                  about={about(line)}
                  after={line.outcome === 'refused' ? t().refused : undefined}
                />
              )}
            </For>
          </RowList>
        </Show>
        <Show when={hasMore()}>
          <Button class={styles.more} onClick={() => void showEarlier()}>
            {t().earlier}
          </Button>
        </Show>
      </Match>
      <Match when={query.state().status === 'loading'}>
        <Skeleton label={t().fetching} shapes={['name', 'line', 'name', 'line']} />
      </Match>
      <Match when={query.state().status === 'failed'}>
        <ErrorState
          title={failed().title}
          action={<Button onClick={query.refetch}>{t().tryAgain}</Button>}
        >
          {failed().about}
        </ErrorState>
      </Match>
    </Switch>
  );
}
