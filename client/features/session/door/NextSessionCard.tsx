import { createUniqueId, Match, Show, Switch } from 'solid-js';
import { sessionDoor } from '#shared/features/session/roster/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { clockTime } from '../../../platform/dates.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createQuery, type LiveQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { LiveBead } from '../../../ui/Thread.tsx';
import { watchSignIn } from '../../identity/public.ts';
import { whenLeft } from '../leaving.ts';
import styles from './SessionCard.module.css';
import { momentInWords, SessionCard } from './SessionCard.tsx';
import { words } from './words.ts';

/** Somebody may come or go at any moment; the card is a glance, the roster is in the room. */
const FRESH_MS = 20_000;

export interface NextSessionCardProps {
  sessionId: SessionId;
  /** What the calendar knows: shown when the door does not answer. */
  title: string;
  startsAt: number;
  runs: boolean;
}

/** The one next step: the session that runs now, with the way in, or the next one with its date. */
export function NextSessionCard(props: NextSessionCardProps) {
  const t = useWords(words);
  const query = createQuery(sessionDoor, () => ({ sessionId: props.sessionId }));
  refetchEvery(FRESH_MS, query);
  watchSignIn(query.state);
  whenLeft(query.refetch);
  return (
    <Switch>
      <Match when={query.state().status === 'loading'}>
        <Skeleton label={t().fetching} shapes={['card']} />
      </Match>
      <Match when={query.value()}>
        {(door) => (
          <SessionCard {...props} door={door()} aboutPath={`/okt/${props.sessionId}/om`} />
        )}
      </Match>
      <Match when={true}>
        <CardWithoutDoor {...props} query={query} />
      </Match>
    </Switch>
  );
}

/** The door has not answered. Whether it is open is not guessed at; of a session that runs the door itself tells whoever goes there. */
function CardWithoutDoor(props: NextSessionCardProps & { readonly query: LiveQuery<unknown> }) {
  const t = useWords(words);
  const id = createUniqueId();
  const failed = useFailedWords(props.query.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  return (
    <Card lifted class={styles.card} aria-labelledby={id}>
      <div class={styles.words}>
        <p>
          <Show
            when={props.runs}
            fallback={
              <span class={styles.when}>{momentInWords(props.startsAt, undefined, t())}</span>
            }
          >
            <span class={styles.live}>
              <LiveBead />
              <span>
                <strong>{t().now}</strong> {t().startedAt(clockTime(props.startsAt))}
              </span>
            </span>
          </Show>
        </p>
        <h2 id={id} class={styles.title} lang={PROGRAMME_LANGUAGE}>
          {props.title}
        </h2>
        <p role="alert">
          <strong>{failed().title}.</strong> {failed().about}
        </p>
      </div>
      <div class={styles.ways}>
        <Button onClick={props.query.refetch}>{t().tryAgain}</Button>
        <Show when={props.runs}>
          <LinkButton href={`/okt/${props.sessionId}`}>{t().join}</LinkButton>
        </Show>
      </div>
    </Card>
  );
}
