import { For, Match, Show, Switch } from 'solid-js';
import { cohortList } from '#shared/features/admin/cohort/queries.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Row, RowList } from '../../../ui/RowList.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { watchSignIn } from '../../identity/public.ts';
import { words } from './page-words.ts';

/** On Folk, for who does not see the whole school: the cohorts that are theirs to see. */
export function OwnCohorts() {
  const t = useWords(words);
  const query = createQuery(cohortList, () => ({}));
  watchSignIn(query.state);
  const failed = useFailedWords(query.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  return (
    <Switch>
      <Match when={query.value()}>
        {(known) => (
          <Show
            when={known().cohorts.length > 0}
            fallback={<EmptyState title={t().noCohorts}>{t().noCohortsAbout}</EmptyState>}
          >
            <RowList>
              <For each={known().cohorts}>
                {({ cohortId, name, students }) => (
                  <Row
                    name={<span lang={PROGRAMME_LANGUAGE}>{name}</span>}
                    about={t().students(students)}
                    href={`/folk/kull/${cohortId}`}
                  />
                )}
              </For>
            </RowList>
          </Show>
        )}
      </Match>
      <Match when={query.state().status === 'failed'}>
        <ErrorState
          title={failed().title}
          action={<Button onClick={query.refetch}>{t().tryAgain}</Button>}
        >
          {failed().about}
        </ErrorState>
      </Match>
      <Match when={true}>
        <Skeleton label={t().fetching} shapes={['name', 'line', 'name', 'line']} />
      </Match>
    </Switch>
  );
}
