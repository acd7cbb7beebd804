import { createSignal, For, Match, Show, Switch } from 'solid-js';
import { requirements } from '#shared/features/attendance/requirement/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Row, RowList } from '../../../ui/RowList.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { watchSignIn } from '../../identity/public.ts';
import styles from '../Attendance.module.css';
import { Failed } from '../Failed.tsx';
import { words as pageWords } from '../words.ts';
import { RequirementForm } from './RequirementForm.tsx';
import { type CourseRequired, requiredSaid } from './required.ts';
import { words } from './words.ts';

/** `/oppmote/krav`: what each course requires. */
export function RequirementsPage(props: { readonly me: PersonId }) {
  const t = useWords(words);
  const page = useWords(pageWords);
  live.start(props.me);
  const query = createQuery(requirements, () => ({}));
  watchSignIn(query.state);
  const [opened, setOpened] = createSignal<CourseRequired>();
  const said = (course: CourseRequired) => requiredSaid(course, t()) || t().none;
  const isNotTheirs = () => {
    const now = query.state();
    return now.status === 'failed' && now.refusal === 'not-found';
  };
  const done = () => {
    setOpened(undefined);
    query.refetch();
  };
  return (
    <div class={styles.page}>
      <PageHeader above={<a href="/oppmote">{t().toAttendance}</a>} title={t().title} />
      <Switch>
        <Match when={isNotTheirs()}>
          <EmptyState title={t().notYours}>{t().notYoursAbout}</EmptyState>
        </Match>
        <Match when={query.value()?.courses.length === 0}>
          <EmptyState title={t().noCourses}>{t().noCoursesAbout}</EmptyState>
        </Match>
        <Match when={query.value()}>
          {(known) => (
            <section aria-label={t().title}>
              <p class={styles.about}>{t().about}</p>
              <RowList>
                <For each={known().courses}>
                  {(course) => (
                    <Row
                      name={
                        <span lang={PROGRAMME_LANGUAGE}>
                          {course.code} {course.title}
                        </span>
                      }
                      about={said(course)}
                      after={
                        <Button
                          size="small"
                          look="quiet"
                          aria-label={t().change(course.code)}
                          onClick={() => setOpened(course)}
                        >
                          {t().changeShort}
                        </Button>
                      }
                    />
                  )}
                </For>
              </RowList>
            </section>
          )}
        </Match>
        <Match when={query.state().status === 'loading'}>
          <Skeleton label={page().fetching} shapes={['name', 'line', 'name', 'line']} />
        </Match>
        <Match when={query.state().status === 'failed'}>
          <Failed query={query} />
        </Match>
      </Switch>
      <Sheet
        open={opened() !== undefined}
        onOpenChange={(open) => !open && setOpened(undefined)}
        title={`${opened()?.code} ${opened()?.title}`}
        closeLabel={t().close}
        startsInField
      >
        <Show when={opened()} keyed>
          {(course) => <RequirementForm course={course} onDone={done} />}
        </Show>
      </Sheet>
    </div>
  );
}
