import { type Accessor, createEffect, createSignal, on } from 'solid-js';
import { chosenDevice, DEVICE_KINDS } from '../../../platform/chosen-devices.ts';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import type { OwnSources } from '../own-sources.ts';
import { choiceWords } from './choice-words.ts';
import { changesOf, createDeviceList, type Device, type DeviceChange } from './device-list.ts';

export type DeviceFollower = {
  /** Undefined before the browser has answered. */
  readonly devices: Accessor<readonly Device[] | undefined>;
  readonly look: () => Promise<void>;
  /** A chosen device that has been pulled out, and is not back. */
  readonly gone: Accessor<DeviceChange | undefined>;
  readonly dismissGone: () => void;
  readonly choiceShown: Accessor<boolean>;
  readonly showChoice: (shown: boolean) => void;
};

/**
 * Carries what is chosen to the line at once, wherever it was chosen: in the room, or in the device check in another tab.
 * Says when a chosen device is pulled out and what takes its place, and takes it up again when it is back.
 */
export function createDeviceFollower(own: OwnSources): DeviceFollower {
  const t = useWords(choiceWords);
  const { devices, look } = createDeviceList();
  const [gone, setGone] = createSignal<DeviceChange>();
  const [choiceShown, showChoice] = createSignal(false);
  for (const kind of DEVICE_KINDS)
    createEffect(
      on(
        () => chosenDevice(kind),
        () => {
          own.useDevice(kind);
          // What was pulled out is not what one wants any more.
          if (gone()?.kind === kind) setGone(undefined);
        },
        { defer: true },
      ),
    );
  createEffect(
    on(devices, (after, before) => {
      if (!after || !before) return;
      const changes = changesOf(before, after, chosenDevice);
      for (const change of changes) {
        setGone(change.is === 'gone' ? change : undefined);
        announce(
          change.is === 'gone'
            ? `${t().pulledOut(change.label)} ${t().fallsBack[change.kind]}`
            : t().backAgain(change.label),
        );
        // A microphone or camera that ends is replaced by the library; a loudspeaker only goes silent.
        if (change.is === 'gone' && change.kind === 'audiooutput') own.useDevice('audiooutput');
      }
      // The library takes whatever is plugged in and comes first in the list; what was chosen stays chosen.
      for (const { kind, deviceId } of after)
        if (deviceId !== '' && deviceId === chosenDevice(kind)) own.useDevice(kind);
    }),
  );
  return { devices, look, gone, dismissGone: () => setGone(undefined), choiceShown, showChoice };
}
