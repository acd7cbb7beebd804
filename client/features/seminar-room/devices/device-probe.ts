import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { chosenDevice, wishFor } from '../../../platform/chosen-devices.ts';
import type { DeviceTrouble } from '../../../platform/media-line.ts';
import { soundWish } from '../../../platform/noise.ts';
import { blurWanted, makeBlur } from './blur-choice.ts';

/** A microphone that gives less than this for a while gives nothing (0 to 1, root mean square). */
const SILENCE = 0.01;
const SILENT_AFTER_MS = 4_000;

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
      setProbe({ status: 'failed', why: troubleOf(error) });
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

/** By the names that the Media Capture specification gives its errors. */
function troubleOf(error: unknown): DeviceTrouble {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'other';
  }
}

/** How loud a stream is, 0 to 1, and whether it has been silent for long. Cleaned up by Solid. */
export function createLevel(stream: MediaStream) {
  const [level, setLevel] = createSignal(0);
  const [silent, setSilent] = createSignal(false);
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let heardAt = Date.now();
  const timer = setInterval(() => {
    // A context that sleeps hears nothing, which says nothing about the microphone.
    if (context.state !== 'running') return void context.resume();
    analyser.getFloatTimeDomainData(samples);
    const loudness = Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
    if (loudness > SILENCE) heardAt = Date.now();
    setSilent(Date.now() - heardAt > SILENT_AFTER_MS);
    setLevel(Math.min(1, loudness * 4));
  }, 100);
  onCleanup(() => {
    clearInterval(timer);
    void context.close();
  });
  return { level, silent };
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
