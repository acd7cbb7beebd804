import { createEffect, For, on } from 'solid-js';
import { DEVICE_KINDS } from '../../../platform/chosen-devices.ts';
import { useWords } from '../../../platform/language.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import type { SeminarRoom } from '../seminar-room.ts';
import { choiceWords } from './choice-words.ts';
import { DeviceChoice } from './DeviceChoice.tsx';
import styles from './DeviceSheet.module.css';
import { words } from './words.ts';

/** Microphone, camera and loudspeaker, chosen without leaving the room. Nothing is switched on by it. */
export function DeviceSheet(props: { readonly room: SeminarRoom }) {
  const t = useWords(choiceWords);
  const common = useWords(words);
  const { choiceShown, showChoice, devices, look } = props.room.devices;
  createReturnFocus(choiceShown);
  // Names come with leave, which may have been given since the list was last asked for.
  createEffect(on(choiceShown, (shown) => shown && void look()));
  return (
    <Sheet
      open={choiceShown()}
      onOpenChange={showChoice}
      title={t().chooseDevices}
      closeLabel={common().close}
    >
      <div class={styles.choices}>
        <For each={DEVICE_KINDS}>{(kind) => <DeviceChoice kind={kind} devices={devices()} />}</For>
        <p class={styles.about}>{t().takenUpAtOnce}</p>
        <p>
          <a
            href={`/okt/${props.room.session.room.sessionId}/sjekk`}
            target="_blank"
            rel="noopener"
          >
            {common().checkDevices}
          </a>
          <span class={styles.about}> {common().checkDevicesAbout}</span>
        </p>
      </div>
    </Sheet>
  );
}
