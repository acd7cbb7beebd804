import { For, Index, Match, Show, Switch } from 'solid-js';
import { ownAttendance } from '#shared/features/attendance/presence/queries.ts';
import { attendanceSheets } from '#shared/features/attendance/sheet/queries.ts';
import { EDIT_PROGRAMME } from '#shared/features/programme/programme/policy.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../platform/language.ts';
import { createQuery } from '../../platform/query.ts';
import { refetchEvery } from '../../platform/refetch-every.ts';
import { Banner } from '../../ui/Banner.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { offlineIcon } from '../../ui/icons.ts';
import { KeyedList } from '../../ui/KeyedList.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Row, RowList } from '../../ui/RowList.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { watchSignIn, who } from '../identity/public.ts';
import styles from './Attendance.module.css';
import { Failed } from './Failed.tsx';
import { OwnCourse, OwnGatherings } from './own/OwnAttendance.tsx';
import { sheetAddress } from './sheet/sheet-address.ts';
import { words } from './words.ts';

/** The figure of a session that is on grows while one looks. */
const FRESH_MS = 15_000;

/** `/oppmote`: one's own attendance, and for whoever sees others' the way to each table. */
export function AttendancePage() {
  const t = useWords(words);
  const own = createQuery(ownAttendance, () => ({}));
  const sheets = createQuery(attendanceSheets, () => ({}));
  refetchEvery(FRESH_MS, own);
  watchSignIn(own.state);
  const courses = () => own.value()?.courses ?? [];
  const gatherings = () => own.value()?.gatherings ?? [];
  const cohorts = () => sheets.value()?.cohorts ?? [];
  const isOwn = () => courses().length + gatherings().length > 0;
  const isEmpty = () => own.value() && sheets.value() && !isOwn() && cohorts().length === 0;
  /** Row 6, by role; the server decides. */
  const mayRequire = () => {
    const now = who();
    return (
      now.status === 'signed-in' && now.person.roles.some((role) => EDIT_PROGRAMME.includes(role))
    );
  };
  const isLoading = () =>
    own.state().status === 'loading' || (!isOwn() && sheets.state().status === 'loading');
  const broken = () =>
    [own, sheets].find((query) => query.state().status === 'failed' && !query.value());
  const isOutdated = () =>
    [own, sheets].some((query) => query.state().status === 'failed' && query.value());
  return (
    <div class={styles.page}>
      <PageHeader title={isOwn() ? t().own : t().title} />
      <Switch>
        <Match when={isLoading()}>
          <Skeleton label={t().fetching} shapes={['heading', 'line', 'name', 'line', 'name']} />
        </Match>
        <Match when={broken()}>{(query) => <Failed query={query()} />}</Match>
        <Match when={isEmpty()}>
          <EmptyState title={t().none}>{t().noneAbout}</EmptyState>
        </Match>
        <Match when={true}>
          <Show when={isOutdated()}>
            <Banner icon={offlineIcon} title={t().outdated}>
              {t().outdatedAbout}
            </Banner>
          </Show>
          {/* By place: what is asked for again and again leaves the focus where it is. */}
          <Index each={courses()}>{(course) => <OwnCourse course={course()} />}</Index>
          <Show when={gatherings().length > 0}>
            <OwnGatherings gatherings={gatherings()} />
          </Show>
          <KeyedList each={cohorts()} keyOf={({ cohortId }) => cohortId}>
            {(cohort) => <CohortSheets cohort={cohort()} />}
          </KeyedList>
          <Show when={mayRequire()}>
            <p>
              <a href="/oppmote/krav">{t().requirements}</a>
            </p>
          </Show>
        </Match>
      </Switch>
      <section aria-labelledby="how-counted">
        <h2 id="how-counted">{t().how}</h2>
        <ul class={styles.how}>
          <For each={[...(isOwn() ? t().ownHows : t().othersHows), ...t().hows]}>
            {(one) => <li>{one}</li>}
          </For>
        </ul>
        <Show when={isOwn()}>
          <p class={styles.seen}>{t().seen}</p>
        </Show>
      </section>
    </div>
  );
}

/** The tables of one cohort: one for each course, and one for its gatherings. */
function CohortSheets(props: {
  readonly cohort: OutputOf<typeof attendanceSheets>['cohorts'][number];
}) {
  const t = useWords(words);
  const heading = () => `cohort-${props.cohort.cohortId}`;
  return (
    <section aria-labelledby={heading()}>
      <h2 id={heading()}>{props.cohort.name}</h2>
      <RowList labelledBy={heading()}>
        <KeyedList each={props.cohort.courses} keyOf={({ code }) => code}>
          {(course) => (
            <Row
              name={
                <span lang={PROGRAMME_LANGUAGE}>
                  {course().code} {course().title}
                </span>
              }
              about={t().sessions(course().sessions)}
              href={sheetAddress(props.cohort.cohortId, course().code)}
            />
          )}
        </KeyedList>
        <Show when={props.cohort.gatherings > 0}>
          <Row
            name={t().gatherings}
            about={t().gatheringCount(props.cohort.gatherings)}
            href={sheetAddress(props.cohort.cohortId, null)}
          />
        </Show>
      </RowList>
    </section>
  );
}
