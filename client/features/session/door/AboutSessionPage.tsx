import { useParams } from '@solidjs/router';
import { For, Match, Show, Switch } from 'solid-js';
import { sessionDoor } from '#shared/features/session/roster/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { clockTime, longDate } from '../../../platform/dates.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { LiveBead } from '../../../ui/Thread.tsx';
import { watchSignIn } from '../../identity/public.ts';
import styles from './AboutSessionPage.module.css';
import { teachersInWords } from './SessionCard.tsx';
import { canJoin, isLive, type SessionDoor, whoIsIn } from './session-door.ts';
import { WhyOutside } from './WhyOutside.tsx';
import { words } from './words.ts';

const FRESH_MS = 30_000;

/** `/okt/:sessionId/om`: when, with whom, what to know, and the plan. The door is at the top when it is open. */
export function AboutSessionPage() {
  const t = useWords(words);
  const params = useParams<{ sessionId: string }>();
  // What stands in the address is only a wish: the server checks it, and answers the unknown as not found.
  const sessionId = () => params.sessionId as SessionId;
  const query = createQuery(sessionDoor, () => ({ sessionId: sessionId() }));
  refetchEvery(FRESH_MS, query);
  watchSignIn(query.state);
  const failed = useFailedWords(query.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  const unknown = () => {
    const now = query.state();
    return now.status === 'failed' && ['not-found', 'bad-input'].includes(now.refusal);
  };
  return (
    <Switch>
      <Match when={query.state().status === 'loading'}>
        <Skeleton label={t().fetching} shapes={['heading', 'name', 'line', 'name', 'line']} />
      </Match>
      <Match when={unknown()}>
        <PageHeader title={t().about} />
        <ErrorState
          title={t().unknown}
          action={
            <LinkButton look="filled" href="/">
              {t().goToNow}
            </LinkButton>
          }
        >
          {t().unknownAbout}
        </ErrorState>
      </Match>
      <Match when={query.value()}>{(known) => <About door={known()} />}</Match>
      <Match when={query.state().status === 'failed'}>
        <PageHeader title={t().about} />
        <ErrorState
          title={failed().title}
          action={
            <Button look="filled" onClick={query.refetch}>
              {t().tryAgain}
            </Button>
          }
        >
          {failed().about}
        </ErrorState>
      </Match>
    </Switch>
  );
}

function About(props: { door: SessionDoor }) {
  const t = useWords(words);
  const isCancelled = () => props.door.door === 'session-cancelled';
  const time = () => {
    const { startsAt, endsAt } = props.door;
    const date = longDate(language(), startsAt);
    const day = date.charAt(0).toUpperCase() + date.slice(1);
    return t().time(day, clockTime(startsAt), clockTime(endsAt));
  };
  return (
    <article class={styles.page}>
      <PageHeader
        above={t().course(props.door.courseCode, props.door.courseTitle)}
        title={props.door.title}
      />
      <div class={styles.facts}>
        <p class={classNames(styles.time, isCancelled() && styles.noMore)}>{time()}</p>
        <p
          class={isLive(props.door) ? styles.live : isCancelled() ? styles.cancelled : styles.state}
        >
          <Show when={isLive(props.door)}>
            <LiveBead />
          </Show>
          <Show when={isLive(props.door)} fallback={t().door[props.door.door]}>
            <span>
              <strong>{t().now}</strong> {t().startedAt(clockTime(props.door.startsAt))}
            </span>
          </Show>
        </p>
        <Show when={props.door.teachers.length > 0}>
          <p>{teachersInWords(props.door.teachers, t())}</p>
        </Show>
        <Show when={props.door.door === 'open'}>
          <p>{whoIsIn(props.door, t())}</p>
          <Show when={!props.door.mayJoin}>
            <WhyOutside sessionId={props.door.sessionId} />
          </Show>
        </Show>
        <Show when={props.door.notes}>
          <p class={styles.notes}>{props.door.notes}</p>
        </Show>
      </div>
      <Show when={canJoin(props.door)}>
        <div class={styles.way}>
          <p class={styles.dock} data-dock>
            <LinkButton look="filled" size="large" href={`/okt/${props.door.sessionId}`}>
              {t().join}
            </LinkButton>
          </p>
          <a class={styles.first} href={`/okt/${props.door.sessionId}/sjekk`}>
            {t().testFirst}
          </a>
        </div>
      </Show>
      <section aria-labelledby="plan">
        <h2 id="plan">{t().agenda}</h2>
        <Show
          when={props.door.agenda.length > 0}
          fallback={<p class={styles.notes}>{t().noAgenda}</p>}
        >
          <ol class={styles.agenda}>
            <For each={props.door.agenda}>
              {(item) => (
                <li
                  class={styles[item.phase]}
                  aria-current={item.phase === 'now' ? 'step' : undefined}
                >
                  <time>{clockTime(item.startsAt)}</time>{' '}
                  <span lang={PROGRAMME_LANGUAGE}>{item.title}</span>{' '}
                  <span class={styles.minutes}>{t().minutes(item.minutes)}</span>
                </li>
              )}
            </For>
          </ol>
        </Show>
      </section>
    </article>
  );
}
