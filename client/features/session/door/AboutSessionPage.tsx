import { useParams } from '@solidjs/router';
import { type JSX, Match, Show, Switch } from 'solid-js';
import { sessionDoor } from '#shared/features/session/roster/queries.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { clockTime, longDate } from '../../../platform/dates.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { inARow, language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
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
import { Afterwards, type LeftParts } from '../afterwards/Afterwards.tsx';
import { words as afterwardsWords } from '../afterwards/words.ts';
import { PreparedBreakouts } from '../breakout/PreparedBreakouts.tsx';
import { GuestsPart } from '../guest/GuestsPart.tsx';
import { PollsToPrepare } from '../poll/PollsToPrepare.tsx';
import { QuizzesToPrepare } from '../quiz/QuizzesToPrepare.tsx';
import styles from './AboutSessionPage.module.css';
import { CalendarPart } from './CalendarPart.tsx';
import { NotesAtDoor } from './NotesAtDoor.tsx';
import { Plan } from './Plan.tsx';
import { teachersInWords } from './SessionCard.tsx';
import {
  canJoin,
  isLive,
  isLockedOut,
  isOver,
  lockInWords,
  type SessionDoor,
  whoIsIn,
} from './session-door.ts';
import { WhyOutside } from './WhyOutside.tsx';
import { words } from './words.ts';

const FRESH_MS = 30_000;

/** `/okt/:sessionId/om`: when, with whom, what to know, and the plan. The door is at the top when it is open. */
export function AboutSessionPage(props: {
  readonly me: PersonId;
  /** What other slices have left of a session that is over. */
  readonly left: LeftParts;
  /** What was written in the session that this one was begun from. */
  readonly fromLast: (sessionId: SessionId) => JSX.Element;
  /** What else belongs on it, from other slices. */
  readonly below?: (door: SessionDoor) => JSX.Element;
}) {
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
      <Match when={query.value()}>
        {(known) => (
          <Show
            when={!isOver(known())}
            fallback={
              <>
                <Afterwards door={known()} me={props.me} left={props.left} />
                <div class={styles.below}>{props.below?.(known())}</div>
              </>
            }
          >
            <About
              door={known()}
              me={props.me}
              below={props.below}
              fromLast={props.fromLast}
              onChanged={query.refetch}
            />
          </Show>
        )}
      </Match>
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

function About(props: {
  readonly door: SessionDoor;
  readonly me: PersonId;
  readonly below: ((door: SessionDoor) => JSX.Element) | undefined;
  readonly fromLast: (sessionId: SessionId) => JSX.Element;
  readonly onChanged: () => void;
}) {
  const t = useWords(words);
  const after = useWords(afterwardsWords);
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
        {/* A locked door has a line of its own below. */}
        <Show when={isLive(props.door) || props.door.lock === 'none'}>
          <p
            class={
              isLive(props.door) ? styles.live : isCancelled() ? styles.cancelled : styles.state
            }
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
        </Show>
        <Show when={isCancelled() && props.door.plan.cancelReason}>
          {(reason) => <p lang={PROGRAMME_LANGUAGE}>{reason()}</p>}
        </Show>
        <Show when={!isCancelled() && props.door.plan.movedFrom}>
          {(before) => <p>{t().movedFrom(longDate(language(), before()), clockTime(before()))}</p>}
        </Show>
        <Show when={props.door.plan.room}>
          {(room) => <p lang={PROGRAMME_LANGUAGE}>{room()}</p>}
        </Show>
        <Show when={props.door.teachers.length > 0}>
          <p>{teachersInWords(props.door.teachers, t())}</p>
        </Show>
        <Show when={props.door.plan.substitutes.length > 0}>
          <p>{t().substitute(inARow(language(), props.door.plan.substitutes))}</p>
        </Show>
        <Show when={props.door.plan.mayChange}>
          <p>
            <a class={styles.first} href={`/kalender/okt/${props.door.sessionId}`}>
              {t().changePlan}
            </a>
          </p>
        </Show>
        <Show when={props.door.door === 'open'}>
          <p>{whoIsIn(props.door, t())}</p>
          {/* Said when it changes, without moving the reader. */}
          <p role="status">{lockInWords(props.door, t())}</p>
          <Show when={!props.door.mayJoin && !props.door.waits}>
            <WhyOutside sessionId={props.door.sessionId} />
          </Show>
        </Show>
        <Show when={props.door.door === 'not-open-yet'}>
          <CalendarPart door={props.door} />
        </Show>
      </div>
      <Show when={canJoin(props.door)}>
        <div class={styles.way}>
          <p class={styles.dock} data-dock>
            <LinkButton
              look={isLockedOut(props.door) ? undefined : 'filled'}
              size="large"
              href={`/okt/${props.door.sessionId}`}
            >
              {isLockedOut(props.door) ? t().waitOutside : t().join}
            </LinkButton>
          </p>
          <a class={styles.first} href={`/okt/${props.door.sessionId}/sjekk`}>
            {t().testFirst}
          </a>
        </div>
      </Show>
      <NotesAtDoor door={props.door} onChanged={props.onChanged} />
      <Plan door={props.door} onChanged={props.onChanged} />
      <Show when={props.door.mayEdit}>
        <PollsToPrepare sessionId={props.door.sessionId} me={props.me} />
        <QuizzesToPrepare sessionId={props.door.sessionId} me={props.me} />
        <PreparedBreakouts sessionId={props.door.sessionId} me={props.me} />
        <GuestsPart sessionId={props.door.sessionId} me={props.me} />
      </Show>
      <Show when={props.door.begunFrom}>
        {(last) => (
          <>
            <p>
              {after().begunFrom}{' '}
              <a href={`/okt/${last().sessionId}/om`} lang={PROGRAMME_LANGUAGE}>
                {last().title}
              </a>
              , {longDate(language(), last().startsAt)}.
            </p>
            <Show when={last().notReached.length > 0}>
              <p>{after().notReachedThen(inARow(language(), last().notReached))}</p>
            </Show>
            {props.fromLast(last().sessionId)}
          </>
        )}
      </Show>
      {props.below?.(props.door)}
    </article>
  );
}
