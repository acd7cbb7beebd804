import { Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { handIcon, microphoneIcon, microphoneOffIcon, noSoundIcon } from '../../../ui/icons.ts';
import { hueClass, Portrait } from '../../../ui/Portrait.tsx';
import type { SeminarRoom } from '../seminar-room.ts';
import { Picture } from './Picture.tsx';
import type { MicrophoneState } from './people-in-media.ts';
import styles from './Tile.module.css';
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
  readonly large?: boolean;
};

/** A person on the stage: their picture in the portrait's frame, and how they are heard, in words. */
export function Tile(props: TileProps) {
  const t = useWords(words);
  const { topics, room: session } = props.room.session;
  const media = () => props.room.person(props.personId);
  const isMe = () => props.personId === session.me;
  const name = () => (isMe() ? t().you : topics.roster.nameOf(props.personId));
  const microphone = () => media()?.microphone ?? 'no-sound';
  const hasTheWord = () => topics.handQueue.wordHolder() === props.personId;
  const place = () => topics.handQueue.placeOf(props.personId);
  const lost = () =>
    topics.roster.entry(props.personId)?.presence.status === 'lost' || media()?.quality === 'lost';
  const speaks = () => microphone() === 'live' && props.room.speaks(props.personId);
  const camera = () => {
    if (props.room.view() === 'sound' || (isMe() && !props.room.selfShown())) return null;
    return media()?.camera ?? null;
  };
  const says = () => {
    if (lost()) return t().lostLine;
    if (speaks()) return t().speaks;
    if (hasTheWord()) return t().hasTheWord;
    if (place() > 0) return t().hand(place());
    if (media()?.screen) return t().sharing;
    if (media()?.quality === 'poor') return t().weakLine;
    if (camera()?.heldBack) return t().heldBack;
    return topics.roster.leadId() === props.personId ? t().leads : '';
  };
  return (
    <li
      class={classNames(
        styles.tile,
        hueClass(props.personId),
        props.large && styles.large,
        lost() && styles.lost,
        hasTheWord() && styles.word,
        !hasTheWord() && speaks() && styles.speaks,
      )}
    >
      <Portrait personId={props.personId} size="frame" />
      <Show when={props.room.line()}>
        {(line) => (
          <Show when={camera()}>
            {(shown) => <Picture line={line()} shown={shown()} source="camera" mirrored={isMe()} />}
          </Show>
        )}
      </Show>
      <p class={styles.name}>
        <span class={styles.sign}>
          <Icon path={MICROPHONE_ICONS[microphone()]} small />
        </span>
        <Show when={place() > 0}>
          <span class={styles.sign}>
            <Icon path={handIcon} small />
          </span>
        </Show>
        <b>{name()}</b>
        <span class="visually-hidden">, {t().microphone[microphone()]}, </span>
        <span class={styles.says}>{says()}</span>
      </p>
    </li>
  );
}
