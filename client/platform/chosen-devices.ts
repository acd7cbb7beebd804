import { keep, kept } from './kept.ts';

/** What a person can choose between when there are several. */
export type DeviceKind = 'audioinput' | 'videoinput' | 'audiooutput';

const isId = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The device chosen on this machine, if any. A wish, never a demand: it may be unplugged today. */
export function chosenDevice(kind: DeviceKind): string | undefined {
  return kept(`device.${kind}`, isId);
}

export function chooseDevice(kind: DeviceKind, deviceId: string): void {
  keep(`device.${kind}`, deviceId || undefined);
}

/** For `getUserMedia`: the chosen device as a wish. */
export function wishFor(kind: 'audioinput' | 'videoinput'): {
  readonly deviceId?: { readonly ideal: string };
} {
  const deviceId = chosenDevice(kind);
  return deviceId ? { deviceId: { ideal: deviceId } } : {};
}
