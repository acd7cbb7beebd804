import { createUniqueId, Match, Show, Switch } from 'solid-js';
import { sessionDoor } from '#shared/features/session/roster/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { clockTime, daysBetween, shortDate } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { Card } from '../../../ui/Card.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { LiveBead } from '../../../ui/Thread.tsx';
import { watchSignIn } from '../../identity/public.ts';
import styles from './NextSessionCard.module.css';
import { canJoin, isLive, type SessionDoor } from './session-door.ts';
import { words } from './words.ts';

/** Somebody may come or go at any moment; the card is a glance, the roster is in the room. */
const FRESH_MS = 20_000;

export interface NextSessionCardProps {
  sessionId: SessionId;
  /** Shown until the door has answered, and when it does not. */
  title: string;
  startsAt: number;
}

/** The one next step: the session that runs now, with the way in, or the next one with its date. */
export function NextSessionCard(props: NextSessionCardProps) {
  const t = useWords(words);
  const id = createUniqueId();
  const query = createQuery(sessionDoor, () => ({ sessionId: props.sessionId }));
  refetchEvery(FRESH_MS, query.refetch);
  watchSignIn(query.state);
  const door = query.value;
  return (
    <Switch>
      <Match when={query.state().status === 'loading'}>
        <Skeleton label={t().fetching} shapes={['card']} />
      </Match>
      <Match when={true}>
        <Card lifted class={styles.card} aria-labelledby={id}>
          <div class={styles.words}>
            <WhenLine door={door()} startsAt={props.startsAt} />
            <h2 id={id} class={styles.title}>
              {door()?.title ?? props.title}
            </h2>
            <Show when={door()}>
              {(known) => (
                <>
                  <p>{whoIsThere(known(), t())}</p>
                  <Show when={known().notes}>
                    <p class={styles.notes}>{known().notes}</p>
                  </Show>
                </>
              )}
            </Show>
          </div>
          <div class={styles.ways}>
            <Show when={canJoinNow(door())}>
              <p class={styles.dock} data-dock>
                <LinkButton look="filled" size="large" wide href={`/okt/${props.sessionId}`}>
                  {t().join}
                </LinkButton>
              </p>
            </Show>
            <a class={styles.about} href={`/okt/${props.sessionId}/om`}>
              {t().about}
            </a>
          </div>
        </Card>
      </Match>
    </Switch>
  );
}

const canJoinNow = (door: SessionDoor | undefined) => door !== undefined && canJoin(door);

/** "Anne Moen leder. 14 er inne. Du kan komme når som helst." */
function whoIsThere(door: SessionDoor, t: (typeof words)['nb']): string {
  const lead = door.leadName && t.leads(door.leadName);
  const teachers = door.teachers.length > 0 && t.teachers(door.teachers.join(', '));
  const sentences = [lead || teachers];
  if (door.door === 'open') sentences.push(t.present(door.presentCount));
  if (canJoin(door) && isLive(door)) sentences.push(t.comeWhenever);
  return sentences.filter(Boolean).join(' ');
}

/** When it is, with the ember bead while it runs. */
function WhenLine(props: { door: SessionDoor | undefined; startsAt: number }) {
  const t = useWords(words);
  const startsAt = () => props.door?.startsAt ?? props.startsAt;
  const live = () => props.door !== undefined && isLive(props.door);
  const when = () => {
    const time = clockTime(startsAt());
    const today = props.door && daysBetween(props.door.now, startsAt()) === 0;
    return today ? t().todayAt(time) : t().dateAt(shortDate(language(), startsAt()), time);
  };
  return (
    <Show
      when={live()}
      fallback={
        <p class={styles.when}>
          <strong>{props.door?.door === 'open' ? t().doorOpen : t().next}</strong>{' '}
          {t().startsAt(when())}
        </p>
      }
    >
      <p class={styles.live}>
        <LiveBead />
        <span>
          <strong>{t().now}</strong> {t().startedAt(clockTime(startsAt()))}
        </span>
      </p>
    </Show>
  );
}
