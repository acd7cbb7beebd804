import { Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/Icon.tsx';
import {
  handIcon,
  microphoneIcon,
  microphoneOffIcon,
  noSoundIcon,
  pauseIcon,
  pinIcon,
  spotlightIcon,
} from '../../../ui/icons.ts';
import { hueClass, Portrait } from '../../../ui/Portrait.tsx';
import type { Hosting } from '../hosting/hosting.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { Picture } from './Picture.tsx';
import type { MicrophoneState } from './people-in-media.ts';
import styles from './Tile.module.css';
import { TileMenu } from './TileMenu.tsx';
import { isLost, type TileState, tileSays } from './tile-says.ts';
import { words } from './words.ts';

/** Three signs that cannot be taken for each other, each with its word. */
const MICROPHONE_ICONS: Readonly<Record<MicrophoneState, string>> = {
  live: microphoneIcon,
  muted: microphoneOffIcon,
  'no-sound': noSoundIcon,
};

export type TileProps = {
  readonly room: SeminarRoom;
  readonly personId: PersonId;
  /** Without it the tile only shows: nothing can be pressed. */
  readonly hosting?: Hosting;
  /** Stands alone and large. */
  readonly large?: boolean;
  /** Stands larger than its neighbours. */
  readonly larger?: boolean;
  /** On a narrow screen the words stand under the face, and not on it. */
  readonly captioned?: boolean;
};

/** A person on the stage: their picture in the portrait's frame, and how they are heard, in words. */
export function Tile(props: TileProps) {
  const t = useWords(words);
  const { topics, room: session } = props.room.session;
  const media = () => props.room.person(props.personId);
  const isMe = () => props.personId === session.me;
  const name = () => (isMe() ? t().you : topics.roster.nameOf(props.personId));
  const microphone = () => media()?.microphone ?? 'no-sound';
  /** One holds another key: of what this person sends, nothing can be heard or seen here. */
  const unreadable = () => !isMe() && (media()?.unreadable ?? false);
  /** From outside the sound nobody's microphone is known: it is oneself who is not there. */
  const outside = () => unreadable() || (!isMe() && !props.room.hears());
  const place = () => topics.handQueue.placeOf(props.personId);
  const presence = () => topics.roster.entry(props.personId)?.presence.status;
  const pinned = () => props.room.pinned() === props.personId;
  const spotlit = () => props.room.controls().spotlightId === props.personId;
  const paused = () => topics.pause.isPaused(props.personId);
  const camera = () => {
    if (paused() || unreadable() || props.room.view() === 'sound') return null;
    if (isMe() && !props.room.selfShown()) return null;
    return media()?.camera ?? null;
  };
  /** The last that came of a picture is no picture of now. */
  const stands = () => outside() && camera() !== null;
  const state = (): TileState => ({
    gone: presence() === 'left' || presence() === 'absent',
    onPause: paused(),
    seatLost: presence() === 'lost',
    quality: media()?.quality,
    speaks: microphone() === 'live' && !outside() && props.room.speaks(props.personId),
    hasTheWord: topics.handQueue.wordHolder() === props.personId,
    handUp: place() > 0,
    sharing: Boolean(media()?.screen),
    outside: outside(),
    heldBack: camera()?.heldBack ?? false,
    unseenByMe: isMe() && !props.room.selfShown() && Boolean(media()?.camera),
    leads: topics.roster.leadId() === props.personId,
  });
  const says = () => {
    const what = tileSays(state());
    const does = what === 'hand' ? t().hand(place()) : what && t().says[what];
    const guest = topics.roster.guestMark(props.personId, !props.large);
    return [guest, does].filter(Boolean).join(', ');
  };
  return (
    <li
      class={classNames(
        styles.tile,
        hueClass(props.personId),
        props.large && styles.large,
        props.captioned && styles.captioned,
        (state().gone || paused() || isLost(state()) || stands()) && styles.lost,
        state().hasTheWord && styles.word,
        !state().hasTheWord && state().speaks && styles.speaks,
      )}
      data-person={props.personId}
      data-large={props.large ? '' : undefined}
      data-larger={props.larger ? '' : undefined}
    >
      <span class={styles.frame}>
        <Show when={!paused()} fallback={<PauseSign />}>
          <Portrait personId={props.personId} size="frame" />
        </Show>
        <Show when={props.room.line()}>
          {(line) => (
            <Show when={camera()}>
              {(shown) => (
                <Picture line={line()} shown={shown()} source="camera" mirrored={isMe()} />
              )}
            </Show>
          )}
        </Show>
      </span>
      <div class={styles.words}>
        <p class={styles.name}>
          <Show when={pinned()}>
            <Sign icon={pinIcon} word={t().pinned} />
          </Show>
          <Show when={spotlit()}>
            <Sign icon={spotlightIcon} word={t().spotlit} />
          </Show>
          <Show when={!outside() && !paused()}>
            <span class={styles.sign}>
              <Icon path={MICROPHONE_ICONS[microphone()]} small />
            </span>
          </Show>
          <b>{name()}</b>{' '}
          <Show when={!outside() && !paused()}>
            {/* On its own in the row, so without a comma before it. */}
            <span class={classNames(styles.heard, state().speaks && styles.told)}>
              {t().microphone[microphone()]}
              {says() && ', '}
            </span>
          </Show>
          <span class={styles.below}>
            <Show when={place() > 0}>
              <span class={styles.sign}>
                <Icon path={handIcon} small />
              </span>
            </Show>
            <span class={styles.says}>{says()}</span>
          </span>
        </p>
      </div>
      <Show when={!isMe() && props.hosting}>
        {(hosting) => (
          <TileMenu room={props.room} hosting={hosting()} personId={props.personId} name={name()} />
        )}
      </Show>
    </li>
  );
}

/** Neutral: neither a face nor the person's colour. */
function PauseSign() {
  return (
    <span class={styles.pause}>
      <Icon path={pauseIcon} />
    </span>
  );
}

function Sign(props: { readonly icon: string; readonly word: string }) {
  return (
    <span class={classNames(styles.sign, styles.chosen)}>
      <Icon path={props.icon} small />
      <span class={styles.heard}>
        {props.word}
        <span class="visually-hidden">, </span>
      </span>
    </span>
  );
}
