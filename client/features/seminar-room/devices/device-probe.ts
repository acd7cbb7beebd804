import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { chosenDevice, wishFor } from '../../../platform/chosen-devices.ts';
import { deviceTroubleOf } from '../../../platform/device-trouble.ts';
import type { DeviceTrouble } from '../../../platform/media-line.ts';
import { soundWish } from '../../../platform/noise.ts';
import { blurWanted, makeBlur } from './blur-choice.ts';

export type Probe =
  | { readonly status: 'off' }
  | { readonly status: 'on'; readonly stream: MediaStream }
  | { readonly status: 'failed'; readonly why: DeviceTrouble };

/** One device tried on this page alone: nothing of it is sent anywhere. Stopped when Solid cleans up. */
export function createProbe(kind: 'audioinput' | 'videoinput') {
  const [probe, setProbe] = createSignal<Probe>({ status: 'off' });
  const stop = () => {
    const now = probe();
    if (now.status === 'on') for (const track of now.stream.getTracks()) track.stop();
    setProbe({ status: 'off' });
  };
  onCleanup(stop);
  async function start(): Promise<void> {
    stop();
    try {
      const wish = await wishFor(kind);
      const stream = await navigator.mediaDevices.getUserMedia(
        kind === 'audioinput' ? { audio: { ...wish, ...soundWish() } } : { video: wish },
      );
      for (const track of stream.getTracks())
        track.addEventListener('ended', () => setProbe({ status: 'failed', why: 'missing' }));
      setProbe({ status: 'on', stream });
    } catch (error) {
      setProbe({ status: 'failed', why: deviceTroubleOf(error) });
    }
  }
  // Another one is tried when it is chosen, here or in the room in another tab. A choice turns nothing on.
  createEffect(
    on(
      () => chosenDevice(kind),
      () => {
        if (probe().status === 'on') void start();
      },
      { defer: true },
    ),
  );
  return { probe, stop, start };
}

/** The camera with its background blurred, while that is chosen: what the others would see. Cleaned up by Solid. */
export function createBlurred(camera: {
  readonly probe: Accessor<Probe>;
  readonly stop: () => void;
}): Accessor<MediaStream | undefined> {
  const [blurred, setBlurred] = createSignal<MediaStream>();
  const wanted = createMemo(blurWanted);
  createEffect(() => {
    const now = camera.probe();
    const [track] = now.status === 'on' ? now.stream.getVideoTracks() : [];
    setBlurred(undefined);
    if (!track || !wanted()) return;
    let stop: (() => void) | undefined;
    let over = false;
    void makeBlur(camera.stop)(track).then(
      (changed) => {
        if (over) return changed.stop();
        stop = changed.stop;
        setBlurred(new MediaStream([changed.track]));
      },
      () => camera.stop(),
    );
    onCleanup(() => {
      over = true;
      stop?.();
    });
  });
  return blurred;
}

/** A calm tone of one second from the chosen loudspeaker, where the browser lets one choose. */
export async function playTone(): Promise<void> {
  const context = new AudioContext();
  const output = chosenDevice('audiooutput');
  if (output && 'setSinkId' in context)
    await (context as AudioContext & { setSinkId: (id: string) => Promise<void> })
      .setSinkId(output)
      .catch(() => undefined);
  const tone = context.createOscillator();
  const volume = context.createGain();
  const at = context.currentTime;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.2, at + 0.2);
  volume.gain.linearRampToValueAtTime(0, at + 1);
  tone.frequency.value = 392;
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(at + 1);
  await new Promise((done) => tone.addEventListener('ended', done));
  await context.close();
}
