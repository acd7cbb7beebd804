// A process of its own: people at browsers without screens, each with a beep and a small moving picture.
import * as rtc from '@livekit/rtc-node';
import type { Camera, SendersAnswer, SendersAsk } from './senders-start.ts';

/** What 320x180 at ten a second is given by the presets of LiveKit; smaller ones in proportion. */
const BITS_PER_PIXEL = 160_000 / (320 * 180 * 10);
const SAMPLE_RATE = 48_000;
/** Each piece is an errand of its own to the native library. */
const SOUND_EVERY_MS = 100;

type Enter = Extract<SendersAsk, { name: 'enter' }>;
type Sender = { readonly room: rtc.Room; readonly stop: () => void };

let senders: Sender[] = [];
let received = 0;

async function enter({ address, token, camera }: Enter): Promise<void> {
  const room = new rtc.Room();
  // Each track of each other adds some of its own.
  room.setMaxListeners(0);
  room.on(rtc.RoomEvent.TrackSubscribed, () => received++);
  room.on(rtc.RoomEvent.TrackUnsubscribed, () => received--);
  const stops: (() => void)[] = [];
  const stop = () => {
    for (const each of stops) each();
  };
  try {
    await room.connect(address, token, { autoSubscribe: true, dynacast: false });
    stops.push(await speak(room));
    if (camera) stops.push(await show(room, camera));
  } catch (error) {
    // Nobody is left half in: they would be sent to and counted.
    stop();
    await room.disconnect().catch(() => undefined);
    throw error;
  }
  senders.push({ room, stop });
}

async function show(room: rtc.Room, camera: Camera): Promise<() => void> {
  const { width, height, framesPerSecond } = camera;
  const bitsPerSecond = Math.round(BITS_PER_PIXEL * width * height * framesPerSecond);
  const source = new rtc.VideoSource(width, height);
  const track = rtc.LocalVideoTrack.createVideoTrack('camera', source);
  await room.localParticipant?.publishTrack(
    track,
    new rtc.TrackPublishOptions({
      source: rtc.TrackSource.SOURCE_CAMERA,
      simulcast: false,
      videoEncoding: { maxBitrate: BigInt(bitsPerSecond), maxFramerate: framesPerSecond },
    }),
  );
  let nth = 0;
  const timer = setInterval(() => {
    source.captureFrame(
      new rtc.VideoFrame(picture(camera, nth++), width, height, rtc.VideoBufferType.I420),
    );
  }, 1_000 / framesPerSecond);
  return () => clearInterval(timer);
}

/** A slope that wanders, so that every picture differs from the one before. */
function picture({ width, height }: Camera, nth: number): Uint8Array {
  const pixels = width * height;
  const frame = new Uint8Array((pixels * 3) / 2).fill(128);
  for (let at = 0; at < pixels; at++) {
    frame[at] = ((at % width) + Math.floor(at / width) * 2 + nth * 8) & 0xff;
  }
  return frame;
}

async function speak(room: rtc.Room): Promise<() => void> {
  const source = new rtc.AudioSource(SAMPLE_RATE, 1);
  const track = rtc.LocalAudioTrack.createAudioTrack('microphone', source);
  await room.localParticipant?.publishTrack(
    track,
    new rtc.TrackPublishOptions({ source: rtc.TrackSource.SOURCE_MICROPHONE }),
  );
  const samples = (SAMPLE_RATE * SOUND_EVERY_MS) / 1_000;
  let phase = 0;
  let going = true;
  (async () => {
    while (going) {
      const tone = Int16Array.from({ length: samples }, () => {
        phase += (2 * Math.PI * 440) / SAMPLE_RATE;
        return Math.sin(phase) * 8_000;
      });
      // Waits while enough lies ready to be sent.
      await source.captureFrame(new rtc.AudioFrame(tone, SAMPLE_RATE, 1, samples));
    }
  })().catch(() => undefined);
  return () => {
    going = false;
  };
}

async function leave(): Promise<void> {
  for (const { stop } of senders) stop();
  await Promise.allSettled(senders.map(({ room }) => room.disconnect()));
  senders = [];
  received = 0;
}

async function answer(ask: SendersAsk): Promise<SendersAnswer> {
  switch (ask.name) {
    case 'enter':
      await enter(ask);
      return { ok: true, received };
    case 'count':
      return { ok: true, received };
    case 'leave':
      await leave();
      return { ok: true, received };
  }
}

process.on('message', async (ask: SendersAsk) => {
  process.send?.(
    await answer(ask).catch((error): SendersAnswer => ({ ok: false, error: String(error) })),
  );
});
process.on('disconnect', () => process.exit());
