import {
  type Accessor,
  createMemo,
  type JSX,
  Match,
  type ParentProps,
  Show,
  Switch,
} from 'solid-js';
import { homePage, type SessionEntry } from '#shared/features/programme/calendar/queries.ts';
import { PLAN } from '#shared/features/programme/planning/policy.ts';
import { lowEnergy } from '../../platform/appearance.ts';
import { clockTime, hourOf, longDate, weekNumber } from '../../platform/dates.ts';
import { useFailedWords } from '../../platform/failed-words.ts';
import { language, useWords } from '../../platform/language.ts';
import { createQuery } from '../../platform/query.ts';
import { refetchEvery } from '../../platform/refetch-every.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { offlineIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { watchSignIn, who } from '../identity/public.ts';
import { Between } from './between/Between.tsx';
import { greetingAt } from './greeting.ts';
import styles from './HomePage.module.css';
import { mayHaveCalendar } from './own-calendar.ts';
import { words } from './words.ts';

/** Often enough for "i dag" and the door of the next session to be right; a minute is not felt. */
const FRESH_MS = 60_000;

export interface HomePageProps {
  /** The card for what is next. It comes from the session's own slice, which knows who is in. */
  nextCard: (next: Accessor<SessionEntry>) => JSX.Element;
  /** What a new school begins with, for whoever sets it up; and whether it may be there, so that nobody is told of an empty calendar. */
  beginning: () => JSX.Element;
  isBeginning: Accessor<boolean>;
  /** What stands in the place of a calendar for those who have none (access.md row 1): what they are invited to. */
  invitations: () => JSX.Element;
  /** What somebody has told this person, and waits for them whatever they have chosen. */
  toRead: () => JSX.Element;
  /** What is to be handed in soon, from the assignments' own slice. */
  due: () => JSX.Element;
  /** What can be done while the server is away, from whoever keeps something on the device. */
  withoutServer: Accessor<
    { readonly about: string; readonly label: string; readonly href: string } | undefined
  >;
}

/** Nå: what is next and the band between the gatherings; or, for those without a calendar, what they are invited to. */
export function HomePage(props: HomePageProps) {
  const has = createMemo(mayHaveCalendar);
  return (
    <Show when={has()} fallback={<Invited {...props} />}>
      <Calendar {...props} />
    </Show>
  );
}

/** Nå of those without a calendar (access.md row 1). */
function Invited(props: Pick<HomePageProps, 'invitations'>) {
  const me = () => {
    const now = who();
    return now.status === 'signed-in' && now.person;
  };
  return (
    <Show when={me()}>
      {(person) => (
        <div class={styles.page}>
          {/* The server has told nothing, so the hour is the device's. */}
          <Greeting now={Date.now()} givenName={person().givenName} />
          {props.invitations()}
        </div>
      )}
    </Show>
  );
}

/** A greeting, one card for what is next, and the band between the gatherings. */
function Calendar(props: HomePageProps) {
  const t = useWords(words);
  const home = createQuery(homePage, () => ({}));
  refetchEvery(FRESH_MS, home);
  watchSignIn(home.state);
  const failedWords = useFailedWords(home.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  const failure = () => {
    const now = home.state();
    return now.status === 'failed' && now;
  };
  /** Row 7, by role; where one may, the page itself says. */
  const mayPlanAny = () => {
    const now = who();
    return now.status === 'signed-in' && now.person.roles.some((role) => PLAN.includes(role));
  };
  const hasNoCalendar = () => {
    const failed = failure();
    return failed && failed.refusal === 'not-found';
  };
  const incident = (id: string | undefined) =>
    id ? { id, copyLabel: t().copyIncident, copiedLabel: t().copied } : undefined;
  return (
    <Switch>
      <Match when={home.state().status === 'loading'}>
        <Skeleton label={t().fetching} shapes={['heading', 'card', 'heading', 'name', 'line']} />
      </Match>
      <Match when={home.value()}>
        {(page) => (
          <div class={styles.page}>
            <Greeting now={page().now} givenName={page().person.givenName} />
            <Show when={failure()}>
              {(failed) => (
                <Banner
                  icon={offlineIcon}
                  title={failed().refusal === 'offline' ? t().offline : t().outdated}
                >
                  {t().outdatedAbout(clockTime(page().now))}
                </Banner>
              )}
            </Show>
            {props.beginning()}
            <Show
              when={page().next}
              fallback={
                <Show when={!props.isBeginning()}>
                  <EmptyState title={t().nothingNext}>{t().nothingNextAbout}</EmptyState>
                </Show>
              }
            >
              {(next) => props.nextCard(next)}
            </Show>
            {props.toRead()}
            <Rest isFolded={lowEnergy() && page().next !== null}>
              {props.due()}
              <Show when={page().band}>{(band) => <Between band={band()} now={page().now} />}</Show>
              <p>
                <a class={styles.past} href="/okter">
                  {t().past}
                </a>
                <Show when={mayPlanAny()}>
                  <a class={styles.past} href="/kalender/ny">
                    {t().planSession}
                  </a>
                </Show>
              </p>
            </Rest>
          </div>
        )}
      </Match>
      {/* The role that gave one ended while the page was open. */}
      <Match when={hasNoCalendar()}>
        <Invited {...props} />
      </Match>
      <Match when={failure()}>
        {(failed) => (
          <>
            <PageHeader title={t().pageTitle} />
            <ErrorState
              title={failedWords().title}
              incident={incident(failed().incident)}
              action={
                <>
                  <Button look="filled" onClick={home.refetch}>
                    {t().tryAgain}
                  </Button>
                  <Show when={props.withoutServer()}>
                    {(way) => <LinkButton href={way().href}>{way().label}</LinkButton>}
                  </Show>
                </>
              }
            >
              {failedWords().about} {props.withoutServer()?.about}
            </ErrorState>
          </>
        )}
      </Match>
    </Switch>
  );
}

/** What is not the one next step: folded for whoever has little to go on (F79). */
function Rest(props: ParentProps<{ readonly isFolded: boolean }>) {
  const t = useWords(words);
  return (
    <Show when={props.isFolded} fallback={props.children}>
      <details class={styles.rest}>
        <summary>{t().rest}</summary>
        {props.children}
      </details>
    </Show>
  );
}

function Greeting(props: { now: number; givenName: string }) {
  const t = useWords(words);
  const date = () => {
    const text = longDate(language(), props.now);
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return (
    <PageHeader
      above={t().dateAndWeek(date(), weekNumber(props.now))}
      title={t()[greetingAt(hourOf(props.now))](props.givenName)}
    />
  );
}
