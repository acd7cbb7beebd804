import { ItemSheet } from './agenda/ItemSheet.tsx';
import { WordTile } from './hand-queue/WordTile.tsx';
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
  const guestMarkOfSpeaker = () => {
    const personId = speaker();
    return personId ? roster.guestMark(personId) : '';
  };
  return (
    <div class={styles.scene}>
      <div class={styles.main}>
        <ItemSheet agenda={agenda} title={props.room.session()?.title ?? ''} />
        <WordTile
          personId={handQueue.wordHolder()}
          name={nameOfSpeaker()}
          guest={guestMarkOfSpeaker()}
          you={handQueue.iHaveTheWord()}
        />
      </div>
      <Faces {...props.topics} onSeeAll={props.onSeeAll} />
    </div>
  );
}
