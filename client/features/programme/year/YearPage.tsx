import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { DayOff } from '#shared/features/programme/holiday/model.ts';
import { beginFromTemplate } from '#shared/features/programme/programme/commands.ts';
import {
  type CourseOfYear,
  type GatheringOfYear,
  programmeYear,
  type TermOfYear,
} from '#shared/features/programme/programme/queries.ts';
import { addDays, type Day } from '#shared/kernel/calendar-day.ts';
import type { CohortId, PersonId } from '#shared/kernel/ids.ts';
import { dateSpan, fullDate } from '../../../platform/dates.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { inARow, language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { plusIcon } from '../../../ui/icons.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Row, RowList } from '../../../ui/RowList.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { watchSignIn } from '../../identity/public.ts';
import { beginOf } from '../calendar/calendar-items.ts';
import {
  CourseForm,
  DayOffForm,
  GatheringForm,
  ProgrammeForm,
  TermForm,
  type Year,
} from './forms.tsx';
import { words } from './words.ts';
import styles from './Year.module.css';
import { createChange } from './YearForm.tsx';

/** What is open in the sheet: something that is there, or where `before` is null something new. */
type Opened =
  | { readonly kind: 'programme' }
  | { readonly kind: 'course'; readonly before: CourseOfYear | null }
  | { readonly kind: 'term'; readonly cohortId: CohortId; readonly before: TermOfYear | null }
  | { readonly kind: 'gathering'; readonly before: GatheringOfYear | null }
  | { readonly kind: 'day-off'; readonly before: DayOff | null };

/** `/utdanning`: the programme, its courses, each cohort's terms, the gatherings and the days off. */
export function YearPage(props: { readonly me: PersonId }) {
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
          {(year) => <YearParts year={year()} onChanged={query.refetch} />}
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
  const change = createChange(() => props.onDone());
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

function YearParts(props: { readonly year: Year; readonly onChanged: () => void }) {
  const t = useWords(words);
  const [opened, setOpened] = createSignal<Opened>();
  const close = () => setOpened(undefined);
  const done = () => {
    close();
    props.onChanged();
  };
  const points = (credits: number) => String(credits).replace('.', language() === 'en' ? '.' : ',');
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
        about={t().sum(points(sum()))}
        add={{ label: t().newCourse, press: () => setOpened({ kind: 'course', before: null }) }}
        items={props.year.courses}
        row={(before) => ({
          name: `${before.code} ${before.title}`,
          about: `${t().kinds[before.kind]}, ${t().semesters[before.semester].toLowerCase()}, ${t().credits(points(before.credits))}`,
          open: () => setOpened({ kind: 'course', before }),
        })}
        none=""
      />
      <Show
        when={props.year.cohorts.length > 0}
        fallback={
          <section class={styles.part}>
            <h2>{t().terms}</h2>
            <p class={styles.quiet}>{t().noCohorts}</p>
          </section>
        }
      >
        <For each={props.year.cohorts}>
          {({ cohortId, name, mode, terms }) => (
            <Part
              title={t().termsOf(name)}
              id={`terms-${cohortId}`}
              about={t().modes[mode]}
              add={{
                label: t().newTermShort,
                said: t().newTerm(name),
                press: () => setOpened({ kind: 'term', cohortId, before: null }),
              }}
              items={terms}
              row={(before) => ({
                name: before.name,
                about: [days(before.firstDay, before.lastDay), ...codes(before.courseIds)].join(
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
          about: days(before.firstDay, before.lastDay),
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

function FormOf(props: {
  readonly what: Opened;
  readonly year: Year;
  readonly onDone: () => void;
}): JSX.Element {
  const { what, year } = props;
  const onDone = () => props.onDone();
  switch (what.kind) {
    case 'programme':
      return year.programme && <ProgrammeForm before={year.programme} onDone={onDone} />;
    case 'course':
      return <CourseForm before={what.before} onDone={onDone} />;
    case 'term':
      return <TermForm year={year} cohortId={what.cohortId} before={what.before} onDone={onDone} />;
    case 'gathering':
      return <GatheringForm year={year} before={what.before} onDone={onDone} />;
    default:
      return <DayOffForm before={what.before} onDone={onDone} />;
  }
}

function titleOf(what: Opened | undefined, t: (typeof words)['nb']): string {
  switch (what?.kind) {
    case 'course':
      return what.before ? t.changeCourse : t.newCourse;
    case 'term':
      return what.before ? t.changeTerm : t.newTermShort;
    case 'gathering':
      return what.before ? t.changeGathering : t.newGathering;
    case 'day-off':
      return what.before ? t.changeDayOff : t.newDayOff;
    default:
      return t.programme;
  }
}

function Part<Item>(props: {
  readonly title: string;
  readonly id: string;
  readonly about?: string;
  readonly add: {
    readonly label: string;
    readonly said?: string;
    readonly press: () => void;
  } | null;
  readonly items: readonly Item[];
  readonly row: (item: Item) => {
    readonly name: string;
    readonly about: string;
    readonly open: () => void;
  };
  readonly none: string;
}) {
  const t = useWords(words);
  return (
    <section class={styles.part} aria-labelledby={props.id}>
      <header class={styles.top}>
        <div>
          <h2 id={props.id}>{props.title}</h2>
          <Show when={props.about}>
            <p class={styles.quiet}>{props.about}</p>
          </Show>
        </div>
        <Show when={props.add}>
          {(add) => (
            <Button size="small" icon={plusIcon} aria-label={add().said} onClick={add().press}>
              {add().label}
            </Button>
          )}
        </Show>
      </header>
      <Show when={props.items.length > 0} fallback={<p class={styles.quiet}>{props.none}</p>}>
        <RowList labelledBy={props.id}>
          <For each={props.items.map(props.row)}>
            {({ name, about, open }) => (
              <Row
                name={<span lang={PROGRAMME_LANGUAGE}>{name}</span>}
                about={about}
                after={
                  <Button size="small" look="quiet" aria-label={t().change(name)} onClick={open}>
                    {t().changeShort}
                  </Button>
                }
              />
            )}
          </For>
        </RowList>
      </Show>
    </section>
  );
}

/** "17. aug–18. des 2026": the year, because a study is longer than one. */
function days(first: Day, last: Day): string {
  if (first === last) return fullDate(language(), beginOf(first));
  const span = dateSpan(language(), beginOf(first), beginOf(addDays(last, 1)) - 1);
  return `${span} ${last.slice(0, 4)}`;
}
