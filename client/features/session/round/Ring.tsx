import { For, type JSX, Show } from 'solid-js';
import type { Round } from '#shared/features/session/round/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import { hueClass, Portrait } from '../../../ui/Portrait.tsx';
import type { RoomProps } from '../room-props.ts';
import { seatInWords } from './in-words.ts';
import styles from './Ring.module.css';
import { placeOnRing, standingIn } from './seats.ts';
import { words } from './words.ts';

/** More faces than this have no room for their names on a ring: then they stand in a list on a desktop too. */
const ROUND_UP_TO = 16;

/** Everybody in their order, and in the middle whoever has the word: a ring where there is room, else a list. */
export function Ring(
  props: RoomProps & {
    readonly nameOf: (personId: PersonId) => string;
    readonly isAway: (personId: PersonId) => boolean;
    readonly picture: ((personId: PersonId) => JSX.Element) | undefined;
  },
) {
  const t = useWords(words);
  const { round: store } = props.topics;
  const ring = (): Round['ring'] => store.round()?.ring ?? [];
  return (
    <div class={styles.place} data-round={ring().length <= ROUND_UP_TO ? '' : undefined}>
      <ol class={styles.ring} aria-label={t().ring}>
        <For each={ring()}>
          {(personId, nth) => (
            <Seat {...props} personId={personId} place={placeOnRing(nth(), ring().length)} />
          )}
        </For>
      </ol>
      <Show when={store.holder()} keyed>
        {(holder) => (
          // The list says it too.
          <div class={classNames(styles.middle, hueClass(holder))} aria-hidden="true">
            <span class={styles.face}>
              <Portrait personId={holder} size="frame" />
              {props.picture?.(holder)}
            </span>
            <b>{props.nameOf(holder)}</b>
            <Show when={holder !== props.room.me}>
              <span>{seatInWords(t(), 'word', { isMe: false, isAway: props.isAway(holder) })}</span>
            </Show>
          </div>
        )}
      </Show>
    </div>
  );
}

function Seat(
  props: RoomProps & {
    readonly personId: PersonId;
    readonly place: { readonly left: number; readonly top: number };
    readonly nameOf: (personId: PersonId) => string;
    readonly isAway: (personId: PersonId) => boolean;
  },
) {
  const t = useWords(words);
  const { round: store } = props.topics;
  const standing = () => {
    const round = store.round();
    return round ? standingIn(round, props.personId) : 'to-come';
  };
  const isAway = () => props.isAway(props.personId);
  const says = () => seatInWords(t(), standing(), { isMe: isMe(), isAway: isAway() });
  const isMe = () => props.personId === props.room.me;
  return (
    <li
      class={classNames(styles.seat, isAway() && styles.away)}
      data-standing={standing()}
      aria-current={standing() === 'word' ? 'step' : undefined}
      style={{ '--left': `${props.place.left}%`, '--top': `${props.place.top}%` }}
    >
      <Portrait personId={props.personId} size="large" ring={isMe() ? 'you' : undefined} />
      <b>{props.nameOf(props.personId)}</b>
      <span class={styles.says}>{says()}</span>
      <Show when={standing() === 'been'}>
        <span class="visually-hidden">{t().hasBeen}</span>
      </Show>
    </li>
  );
}
