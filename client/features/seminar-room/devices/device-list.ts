import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { DEVICE_KINDS, type DeviceKind } from '../../../platform/chosen-devices.ts';

/** A browser tells of one change several times over: once for the microphone, once for the loudspeaker of a headset. */
const SETTLED_MS = 300;

/** What of a device can be told. Before it is let in, a browser says only that there is one, without id and name. */
export type Device = {
  readonly kind: DeviceKind;
  readonly deviceId: string;
  readonly label: string;
};

/** The devices of this machine as the browser tells of them. Asked for anew when one is plugged in or out, and by `look`. */
export function createDeviceList(): {
  /** Undefined before the browser has answered. */
  readonly devices: Accessor<readonly Device[] | undefined>;
  readonly look: () => Promise<void>;
} {
  const [devices, setDevices] = createSignal<readonly Device[]>();
  const look = async () => {
    const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
    setDevices(all.map(({ kind, deviceId, label }) => ({ kind, deviceId, label })));
  };
  let settling: ReturnType<typeof setTimeout> | undefined;
  const changed = () => {
    clearTimeout(settling);
    settling = setTimeout(look, SETTLED_MS);
  };
  void look();
  navigator.mediaDevices?.addEventListener('devicechange', changed);
  onCleanup(() => {
    clearTimeout(settling);
    navigator.mediaDevices?.removeEventListener('devicechange', changed);
  });
  return { devices, look };
}

/** Those of a kind that can be named, and so chosen. */
export const nameable = (devices: readonly Device[], kind: DeviceKind): readonly Device[] =>
  devices.filter((one) => one.kind === kind && one.label && one.deviceId);

/** There is one at least, and the browser does not say what it is called. */
export const isUnnamed = (devices: readonly Device[], kind: DeviceKind): boolean =>
  nameable(devices, kind).length === 0 && devices.some((one) => one.kind === kind);

/** What has happened to the chosen devices: pulled out, or back again. */
export type DeviceChange = {
  readonly kind: DeviceKind;
  readonly label: string;
  readonly is: 'gone' | 'back';
};

/**
 * Compares two answers of the browser. Where it names nothing, as after leave was taken back, nothing is known of any
 * device, and so nothing has happened.
 */
export function changesOf(
  before: readonly Device[],
  after: readonly Device[],
  chosen: (kind: DeviceKind) => string | undefined,
): readonly DeviceChange[] {
  return DEVICE_KINDS.flatMap((kind): readonly DeviceChange[] => {
    const find = (devices: readonly Device[]) =>
      nameable(devices, kind).find((one) => one.deviceId === chosen(kind));
    const was = find(before);
    const is = find(after);
    if (was && !is && !isUnnamed(after, kind)) return [{ kind, label: was.label, is: 'gone' }];
    if (!was && is && !isUnnamed(before, kind)) return [{ kind, label: is.label, is: 'back' }];
    return [];
  });
}
