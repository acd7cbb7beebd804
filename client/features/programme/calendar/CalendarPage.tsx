import { useSearchParams } from '@solidjs/router';
import { type Accessor, createMemo, For, type JSX, Match, Show, Switch } from 'solid-js';
import { calendarBetween } from '#shared/features/programme/calendar/queries.ts';
import { whereToPlan } from '#shared/features/programme/planning/queries.ts';
import { EDIT_PROGRAMME } from '#shared/features/programme/programme/policy.ts';
import { addDays, type Day, mondayOf } from '#shared/kernel/calendar-day.ts';
import { clockTime, longDate, weekNumber } from '../../../platform/dates.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { language, useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { offlineIcon, plusIcon } from '../../../ui/icons.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { watchSignIn, who } from '../../identity/public.ts';
import styles from './Calendar.module.css';
import { CalendarList } from './CalendarList.tsx';
import { CalendarMonth } from './CalendarMonth.tsx';
import { CalendarWeek } from './CalendarWeek.tsx';
import { calendarPath, VIEWS, type View, viewIn } from './calendar-address.ts';
import { type Deadline, dayOf, daysOfWeek, itemsBetween, weeksOfMonth } from './calendar-items.ts';
import { words } from './words.ts';

const FRESH_MS = 60_000;
/** Half a year: what a list of all that comes is read for. */
const LIST_DAYS = 182;

/** What the assignments' slice knows, while it is asked: undefined when it could not be had. */
export type Deadlines = Accessor<readonly Deadline[] | undefined>;

/** `/kalender`: what is planned, as a list, a week or a month. */
export function CalendarPage(props: {
  readonly deadlines: Deadlines;
  /** The address for the calendar of one's own telephone. */
  readonly subscription: () => JSX.Element;
}) {
  const t = useWords(words);
  const [asked] = useSearchParams();
  const shown = createMemo(() => viewIn(asked));
  const day = () => shown().day ?? dayOf(Date.now());
  const days = createMemo(() => daysShown(shown().view, day()));
  const calendar = createQuery(calendarBetween, days);
  const today = createMemo(() => dayOf(calendar.value()?.now ?? Date.now()));
  const places = createQuery(whereToPlan, () => ({}));
  refetchEvery(FRESH_MS, calendar);
  watchSignIn(calendar.state);
  const failure = () => {
    const now = calendar.state();
    return now.status === 'failed' && now;
  };
  const failed = useFailedWords(calendar.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  const items = createMemo(() => {
    const known = calendar.value();
    const { from, to } = days();
    return known ? itemsBetween(from, to, known, props.deadlines() ?? []) : [];
  });
  const above = () => {
    const text = longDate(language(), Date.now());
    return t().dateAndWeek(text.charAt(0).toUpperCase() + text.slice(1), weekNumber(Date.now()));
  };
  /** Row 6, by role; the server decides. */
  const mayEditYear = () => {
    const now = who();
    return (
      now.status === 'signed-in' && now.person.roles.some((role) => EDIT_PROGRAMME.includes(role))
    );
  };
  const mayPlan = () => (places.value()?.cohorts.length ?? 0) > 0;
  return (
    <div class={styles.page}>
      <PageHeader above={above()} title={t().title} />
      <Show when={mayPlan()}>
        <p class={styles.main} data-dock>
          <LinkButton look="filled" icon={plusIcon} href="/kalender/ny">
            {t().newSession}
          </LinkButton>
        </p>
      </Show>
      <nav class={styles.views} aria-label={t().views}>
        <For each={VIEWS}>
          {(view) => (
            <a
              href={calendarPath(view, shown().day ?? undefined)}
              aria-current={shown().view === view ? 'page' : undefined}
            >
              {t().view[view]}
            </a>
          )}
        </For>
      </nav>
      <Show when={failure()}>
        {(why) => (
          <Show when={calendar.value()}>
            {(known) => (
              <Banner
                icon={offlineIcon}
                title={why().refusal === 'offline' ? t().offline : t().outdated}
              >
                {t().outdatedAbout(clockTime(known().now))}
              </Banner>
            )}
          </Show>
        )}
      </Show>
      <Show when={calendar.value() && !props.deadlines()}>
        <Banner icon={offlineIcon} title={t().deadlinesMissing}>
          {t().deadlinesMissingAbout}
        </Banner>
      </Show>
      <Switch>
        <Match when={calendar.state().status === 'loading'}>
          <Skeleton label={t().fetching} shapes={['heading', 'name', 'line', 'name', 'line']} />
        </Match>
        <Match when={calendar.value() && shown().view === 'week'}>
          <CalendarWeek monday={mondayOf(day())} items={items()} today={today()} />
        </Match>
        <Match when={calendar.value() && shown().view === 'month'}>
          <CalendarMonth day={day()} items={items()} today={today()} />
        </Match>
        <Match when={calendar.value()}>
          <div class={styles.beside}>
            <CalendarList items={items()} from={days().from} today={today()} />
            <aside class={styles.side}>
              <p>
                <a class={styles.earlier} href="/studieplan">
                  {t().toStudyPlan}
                </a>
              </p>
              <Show when={mayEditYear()}>
                <p>
                  <a class={styles.earlier} href="/utdanning">
                    {t().toYear}
                  </a>
                </p>
              </Show>
              {props.subscription()}
            </aside>
          </div>
        </Match>
        <Match when={failure()}>
          <ErrorState
            title={failed().title}
            action={<Button onClick={calendar.refetch}>{t().tryAgain}</Button>}
          >
            {failed().about}
          </ErrorState>
        </Match>
      </Switch>
    </div>
  );
}

function daysShown(view: View, day: Day): { readonly from: Day; readonly to: Day } {
  const monday = mondayOf(day);
  if (view === 'week') return { from: monday, to: addDays(monday, 6) };
  if (view === 'list') return { from: monday, to: addDays(monday, LIST_DAYS) };
  const weeks = weeksOfMonth(day);
  const all = weeks.flat();
  return { from: all[0] ?? day, to: all.at(-1) ?? daysOfWeek(monday)[6] ?? day };
}
