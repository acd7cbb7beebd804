import { createSignal } from 'solid-js';
import { keep, kept, whenKeptElsewhere } from './kept.ts';

/** What a person can choose between when there are several. */
export const DEVICE_KINDS = ['audioinput', 'videoinput', 'audiooutput'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

const isId = (value: unknown): value is string => typeof value === 'string' && value !== '';

const choices = {
  audioinput: makeChoice('audioinput'),
  videoinput: makeChoice('videoinput'),
  audiooutput: makeChoice('audiooutput'),
};

/** Another tab may be where one chooses: the device check is a page of its own. */
function makeChoice(kind: DeviceKind) {
  const read = () => kept(`device.${kind}`, isId);
  const [chosen, setChosen] = createSignal(read());
  whenKeptElsewhere(`device.${kind}`, () => setChosen(read()));
  return { chosen, setChosen };
}

/** The device chosen on this machine, if any. A wish, never a demand: it may be unplugged today. */
export function chosenDevice(kind: DeviceKind): string | undefined {
  return choices[kind].chosen();
}

/** Chooses a device; an empty id leaves it to the browser. Whoever is in a room has it taken up at once. */
export function chooseDevice(kind: DeviceKind, deviceId: string): void {
  choices[kind].setChosen(deviceId || undefined);
  keep(`device.${kind}`, deviceId || undefined);
}

type Wish = { readonly deviceId?: { readonly exact: string } | { readonly ideal: string } };

/**
 * For `getUserMedia`: the chosen device. Demanded when the browser says that it is there, for a mere wish is passed over by
 * some; wished for as long as the browser names nothing; and nothing when it is gone, since a demand would then be refused.
 */
export async function wishFor(kind: 'audioinput' | 'videoinput'): Promise<Wish> {
  const deviceId = chosenDevice(kind);
  if (deviceId === undefined) return {};
  const there = await devicesOf(kind);
  if (there.some((one) => one.deviceId === deviceId)) return { deviceId: { exact: deviceId } };
  return there.every((one) => one.deviceId === '') ? { deviceId: { ideal: deviceId } } : {};
}

/** The chosen device if the browser says that it is there. */
export async function pluggedIn(kind: DeviceKind): Promise<string | undefined> {
  const deviceId = chosenDevice(kind);
  if (deviceId === undefined) return undefined;
  return (await devicesOf(kind)).some((one) => one.deviceId === deviceId) ? deviceId : undefined;
}

async function devicesOf(kind: DeviceKind): Promise<readonly MediaDeviceInfo[]> {
  const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
  return all.filter((one) => one.kind === kind);
}
