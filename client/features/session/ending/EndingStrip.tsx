import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { UndoStrip } from '../../../ui/UndoStrip.tsx';
import type { RoomProps } from '../room-props.ts';
import { SecondsLeft } from './SecondsLeft.tsx';
import { words } from './words.ts';

/** As long as the server says that it can be taken back, any teacher who is here can. */
export function EndingStrip(props: RoomProps) {
  const t = useWords(words);
  const { ending, roster } = props.topics;
  return (
    <Show when={roster.steers() && ending.begunBy()}>
      <UndoStrip
        // Ten seconds are few for whoever must find it by the keyboard.
        takesFocus={ending.begunBy() === props.room.me}
        undoLabel={t().undo}
        onUndo={ending.undo}
      >
        {t().youEnd}
        <SecondsLeft ending={ending} />
      </UndoStrip>
    </Show>
  );
}
