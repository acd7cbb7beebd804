import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { cameraIcon } from '../../../ui/icons.ts';
import { words as deviceWords } from '../devices/words.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { MoreEntry } from './MoreEntry.tsx';

/** One's own camera in low energy: not on the bar until it is on (F79). */
export function CameraEntry(props: { readonly room: SeminarRoom; readonly onDone: () => void }) {
  const t = useWords(deviceWords);
  return (
    <Show when={props.room.cameraAside() && props.room.line()}>
      <MoreEntry
        icon={cameraIcon}
        about={t().cameraAside}
        onClick={() => {
          props.onDone();
          props.room.own.press('camera', true);
        }}
      >
        {t().turnCameraOn}
      </MoreEntry>
    </Show>
  );
}
