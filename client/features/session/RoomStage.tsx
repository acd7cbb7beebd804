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
