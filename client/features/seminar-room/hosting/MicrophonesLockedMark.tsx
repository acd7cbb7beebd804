import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { lockIcon, microphoneIcon } from '../../../ui/icons.ts';
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
      <span class={styles.mark} data-lock="microphones" title={t().microphonesLocked}>
        <Icon path={lockIcon} small />
        <Icon path={microphoneIcon} small />
        <span class={styles.words}>{t().microphonesLocked}</span>
      </span>
    </Show>
  );
}
