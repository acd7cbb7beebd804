import { Show } from 'solid-js';
import { useWords } from '../../platform/language.ts';
import { Button } from '../../ui/Button.tsx';
import { heedful } from '../../ui/heed.ts';
import { Icon } from '../../ui/Icon.tsx';
import { handIcon } from '../../ui/icons.ts';
import { ItemSheet } from './agenda/ItemSheet.tsx';
import { WordTile } from './hand-queue/WordTile.tsx';
import { words as handWords } from './hand-queue/words.ts';
import styles from './RoomStage.module.css';
import type { RoomProps } from './room-props.ts';
import { Faces } from './roster/Faces.tsx';

/** Until sound and pictures are here: what we do now, who has the word, and the faces of those who are in. */
export function RoomStage(props: RoomProps & { readonly onSeeAll: () => void }) {
  const { roster, agenda, handQueue } = props.topics;
  const speaker = () => handQueue.wordHolder();
  const nameOfSpeaker = () => {
    const personId = speaker();
    return personId ? roster.nameOf(personId) : '';
  };
  return (
    <div class={styles.scene}>
      <div class={styles.main}>
        <ItemSheet agenda={agenda} title={props.room.session()?.title ?? ''} />
        <WordTile
          personId={handQueue.wordHolder()}
          name={nameOfSpeaker()}
          you={handQueue.iHaveTheWord()}
        />
      </div>
      <Faces {...props.topics} onSeeAll={props.onSeeAll} />
    </div>
  );
}

/** Who has the word and one's own place, in one line right over the bar of a phone, where the panel is out of sight. */
export function QueueLine(props: RoomProps) {
  const t = useWords(handWords);
  const { roster, handQueue } = props.topics;
  const speaker = () => handQueue.wordHolder();
  /** Whoever steers sees who waits, and gives the word from here. */
  const first = () => (roster.steers() ? handQueue.hands()[0] : undefined);
  // To the one who is named here, also when the queue moves on under the finger.
  const give = heedful(
    () => first()?.personId,
    (personId) => personId && handQueue.giveWord(personId),
  );
  return (
    <Show when={handQueue.myPlace() > 0 || speaker() || first()}>
      <section class={styles.queueLine} aria-label={t().title}>
        <Icon path={handIcon} />
        <span>
          <Show when={speaker()}>
            {(personId) => (
              <>
                <b>{handQueue.iHaveTheWord() ? t().you : roster.nameOf(personId())}</b>{' '}
                {t().hasTheWord}.{' '}
              </>
            )}
          </Show>
          <Show when={handQueue.myPlace() > 0}>{t().yourPlace(handQueue.myPlace())}</Show>
          <Show when={first()}>
            {(hand) => <>{t().handsUp(handQueue.hands().length, roster.nameOf(hand().personId))}</>}
          </Show>
        </span>
        <Show when={first()}>
          <Button size="small" {...give}>
            {t().giveWord}
          </Button>
        </Show>
      </section>
    </Show>
  );
}
