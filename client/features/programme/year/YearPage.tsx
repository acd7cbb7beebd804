import { createSignal, For, Match, onMount, Show, Switch } from 'solid-js';
import { beginFromTemplate } from '#shared/features/programme/programme/commands.ts';
import { programmeYear, type TermOfYear } from '#shared/features/programme/programme/queries.ts';
import type { CohortId, CourseId, PersonId } from '#shared/kernel/ids.ts';
import { dateSpan } from '../../../platform/dates.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { watchSignIn } from '../../identity/public.ts';
import { creditsSaid } from '../credits-said.ts';
import { daysSaid } from '../days-said.ts';
import { createChange } from '../forms/change.ts';
import { FormOf, type Opened, titleOf } from './Opened.tsx';
import { Part } from './Part.tsx';
import { words } from './words.ts';
import styles from './Year.module.css';
import type { Year } from './year.ts';

/** What attendance knows, asked once the page is there: what a course requires, in words. */
export type AskRequired = () => (courseId: CourseId) => string | undefined;

/** `/utdanning`: the programme, its courses, each cohort's terms, the gatherings and the days off. */
export function YearPage(props: { readonly me: PersonId; readonly askRequired: AskRequired }) {
  const t = useWords(words);
  live.start(props.me);
  const query = createQuery(programmeYear, () => ({}));
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
      <PageHeader title={t().title} />
      <Switch>
        <Match when={isNotTheirs()}>
          <EmptyState title={t().notYours}>{t().notYoursAbout}</EmptyState>
        </Match>
        <Match when={query.value()?.programme === null}>
          <Begin onDone={query.refetch} />
        </Match>
        <Match when={query.value()}>
          {(year) => (
            <YearParts year={year()} askRequired={props.askRequired} onChanged={query.refetch} />
          )}
        </Match>
        <Match when={query.state().status === 'loading'}>
          <Skeleton label={t().fetching} shapes={['heading', 'name', 'line', 'name', 'line']} />
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

function Begin(props: { readonly onDone: () => void }) {
  const t = useWords(words);
  const change = createChange(
    () => t().refusals,
    () => props.onDone(),
  );
  return (
    <>
      <EmptyState
        title={t().none}
        action={
          <Button look="filled" onClick={() => void change.send(beginFromTemplate, {}, t().begun)}>
            {t().begin}
          </Button>
        }
      >
        {t().noneAbout}
      </EmptyState>
      <p class={styles.problem} role="status">
        {change.problem()}
      </p>
    </>
  );
}

function YearParts(props: {
  readonly year: Year;
  readonly askRequired: AskRequired;
  readonly onChanged: () => void;
}) {
  const t = useWords(words);
  const required = props.askRequired();
  // Whoever comes for one part of a long page comes to it; it was not there when the browser looked.
  onMount(() => document.getElementById(location.hash.slice(1))?.scrollIntoView());
  const [opened, setOpened] = createSignal<Opened>();
  const close = () => setOpened(undefined);
  const done = () => {
    close();
    props.onChanged();
  };
  const sum = () => props.year.courses.reduce((all, { credits }) => all + credits, 0);
  const cohortNames = (ids: readonly CohortId[]) =>
    inARow(
      language(),
      props.year.cohorts.filter(({ cohortId }) => ids.includes(cohortId)).map(({ name }) => name),
    );
  const codes = (ids: TermOfYear['courseIds']) =>
    props.year.courses.filter(({ courseId }) => ids.includes(courseId)).map(({ code }) => code);
  return (
    <>
      <Part
        title={t().programme}
        id="programme"
        about={<a href="/skolen">{t().toSchool}</a>}
        add={null}
        items={props.year.programme ? [props.year.programme] : []}
        row={(programme) => ({
          name: programme.name,
          about: programme.degree,
          open: () => setOpened({ kind: 'programme' }),
        })}
        none=""
      />
      <Part
        title={t().courses}
        id="courses"
        about={
          <>
            {t().sum(creditsSaid(sum()))} <a href="/oppmote/krav">{t().toRequirements}</a>
          </>
        }
        add={{ label: t().newCourse, press: () => setOpened({ kind: 'course', before: null }) }}
        items={props.year.courses}
        row={(before) => ({
          name: `${before.code} ${before.title}`,
          about: [
            `${t().kinds[before.kind]}, ${t().semesters[before.semester].toLowerCase()}`,
            t().credits(creditsSaid(before.credits)),
            required(before.courseId),
          ]
            .filter(Boolean)
            .join(', '),
          open: () => setOpened({ kind: 'course', before }),
        })}
        none=""
      />
      <Show
        when={props.year.cohorts.length > 0}
        fallback={
          <section class={styles.part}>
            <h2 id="terms">{t().terms}</h2>
            <p class={styles.quiet}>{t().noCohorts}</p>
          </section>
        }
      >
        <For each={props.year.cohorts}>
          {({ cohortId, name, mode, terms }, nth) => (
            <Part
              title={t().termsOf(name)}
              id={nth() === 0 ? 'terms' : `terms-${cohortId}`}
              about={t().modes[mode]}
              add={{
                label: t().newTermShort,
                said: t().newTerm(name),
                press: () => setOpened({ kind: 'term', cohortId, before: null }),
              }}
              items={terms}
              row={(before) => ({
                name: before.name,
                about: [daysSaid(before.firstDay, before.lastDay), ...codes(before.courseIds)].join(
                  ', ',
                ),
                open: () => setOpened({ kind: 'term', cohortId, before }),
              })}
              none={t().noTerms}
            />
          )}
        </For>
      </Show>
      <Part
        title={t().gatherings}
        id="gatherings"
        add={{
          label: t().newGathering,
          press: () => setOpened({ kind: 'gathering', before: null }),
        }}
        items={props.year.gatherings}
        row={(before) => ({
          name: `${before.title}, ${before.place}`,
          about: [
            dateSpan(language(), before.startsAt, before.endsAt - 1),
            before.mandatory ? t().mandatory : t().voluntary,
            cohortNames(before.cohortIds),
          ].join('. '),
          open: () => setOpened({ kind: 'gathering', before }),
        })}
        none={t().noGatherings}
      />
      <Part
        title={t().daysOff}
        id="days-off"
        add={{ label: t().newDayOff, press: () => setOpened({ kind: 'day-off', before: null }) }}
        items={props.year.daysOff}
        row={(before) => ({
          name: before.name,
          about: daysSaid(before.firstDay, before.lastDay),
          open: () => setOpened({ kind: 'day-off', before }),
        })}
        none={t().noDaysOff}
      />
      <Sheet
        open={opened() !== undefined}
        onOpenChange={(open) => !open && close()}
        title={titleOf(opened(), t())}
        closeLabel={t().close}
        startsInField
      >
        <Show when={opened()} keyed>
          {(what) => <FormOf what={what} year={props.year} onDone={done} />}
        </Show>
      </Sheet>
    </>
  );
}
