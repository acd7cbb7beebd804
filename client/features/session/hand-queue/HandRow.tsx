import { Show } from 'solid-js';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { currentTime } from '../../../platform/server-clock.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { heedfulAtRest } from '../../../ui/heed.ts';
import { Portrait } from '../../../ui/Portrait.tsx';
import type { PauseStore } from '../pause/pause-store.ts';
import { words as pauseWords } from '../pause/words.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import { words as rosterWords } from '../roster/words.ts';
import styles from './HandRow.module.css';
import type { HandQueueStore } from './hand-queue-store.ts';
import { words } from './words.ts';

export type HandRowProps = {
  readonly me: string;
  readonly roster: RosterStore;
  readonly handQueue: HandQueueStore;
  readonly pause: PauseStore;
  readonly personId: PersonId;
  /** 1 is uppermost. */
  readonly row: number;
  /** It came while the queue was shown: something else stood here. */
  readonly appeared: boolean;
};

/** One who has asked for the word. Whoever steers gives it to them here, also out of turn, or lowers the hand. */
export function HandRow(props: HandRowProps) {
  const t = useWords(words);
  const people = useWords(rosterWords);
  const pause = useWords(pauseWords);
  const id = () => props.personId;
  const isMe = () => id() === props.me;
  const steers = () => props.roster.steers();
  const name = () => props.roster.nameOf(id());
  /** The place is held a while: nobody is to give the word to an empty chair unawares. */
  const lost = () => props.roster.entry(id())?.presence.status === 'lost';
  // A row that moves up comes under a press that was meant for another person.
  const heeding = (act: (personId: PersonId) => void, rests?: () => boolean) =>
    heedfulAtRest(
      () => props.row,
      () => act(id()),
      { appeared: props.appeared, ...(rests && { rests }) },
    );
  // Whoever has a pause keeps the place in line, and is not called.
  const give = heeding(
    (personId) => props.handQueue.giveWord(personId),
    () => props.pause.isPaused(id()),
  );
  const lower = heeding((personId) => props.handQueue.lowerHandOf(personId));
  /** 1 is first in line; 0 has gone from the line, and the row rests under a pointer that is about to press. */
  const place = () => props.handQueue.placeOf(id());
  const waited = () => {
    const at = props.handQueue.hands()[place() - 1]?.at ?? currentTime();
    return Math.max(0, Math.floor((currentTime() - at) / MINUTE_MS));
  };
  const about = () => {
    const guest = props.roster.guestMark(id());
    return [guest, does()].filter(Boolean).join(', ');
  };
  const does = () => {
    if (place() === 0) return t().notInLine;
    if (props.pause.isPaused(id())) return pause().onTile;
    return lost() ? people().onTile.lost : t().waited(waited());
  };
  return (
    <li
      // A row that rests is nowhere for the focus to go.
      tabindex={place() === 0 ? undefined : -1}
      class={classNames(
        styles.row,
        steers() && styles.steered,
        isMe() && styles.you,
        (lost() || place() === 0) && styles.lost,
      )}
      aria-hidden={place() === 0 ? true : undefined}
    >
      <span class={styles.place} aria-hidden="true">
        {place() || ''}
      </span>
      <Portrait personId={id()} size="small" />
      <span class={styles.name} aria-hidden="true">
        <b>{isMe() ? t().you : name()}</b>
        <span class={styles.waited}>{about()}</span>
      </span>
      {/* Heard as one sentence, and not as a number, a name and a time. */}
      <span class="visually-hidden">
        {t().inQueue(place(), isMe() ? t().you : name(), about())}
      </span>
      <Show when={steers() && place() > 0}>
        <span class={styles.acts}>
          <Button
            look={place() === 1 ? 'plain' : 'quiet'}
            size="small"
            class={styles.act}
            {...give}
          >
            {t().giveWord}
            <span class="visually-hidden"> {isMe() ? t().toYou : t().to(name())}</span>
          </Button>
          <Button look="quiet" size="small" class={styles.act} {...lower}>
            {t().lower}
            <span class="visually-hidden"> {isMe() ? t().yourHand : t().handOf(name())}</span>
          </Button>
        </span>
      </Show>
    </li>
  );
}
