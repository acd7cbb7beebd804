import { Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../platform/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { heedfulAtRest } from '../../ui/heed.ts';
import { Icon } from '../../ui/Icon.tsx';
import { handIcon } from '../../ui/icons.ts';
import { EndOwnWord } from './hand-queue/EndOwnWord.tsx';
import { words } from './hand-queue/words.ts';
import styles from './QueueLine.module.css';
import type { RoomProps } from './room-props.ts';

export type QueueLineProps = RoomProps & {
  /** On top of a sheet: it stays when there is nothing to tell, and one ends one's own word here, for the bar lies behind. */
  readonly inSheet?: boolean;
};

/**
 * Who has the word and who has asked for it, in one line, where there is no room for the queue: right over the bar of a
 * phone, and on top of the sheets that are about something else.
 */
export function QueueLine(props: QueueLineProps) {
  const t = useWords(words);
  const { roster, handQueue } = props.topics;
  const speaker = () => handQueue.wordHolder();
  const count = () => handQueue.hands().length;
  /** Whoever steers sees who is next, and gives the word from here. */
  const first = () => (roster.steers() ? handQueue.next() : undefined);
  const told = () => handQueue.myPlace() > 0 || speaker() || first();
  // To the one who is named here, also when the queue moves on under the finger.
  const give = heedfulAtRest(first, (personId) => personId && handQueue.giveWord(personId));
  const { round } = props.topics;
  const nobody = () => (round.isOn() ? t().wordGoesRound : t().nobodyHasTheWord);
  const isMine = (personId: PersonId) => personId === props.room.me;
  return (
    <Show when={props.inSheet || told()}>
      <section
        class={classNames(
          styles.line,
          props.inSheet && styles.inSheet,
          props.inSheet && !told() && styles.idle,
        )}
        aria-label={t().title}
      >
        <Icon path={handIcon} />
        <span>
          <Show
            when={speaker() ?? (props.inSheet && round.holder())}
            fallback={props.inSheet && !first() && `${nobody()}. `}
          >
            {(personId) => (
              <>
                <b>{isMine(personId()) ? t().you : roster.markedName(personId())}</b>{' '}
                {t().hasTheWord[isMine(personId()) ? 'you' : 'other']}.{' '}
              </>
            )}
          </Show>
          {/* The ring lies behind the sheet. */}
          <Show when={props.inSheet && round.round()}>
            {(now) => <span lang={PROGRAMME_LANGUAGE}>{now().prompt} </span>}
          </Show>
          <Show when={handQueue.myPlace() > 0}>{t().yourPlace(handQueue.myPlace())} </Show>
          <Show
            when={first()}
            fallback={
              props.inSheet && handQueue.myPlace() === 0 && count() > 0 && t().handCount(count())
            }
          >
            {(personId) => <>{t().handsUp(count(), roster.markedName(personId()))}</>}
          </Show>
        </span>
        <Show when={props.inSheet}>
          <EndOwnWord handQueue={handQueue} />
        </Show>
        <Show when={first()}>
          <Button size="small" {...give}>
            {t().giveWord}
          </Button>
        </Show>
      </section>
    </Show>
  );
}
