import { For, Match, Show, Switch } from 'solid-js';
import { pastSessions } from '#shared/features/programme/calendar/queries.ts';
import { clockTime, shortDate } from '../../../platform/dates.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { offlineIcon } from '../../../ui/icons.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Row, RowList } from '../../../ui/RowList.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { watchSignIn } from '../../identity/public.ts';
import { words } from './words.ts';

/** `/okter`: what has been, the latest first; each leads to what is left of it. */
export function PastSessionsPage() {
  const t = useWords(words);
  const query = createQuery(pastSessions, () => ({}));
  watchSignIn(query.state);
  const failed = useFailedWords(query.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  return (
    <>
      <PageHeader title={t().title} />
      <p>
        <a href="/oppmote">{t().attendance}</a>
      </p>
      <Show when={query.state().status === 'failed' && query.value()}>
        <Banner icon={offlineIcon} title={t().outdated}>
          {t().outdatedAbout}
        </Banner>
      </Show>
      <Switch>
        <Match when={query.value()}>
          {(known) => (
            <Show
              when={known().sessions.length > 0}
              fallback={<EmptyState title={t().none}>{t().noneAbout}</EmptyState>}
            >
              <RowList>
                <For each={known().sessions}>
                  {({ id, title, courseCode, startsAt, cancelled }) => (
                    <Row
                      name={<span lang={PROGRAMME_LANGUAGE}>{title}</span>}
                      about={t().about(
                        shortDate(language(), startsAt),
                        clockTime(startsAt),
                        courseCode,
                      )}
                      href={`/okt/${id}/om`}
                      after={cancelled ? t().cancelled : undefined}
                    />
                  )}
                </For>
              </RowList>
            </Show>
          )}
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
    </>
  );
}
