import { useParams } from '@solidjs/router';
import { createSignal, Match, Show, Switch } from 'solid-js';
import type { CourseOfPlan } from '#shared/features/programme/study-plan/model.ts';
import { studyPlanOf } from '#shared/features/programme/study-plan/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { watchSignIn } from '../../identity/public.ts';
import { CourseForm } from './CourseForm.tsx';
import { PlanShown } from './PlanShown.tsx';
import { RateForm } from './RateForm.tsx';
import { rateSaid } from './rate-said.ts';
import styles from './StudyPlan.module.css';
import { words } from './words.ts';

/** `/studieplan/:personId`: a student's study plan, as those who follow the student up see it. */
export function StudentPlanPage(props: { readonly me: PersonId }) {
  const t = useWords(words);
  live.start(props.me);
  const params = useParams<{ personId: string }>();
  const personId = () => params.personId as PersonId;
  const query = createQuery(studyPlanOf, () => ({ personId: personId() }));
  watchSignIn(query.state);
  const failed = useFailedWords(query.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  const isNotTheirs = () => {
    const now = query.state();
    return now.status === 'failed' && now.refusal === 'not-found';
  };
  return (
    <div class={styles.page}>
      <Switch>
        <Match when={isNotTheirs()}>
          <PageHeader title={t().title} />
          <ErrorState
            title={t().notYours}
            action={<LinkButton href="/studieplan">{t().toPlans}</LinkButton>}
          >
            {t().notYoursAbout}
          </ErrorState>
        </Match>
        <Match when={query.value()}>
          {(seen) => <Seen seen={seen()} personId={personId()} onChanged={query.refetch} />}
        </Match>
        <Match when={query.state().status === 'loading'}>
          <PageHeader title={t().title} />
          <Skeleton label={t().fetching} shapes={['line', 'heading', 'name', 'line', 'name']} />
        </Match>
        <Match when={query.state().status === 'failed'}>
          <PageHeader title={t().title} />
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

function Seen(props: {
  readonly seen: OutputOf<typeof studyPlanOf>;
  readonly personId: PersonId;
  readonly onChanged: () => void;
}) {
  const t = useWords(words);
  const [opened, setOpened] = createSignal<CourseOfPlan | 'rate'>();
  const course = () => {
    const now = opened();
    return now === 'rate' ? undefined : now;
  };
  const close = () => setOpened(undefined);
  const done = () => {
    close();
    props.onChanged();
  };
  const plan = () => props.seen.plan;
  return (
    <>
      <PageHeader
        above={
          <>
            <a href="/studieplan">{t().students}</a>, {plan().cohortName}. {rateSaid(plan(), t())}
          </>
        }
        title={t().of(plan().displayName)}
      />
      <PlanShown
        plan={plan()}
        isOwn={false}
        waysOf={(of) => (
          <Show when={props.seen.mayChange}>
            <Button
              size="small"
              look="quiet"
              aria-label={t().change(of.code)}
              onClick={() => setOpened(of)}
            >
              {t().changeShort}
            </Button>
          </Show>
        )}
      />
      <p class={styles.ways}>
        <Show when={props.seen.mayChange}>
          <Button onClick={() => setOpened('rate')}>{t().changeRate}</Button>
        </Show>
        <Button look="quiet" onClick={() => print()}>
          {t().print}
        </Button>
      </p>
      <Sheet
        open={opened() !== undefined}
        onOpenChange={(open) => !open && close()}
        title={course() ? `${course()?.code} ${course()?.title}` : t().changeRate}
        closeLabel={t().close}
        startsInField
      >
        <Show when={opened()} keyed>
          {(what) => (
            <>
              {what === 'rate' ? (
                <RateForm personId={props.personId} before={plan().rate} onDone={done} />
              ) : (
                <CourseForm seen={props.seen} personId={props.personId} of={what} onDone={done} />
              )}
            </>
          )}
        </Show>
      </Sheet>
    </>
  );
}
