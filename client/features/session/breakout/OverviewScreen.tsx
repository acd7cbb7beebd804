import { createMemo, For, type JSX, Show } from 'solid-js';
import { breakoutActivity } from '#shared/features/session/breakout/queries.ts';
import type { BreakoutId, PersonId } from '#shared/kernel/ids.ts';
import { clockTime } from '../../../platform/dates.ts';
import { inARow, language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createMediaQuery, WIDE } from '../../../platform/media-query.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { currentTime } from '../../../platform/server-clock.ts';
import { Button } from '../../../ui/Button.tsx';
import type { RoomProps } from '../room-props.ts';
import { words } from './lead-words.ts';
import { OverviewBringBack } from './OverviewBringBack.tsx';
import { OverviewMain, rowOf } from './OverviewMain.tsx';
import { headingOf, OverviewRoom } from './OverviewRoom.tsx';
import styles from './OverviewScreen.module.css';
import { OverviewThread } from './OverviewThread.tsx';
import { minutesAsked, minutesSince, waitingOf } from './overview.ts';
import { noteOverview, OVERVIEW_TITLE } from './overview-seen.ts';
import { inSentence } from './room-name.ts';
import { calmSeconds } from './time-left.ts';
import { WriteToAll } from './WriteToAll.tsx';
import { words as breakoutWords } from './words.ts';

/** So often it is asked how the texts come on: they have no line of their own to whoever only looks on. */
const ACTIVITY_MS = 15_000;

type OverviewProps = RoomProps & {
  /** Speaking into all rooms, where there is sound. */
  readonly speakToAll?: (() => JSX.Element) | undefined;
};

/** In place of the stage, for a teacher who is with all while the session is split: every group at a glance, unheard. */
export function OverviewScreen(props: OverviewProps) {
  const t = useWords(words);
  const { breakouts, roster } = props.topics;
  const wide = createMediaQuery(WIDE);
  noteOverview();
  const query = createQuery(breakoutActivity, () => ({ sessionId: props.room.sessionId }));
  refetchEvery(ACTIVITY_MS, query);
  const written = createMemo(
    () => new Map(query.value()?.texts.map(({ breakoutId, writtenAt }) => [breakoutId, writtenAt])),
  );
  const teachers = createMemo(
    (): ReadonlySet<PersonId> => new Set(roster.teachers().map(({ personId }) => personId)),
  );
  // By their ids: a room is made anew with each fact, and its row must stand.
  const ids = createMemo((): readonly BreakoutId[] =>
    (breakouts.split()?.rooms ?? []).map(({ id }) => id),
  );
  return (
    <Show when={breakouts.isSplit()}>
      <section class={styles.screen} aria-labelledby={OVERVIEW_TITLE}>
        <div class={styles.parts}>
          <Head {...props} count={ids().length} />
          <Waiting {...props} />
          <section aria-labelledby="overview-rooms">
            <h3 id="overview-rooms" class="visually-hidden">
              {t().overview.rooms}
            </h3>
            <ol class={styles.rooms}>
              <For each={ids()}>
                {(id, nth) => (
                  <OverviewRoom
                    room={props.room}
                    topics={props.topics}
                    id={id}
                    nth={nth()}
                    writtenAt={written().get(id)}
                    teachers={teachers()}
                  />
                )}
              </For>
              <OverviewMain room={props.room} topics={props.topics} />
              <li class={styles.notes}>
                <Show when={breakouts.split()?.task}>
                  {(task) => (
                    <>
                      <h4>{t().overview.task}</h4>
                      <p class={styles.task} lang={PROGRAMME_LANGUAGE}>
                        {task()}
                      </p>
                    </>
                  )}
                </Show>
                <p class={styles.quiet}>{t().overview.unheard}</p>
                <Show when={query.state().status === 'failed'}>
                  <p class={styles.quiet}>{t().overview.textsUnknown}</p>
                </Show>
              </li>
            </ol>
          </section>
          <OverviewBringBack room={props.room} topics={props.topics}>
            <Show when={!wide()}>
              <Tools {...props} />
            </Show>
          </OverviewBringBack>
        </div>
      </section>
    </Show>
  );
}

function Head(props: OverviewProps & { readonly count: number }) {
  const t = useWords(words);
  const common = useWords(breakoutWords);
  const wide = createMediaQuery(WIDE);
  const { breakouts } = props.topics;
  const endsAt = () => breakouts.split()?.endsAt ?? undefined;
  const openedAt = () => breakouts.split()?.openedAt ?? 0;
  const when = () => {
    const at = endsAt();
    if (at === undefined) return t().overview.untilFetched(clockTime(openedAt()));
    if (breakouts.isEndingSoon()) return common().ending(calmSeconds(breakouts.msLeft() ?? 0));
    return t().overview.backAt(clockTime(at));
  };
  return (
    <header class={styles.head}>
      <div>
        <h2 id={OVERVIEW_TITLE} tabindex="-1">
          {t().overview.title(props.count)}
        </h2>
        <p class={styles.when}>{when()}</p>
      </div>
      <Show when={endsAt()}>
        {(at) => (
          <div class={styles.thread}>
            <OverviewThread from={openedAt()} to={at()} />
          </div>
        )}
      </Show>
      <Show when={wide()}>
        <Tools {...props} />
      </Show>
    </header>
  );
}

/** What reaches every room at once: beside the head, or on a narrow screen with the way back. */
function Tools(props: OverviewProps) {
  const t = useWords(words);
  const { breakouts } = props.topics;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no row */}
      <div class={styles.tools} role="group" aria-label={t().overview.tools}>
        {/* Where no end was set, it would set one. */}
        <Show when={breakouts.split()?.endsAt}>
          <Button size="small" onClick={() => void breakouts.lengthen(1)}>
            {t().overview.oneMore}
          </Button>
        </Show>
        <WriteToAll room={props.room} topics={props.topics} />
        {props.speakToAll?.()}
      </div>
    </>
  );
}

/** Who waits for a teacher, those who have waited longest first, who asks for more time, and who has no group. The rooms keep their order. */
function Waiting(props: RoomProps) {
  const t = useWords(words);
  const { breakouts, roster } = props.topics;
  const { me } = props.room;
  const waiting = createMemo(() => {
    const split = breakouts.split();
    return split ? waitingOf(split, me) : [];
  });
  const waitingById = createMemo(() => new Map(waiting().map((one) => [one.id, one])));
  const ids = createMemo(() => waiting().map(({ id }) => id));
  const minutes = createMemo(() => {
    const split = breakouts.split();
    return split ? minutesAsked(split, me).map(({ name }) => name) : [];
  });
  const goTo = (id: BreakoutId) => {
    const heading = document.getElementById(headingOf(id));
    heading?.focus({ preventScroll: true });
    heading?.closest('li')?.scrollIntoView({ block: 'start' });
  };
  const toPlace = () => breakouts.toPlace() ?? [];
  const names = () => toPlace().map((personId) => roster.markedName(personId));
  const goToFirst = () => {
    const [first] = toPlace();
    const row = first && document.getElementById(rowOf(first));
    row?.querySelector('select')?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'center' });
  };
  return (
    <Show when={ids().length + minutes().length + toPlace().length > 0}>
      <ul class={styles.waiting}>
        <For each={ids()}>
          {(id) => (
            <Show when={waitingById().get(id)}>
              {(group) => (
                <li class={styles.line}>
                  <span>
                    <b lang={PROGRAMME_LANGUAGE}>{group().name}</b>{' '}
                    {t().overview.waits(minutesSince(group().since, currentTime()))}
                  </span>
                  <Button look="link" size="small" onClick={() => goTo(id)}>
                    {t().overview.goToRoom}
                    <span class="visually-hidden"> {inSentence(group().name)}</span>
                  </Button>
                </li>
              )}
            </Show>
          )}
        </For>
        <Show when={minutes().length > 0}>
          <li class={styles.line}>
            {t().overview.asksMinute(inARow(language(), minutes()), minutes().length)}
          </li>
        </Show>
        <Show when={toPlace().length > 0}>
          <li class={styles.line}>
            {t().notice.without(inARow(language(), names()), toPlace().length)}
            <Button look="link" size="small" onClick={goToFirst}>
              {t().overview.place}
            </Button>
          </li>
        </Show>
      </ul>
    </Show>
  );
}
