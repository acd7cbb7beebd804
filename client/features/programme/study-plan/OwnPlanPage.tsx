import { For, Match, Show, Switch } from 'solid-js';
import { ownStudyPlan } from '#shared/features/programme/study-plan/queries.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Row, RowList } from '../../../ui/RowList.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { watchSignIn } from '../../identity/public.ts';
import { PlanShown } from './PlanShown.tsx';
import { rateSaid } from './rate-said.ts';
import styles from './StudyPlan.module.css';
import { words } from './words.ts';

/** `/studieplan`: one's own study plan, and for whoever sees others' the way to each. */
export function OwnPlanPage() {
  const t = useWords(words);
  const query = createQuery(ownStudyPlan, () => ({}));
  watchSignIn(query.state);
  const failed = useFailedWords(query.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  const plan = () => query.value()?.plan ?? undefined;
  const cohorts = () => query.value()?.cohorts ?? [];
  return (
    <div class={styles.page}>
      <PageHeader
        above={plan() && `${plan()?.cohortName}. ${rateSaid(plan(), t())}`}
        title={plan() ? t().own : t().students}
      />
      <Switch>
        <Match when={query.value()}>
          <Show when={plan()}>
            {(own) => (
              <>
                <PlanShown plan={own()} isOwn />
                <div class={styles.notes}>
                  <p class={styles.quiet}>{t().about}</p>
                  <p class={styles.quiet}>{t().ask}</p>
                </div>
                <p class={styles.ways}>
                  <Button onClick={() => print()}>{t().print}</Button>
                </p>
              </>
            )}
          </Show>
          <For each={cohorts()}>
            {({ cohortId, name, students }) => (
              <section>
                <h2 id={`cohort-${cohortId}`}>{name}</h2>
                <RowList labelledBy={`cohort-${cohortId}`}>
                  <For each={students}>
                    {({ personId, displayName }) => (
                      <Row name={displayName} href={`/studieplan/${personId}`} />
                    )}
                  </For>
                </RowList>
              </section>
            )}
          </For>
          <Show when={!plan() && cohorts().length === 0}>
            <EmptyState title={t().none}>{t().noneAbout}</EmptyState>
          </Show>
        </Match>
        <Match when={query.state().status === 'loading'}>
          <Skeleton label={t().fetching} shapes={['line', 'heading', 'name', 'line', 'name']} />
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
    </div>
  );
}
