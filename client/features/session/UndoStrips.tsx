import { Show } from 'solid-js';
import { EndingStrip } from './ending/EndingStrip.tsx';
import { SentBackStrip } from './lobby/SentBackStrip.tsx';
import { RemovalStrip } from './moderation/RemovalStrip.tsx';
import type { RoomProps } from './room-props.ts';
import styles from './UndoStrips.module.css';

/** What can still be taken back: over the bar, or within the sheet that lies over the room, for nothing behind it can be pressed. */
export function UndoStrips(props: RoomProps & { readonly inSheet?: boolean }) {
  const strips = () => (
    <>
      <RemovalStrip moderation={props.topics.moderation} inSheet={props.inSheet} />
      <SentBackStrip lobby={props.topics.lobby} />
      <EndingStrip room={props.room} topics={props.topics} />
    </>
  );
  return (
    <Show when={props.inSheet} fallback={<div class={styles.over}>{strips()}</div>}>
      {strips()}
    </Show>
  );
}
