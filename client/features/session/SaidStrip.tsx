import { Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import styles from './SaidStrip.module.css';
import type { Room } from './session-room.ts';

/** What came of one's own press, over whatever lies there, also a sheet; it takes no press and goes by itself. */
export function SaidStrip(props: { readonly room: Room }) {
  return (
    <Show when={props.room.said()}>
      {(text) => (
        <Portal>
          <p class={styles.strip}>{text()}</p>
        </Portal>
      )}
    </Show>
  );
}
