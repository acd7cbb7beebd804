import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { cohortPage } from '#shared/features/admin/cohort/queries.ts';
import type { GroupOfCohort } from '#shared/features/admin/group/model.ts';
import type { CohortId, PersonId } from '#shared/kernel/ids.ts';
import { instantInOslo } from '#shared/kernel/oslo-time.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { fullDate } from '../../../platform/dates.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { plusIcon } from '../../../ui/icons.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Portrait } from '../../../ui/Portrait.tsx';
import { Row, RowList } from '../../../ui/RowList.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { watchSignIn } from '../../identity/public.ts';
import styles from './Cohorts.module.css';
import { CopySheet } from './CopySheet.tsx';
import { EnrolSheet } from './EnrolSheet.tsx';
import { GroupSheet } from './GroupSheet.tsx';
import { words } from './page-words.ts';
import { StudentSheet } from './StudentSheet.tsx';

type Cohort = OutputOf<typeof cohortPage>;

/** `/folk/kull/:cohortId`: who is in a cohort, in which group, and who teaches it. */
export function CohortPage(props: { readonly me: PersonId; readonly cohortId: CohortId }) {
  const t = useWords(words);
  live.start(props.me);
  const query = createQuery(cohortPage, () => ({ cohortId: props.cohortId }));
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
          <PageHeader title={t().cohort} />
          <EmptyState title={t().notYours}>{t().notYoursAbout}</EmptyState>
        </Match>
        <Match when={query.value()}>
          {(cohort) => (
            <Parts cohortId={props.cohortId} cohort={cohort()} onChanged={query.refetch} />
          )}
        </Match>
        <Match when={query.state().status === 'failed'}>
          <PageHeader title={t().cohort} />
          <ErrorState
            title={failed().title}
            action={<Button onClick={query.refetch}>{t().tryAgain}</Button>}
          >
            {failed().about}
          </ErrorState>
        </Match>
        <Match when={true}>
          <Skeleton label={t().fetching} shapes={['heading', 'name', 'line', 'name', 'line']} />
        </Match>
      </Switch>
    </div>
  );
}

type Opened =
  | { readonly what: 'enrol' | 'copy' }
  | { readonly what: 'student'; readonly personId: PersonId }
  | { readonly what: 'group'; readonly before: GroupOfCohort | null };

function Parts(props: {
  readonly cohortId: CohortId;
  readonly cohort: Cohort;
  readonly onChanged: () => void;
}) {
  const t = useWords(words);
  const [opened, setOpened] = createSignal<Opened>();
  const close = () => setOpened(undefined);
  const done = () => {
    close();
    props.onChanged();
  };
  const groupNames = createMemo(
    () => new Map(props.cohort.groups.map(({ groupId, name }) => [groupId, name])),
  );
  const membersOf = ({ groupId }: GroupOfCohort) =>
    props.cohort.students.filter((one) => one.groupId === groupId).map(({ name }) => name);
  const student = () => {
    const now = opened();
    if (now?.what !== 'student') return undefined;
    return props.cohort.students.find(({ personId }) => personId === now.personId);
  };
  const group = () => {
    const now = opened();
    return now?.what === 'group' ? now : undefined;
  };
  const mayChangeStudents = () => props.cohort.may.makeGroups || props.cohort.may.run;
  return (
    <>
      <PageHeader
        above={`${t().modes[props.cohort.mode]}, ${t().begins(
          fullDate(language(), instantInOslo(props.cohort.startsOn, '12:00') ?? 0),
        )}`}
        title={<span lang={PROGRAMME_LANGUAGE}>{props.cohort.name}</span>}
      />
      <Part
        title={t().students(props.cohort.students.length, props.cohort.invited)}
        none={t().noStudents}
        isEmpty={props.cohort.students.length === 0}
        add={
          props.cohort.may.enrol
            ? { label: t().enrol, press: () => setOpened({ what: 'enrol' }) }
            : undefined
        }
      >
        <For each={props.cohort.students}>
          {({ personId, name, email, groupId }) => (
            <Row
              before={<Portrait personId={personId} />}
              name={<bdi>{name}</bdi>}
              about={[groupId ? groupNames().get(groupId) : t().noGroup, email]
                .filter(Boolean)
                .join(' · ')}
              onPress={
                mayChangeStudents() ? () => setOpened({ what: 'student', personId }) : undefined
              }
            />
          )}
        </For>
      </Part>
      <Part
        title={t().groups}
        none={t().noGroups}
        isEmpty={props.cohort.groups.length === 0}
        add={
          props.cohort.may.makeGroups
            ? { label: t().newGroup, press: () => setOpened({ what: 'group', before: null }) }
            : undefined
        }
      >
        <For each={props.cohort.groups}>
          {(one) => (
            <Row
              name={one.name}
              about={membersOf(one).join(', ') || t().nobodyInIt}
              after={one.archived ? <span class={styles.quiet}>{t().over}</span> : undefined}
              onPress={
                props.cohort.may.makeGroups
                  ? () => setOpened({ what: 'group', before: one })
                  : undefined
              }
            />
          )}
        </For>
      </Part>
      <Part
        title={t().teachers}
        none={t().noTeachers}
        isEmpty={props.cohort.teachers.length === 0}
        add={undefined}
      >
        <For each={props.cohort.teachers}>
          {({ personId, name, email, courses }) => (
            <Row
              before={<Portrait personId={personId} />}
              name={<bdi>{name}</bdi>}
              about={[courses.join(', '), email].filter(Boolean).join(' · ')}
            />
          )}
        </For>
      </Part>
      <Show when={props.cohort.may.run}>
        <p class={styles.ways}>
          <Button onClick={() => setOpened({ what: 'copy' })}>{t().copy}</Button>
        </p>
      </Show>
      <EnrolSheet
        cohortId={props.cohortId}
        open={opened()?.what === 'enrol'}
        onClose={close}
        onDone={done}
      />
      <CopySheet
        cohortId={props.cohortId}
        startsOn={props.cohort.startsOn}
        open={opened()?.what === 'copy'}
        onClose={close}
      />
      <StudentSheet
        cohortId={props.cohortId}
        cohort={props.cohort}
        student={student()}
        onClose={close}
        onDone={done}
      />
      <GroupSheet cohortId={props.cohortId} opened={group()} onClose={close} onDone={done} />
    </>
  );
}

/** One kind of what a cohort has, as rows, and the way to one more. */
function Part(props: {
  readonly title: string;
  readonly none: string;
  readonly isEmpty: boolean;
  readonly add: { readonly label: string; readonly press: () => void } | undefined;
  readonly children: JSX.Element;
}) {
  return (
    <section class={styles.cohorts}>
      <div class={styles.head}>
        <h2>{props.title}</h2>
        <Show when={props.add}>
          {(add) => (
            <Button size="small" icon={plusIcon} onClick={() => add().press()}>
              {add().label}
            </Button>
          )}
        </Show>
      </div>
      <Show when={!props.isEmpty} fallback={<p class={styles.quiet}>{props.none}</p>}>
        <RowList>{props.children}</RowList>
      </Show>
    </section>
  );
}
