import { useParams, useSearchParams } from '@solidjs/router';
import { createSignal, Match, Show, Switch, untrack } from 'solid-js';
import type { AttendanceSheet } from '#shared/features/attendance/sheet/model.ts';
import { attendanceSheet } from '#shared/features/attendance/sheet/queries.ts';
import type { CohortId, PersonId } from '#shared/kernel/ids.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createMediaQuery, WIDE } from '../../../platform/media-query.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { offlineIcon } from '../../../ui/icons.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { watchSignIn } from '../../identity/public.ts';
import { Failed } from '../Failed.tsx';
import { UnderRequirement } from '../requirement/UnderRequirement.tsx';
import { words as pageWords } from '../words.ts';
import { OccasionSheet } from './OccasionSheet.tsx';
import { PersonSheet } from './PersonSheet.tsx';
import styles from './Sheet.module.css';
import { SheetLists } from './SheetLists.tsx';
import { SheetTable } from './SheetTable.tsx';
import { TakeOut } from './TakeOut.tsx';
import { createTicks } from './ticks.ts';
import { words } from './words.ts';

/** What another teacher ticks off is seen while one does so oneself. */
const FRESH_MS = 4_000;

/** `/oppmote/kull/:cohortId`: who of the cohort was at what, in a course (`?emne=`) or at its gatherings. */
export function SheetPage(props: { readonly me: PersonId }) {
  const t = useWords(words);
  const page = useWords(pageWords);
  live.start(untrack(() => props.me));
  const params = useParams<{ cohortId: string }>();
  const [search] = useSearchParams<{ emne?: string }>();
  // What stands in the address is only a wish: the server checks it.
  const scope = () => ({
    cohortId: params.cohortId as CohortId,
    courseCode: search.emne ?? null,
  });
  const query = createQuery(attendanceSheet, scope);
  refetchEvery(FRESH_MS, query);
  watchSignIn(query.state);
  const ticks = createTicks(query);
  const isWide = createMediaQuery(WIDE);
  const [personId, setPersonId] = createSignal<PersonId>();
  const [occasion, setOccasion] = createSignal<string>();
  const sheet = () => query.value()?.sheet ?? undefined;
  const isFailed = () => query.state().status === 'failed';
  const isGone = () => {
    const now = query.state();
    return (
      (now.status === 'ready' && !now.value.sheet) ||
      (now.status === 'failed' && now.refusal === 'bad-input')
    );
  };
  return (
    <div class={styles.page}>
      <Switch>
        <Match when={isGone()}>
          <PageHeader title={page().title} />
          <ErrorState
            title={t().gone}
            action={<LinkButton href="/oppmote">{t().toAttendance}</LinkButton>}
          >
            {t().goneAbout}
          </ErrorState>
        </Match>
        <Match when={sheet()}>
          {(known) => (
            <>
              <Heading sheet={known()} />
              <Show when={known().unseen}>
                {(unseen) => <p class={styles.quiet}>{t().unseen(unseen())}</p>}
              </Show>
              <Show when={isFailed()}>
                <Banner icon={offlineIcon} title={page().outdated}>
                  {page().outdatedAbout}
                </Banner>
              </Show>
              <Switch
                fallback={
                  <>
                    <Show
                      when={isWide()}
                      fallback={
                        <SheetLists
                          sheet={known()}
                          onPerson={setPersonId}
                          onOccasion={setOccasion}
                        />
                      }
                    >
                      <SheetTable sheet={known()} onPerson={setPersonId} onOccasion={setOccasion} />
                    </Show>
                    <UnderRequirement under={known().under} />
                    <TakeOut scope={scope()} sheet={known()} onDone={query.refetch} />
                  </>
                }
              >
                <Match when={known().occasions.length === 0}>
                  <EmptyState title={known().course ? t().none : t().noDays}>
                    {t().noneAbout}
                  </EmptyState>
                </Match>
                <Match when={known().people.length === 0}>
                  <EmptyState title={t().noPeople}>{t().noPeopleAbout}</EmptyState>
                </Match>
              </Switch>
              <PersonSheet
                sheet={known()}
                personId={personId()}
                ticks={ticks}
                onClose={() => setPersonId(undefined)}
                onChanged={query.refetch}
              />
              <OccasionSheet
                sheet={known()}
                occasion={occasion()}
                ticks={ticks}
                onClose={() => setOccasion(undefined)}
              />
            </>
          )}
        </Match>
        <Match when={query.state().status === 'loading'}>
          <PageHeader title={page().title} />
          <Skeleton label={page().fetching} shapes={['heading', 'name', 'line', 'name', 'line']} />
        </Match>
        <Match when={isFailed()}>
          <PageHeader title={page().title} />
          <Failed query={query} />
        </Match>
      </Switch>
    </div>
  );
}

function Heading(props: { readonly sheet: AttendanceSheet }) {
  const t = useWords(words);
  const page = useWords(pageWords);
  return (
    <PageHeader
      above={
        <>
          <a href="/oppmote">{page().title}</a>, {props.sheet.cohortName}
        </>
      }
      title={
        <Show when={props.sheet.course} fallback={t().gatherings}>
          {(course) => (
            <span lang={PROGRAMME_LANGUAGE}>
              {course().code} {course().title}
            </span>
          )}
        </Show>
      }
    />
  );
}
