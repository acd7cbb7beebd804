import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { lockIcon, microphoneIcon } from '../../../ui/icons.ts';
import { StateMark } from '../../../ui/StateMark.tsx';
import type { SeminarRoom } from '../seminar-room.ts';
import styles from './MicrophonesLockedMark.module.css';
import { words } from './words.ts';

/** For whoever steers: a sign as long as the microphones are locked. Everybody else has it on their own button. */
export function MicrophonesLockedMark(props: { readonly room: SeminarRoom }) {
  const t = useWords(words);
  return (
    <Show
      when={props.room.controls().microphonesLocked && props.room.session.topics.roster.steers()}
    >
      <StateMark icons={[lockIcon, microphoneIcon]} title={t().microphonesLocked} brief>
        <span class={styles.words}>{t().microphonesLocked}</span>
      </StateMark>
    </Show>
  );
}
