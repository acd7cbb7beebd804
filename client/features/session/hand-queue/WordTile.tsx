import { Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { hueClass, Portrait } from '../../../ui/Portrait.tsx';
import { SlackThread } from '../../../ui/Thread.tsx';
import styles from './WordTile.module.css';
import { words } from './words.ts';

export type WordTileProps = {
  readonly personId: PersonId | undefined;
  readonly name: string;
  /** That it is a guest, and as what; else empty. */
  readonly guest: string;
  readonly you: boolean;
};

/** Who has the word, large, in the word ring. The place stays when nobody has it, so that nothing moves when it comes. */
export function WordTile(props: WordTileProps) {
  const t = useWords(words);
  return (
    <div class={styles.place}>
      <Show
        when={props.personId}
        fallback={
          <div class={styles.empty}>
            <SlackThread />
            <p>{t().nobodyHasTheWord}</p>
          </div>
        }
      >
        {(personId) => (
          <div class={`${styles.tile} ${hueClass(personId())}`}>
            <Portrait personId={personId()} size="frame" />
            <p class={styles.name}>
              <b>{props.you ? t().you : props.name}</b> {props.guest && `(${props.guest}) `}
              {t().hasTheWord[props.you ? 'you' : 'other']}
            </p>
          </div>
        )}
      </Show>
    </div>
  );
}
