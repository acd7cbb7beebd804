import { createMemo, For, Show } from 'solid-js';
import type { RosterEntry } from '#shared/features/session/roster/model.ts';
import { useWords } from '../../../platform/language.ts';
import { createMediaQuery, WIDE } from '../../../platform/media-query.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { handIcon, pauseIcon } from '../../../ui/icons.ts';
import { hueClass, Portrait } from '../../../ui/Portrait.tsx';
import type { BreakoutStore } from '../breakout/breakout-store.ts';
import type { HandQueueStore } from '../hand-queue/hand-queue-store.ts';
import { words as handWords } from '../hand-queue/words.ts';
import type { PauseStore } from '../pause/pause-store.ts';
import { words as pauseWords } from '../pause/words.ts';
import { chooseFaces } from './choose-faces.ts';
import styles from './Faces.module.css';
import type { RosterStore } from './roster-store.ts';
import { words } from './words.ts';

/** As many as stand in the column of a desktop, and in the row of a phone. */
const FACES_WIDE = 4;
const FACES_NARROW = 3;

export type FacesProps = {
  readonly roster: RosterStore;
  readonly handQueue: HandQueueStore;
  readonly pause: PauseStore;
  readonly breakouts: Pick<BreakoutStore, 'withMe'>;
  readonly onSeeAll: () => void;
};

/** Some of those who are in here: who leads, who waits for the word, then those who have been here longest. */
export function Faces(props: FacesProps) {
  const t = useWords(words);
  const wide = createMediaQuery(WIDE);
  /** In the room that one is in oneself. */
  const here = createMemo(() =>
    props.roster.here().filter(({ personId }) => props.breakouts.withMe(personId)),
  );
  const chosen = createMemo(() =>
    chooseFaces({
      here: here(),
      leadId: props.roster.leadId(),
      hands: props.handQueue.hands().map((hand) => hand.personId),
      wordHolder: props.handQueue.wordHolder(),
      count: wide() ? FACES_WIDE : FACES_NARROW,
    }),
  );
  const more = () => here().length - chosen().length - (props.handQueue.wordHolder() ? 1 : 0);
  return (
    <Show when={chosen().length > 0}>
      <section class={styles.faces} aria-label={t().onStage}>
        <ul data-count={chosen().length}>
          <For each={chosen()}>{(entry) => <Face {...props} entry={entry} />}</For>
        </ul>
        <Show when={more() > 0}>
          <button type="button" class={styles.more} onClick={() => props.onSeeAll()}>
            {t().seeMore(more())}
          </button>
        </Show>
      </section>
    </Show>
  );
}

function Face(props: FacesProps & { readonly entry: RosterEntry }) {
  const t = useWords(words);
  const hand = useWords(handWords);
  const pause = useWords(pauseWords);
  const id = () => props.entry.personId;
  const place = () => props.handQueue.placeOf(id());
  const lost = () => props.entry.presence.status === 'lost';
  const paused = () => props.pause.isPaused(id());
  const says = () => [props.roster.guestMark(id()), does()].filter(Boolean).join(', ');
  const does = () => {
    if (paused()) return pause().onTile;
    if (lost()) return t().onTile.lost;
    if (place() > 0) return hand().onTile(place());
    return props.roster.leadId() === id() ? t().onTile.leads : '';
  };
  return (
    <li class={classNames(styles.face, hueClass(id()), (lost() || paused()) && styles.lost)}>
      <Show
        when={!paused()}
        fallback={
          <span class={styles.pause}>
            <Icon path={pauseIcon} />
          </span>
        }
      >
        <Portrait personId={id()} size="frame" />
      </Show>
      <p class={styles.name}>
        <Show when={place() > 0}>
          <Icon path={handIcon} small />
        </Show>
        <b>{props.roster.nameOf(id())}</b> <span>{says()}</span>
      </p>
    </li>
  );
}
