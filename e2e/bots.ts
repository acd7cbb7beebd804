import * as rtc from '@livekit/rtc-node';
import { joinSeminarRoom } from '#shared/features/seminar-room/queries.ts';
import type { Reply } from '#shared/wire/contract.ts';
import { openDoor } from '../server/testing/door.ts';
import type { PlannedPerson, PlannedSession } from './planning.ts';
import type { School } from './school.ts';
import { signIn, takeSeat } from './seats.ts';

const PICTURE = { width: 160, height: 120, patch: 24, bitsPerSecond: 60_000n };
const FRAME_EVERY_MS = 200;
/** Of 32,768. */
const SILENT = 330;

/** Somebody in the room without a browser: a camera that draws noise, through the same doors as everybody's. */
export type Bot = { readonly person: PlannedPerson; readonly leave: () => Promise<void> };

/** Signs in, takes a seat and asks for a pass, as a browser does. */
async function enter(
  school: School,
  person: PlannedPerson,
  session: PlannedSession,
  { takesIn, room = new rtc.Room() }: { readonly takesIn: boolean; readonly room?: rtc.Room },
) {
  const cookie = await signIn(school, person);
  const seat = await takeSeat(school, cookie, session);
  const door = await openDoor(school.url, { cookie, origin: school.url });
  const token = await askForPass(school, cookie, session);
  await room.connect(door.url, token, { autoSubscribe: takesIn, dynacast: false });
  const leave = async () => {
    await room.disconnect();
    seat.disconnect();
    door.close();
  };
  return { room, leave };
}

/** Comes in and sends pictures. To be let go of with `leave`. */
export async function enterAsBot(
  school: School,
  person: PlannedPerson,
  session: PlannedSession,
): Promise<Bot> {
  const { room, leave } = await enter(school, person, session, { takesIn: false });
  const camera = await sendNoise(room);
  return {
    person,
    async leave() {
      clearInterval(camera);
      await leave();
    },
  };
}

/** Somebody without a browser who speaks, as what they please. */
export type Speaker = {
  readonly speakAs: (what: 'microphone' | 'camera') => Promise<void>;
  readonly leave: () => Promise<void>;
};

const RATE = 48_000;
const TONE = rtc.AudioFrame.create(RATE, 1, RATE / 50);
TONE.data.forEach((_, at) => {
  TONE.data[at] = 8_000 * Math.sin((2 * Math.PI * 400 * at) / RATE);
});

/** Through the same doors as everybody. To be let go of with `leave`. */
export async function enterAsSpeaker(
  school: School,
  person: PlannedPerson,
  session: PlannedSession,
): Promise<Speaker> {
  const { room, leave } = await enter(school, person, session, { takesIn: false });
  let speaks = true;
  const tone = async (source: rtc.AudioSource): Promise<void> => {
    while (speaks) await source.captureFrame(TONE);
  };
  return {
    async speakAs(what) {
      const sound = new rtc.AudioSource(RATE, 1);
      const track = rtc.LocalAudioTrack.createAudioTrack('voice', sound);
      const source =
        what === 'camera' ? rtc.TrackSource.SOURCE_CAMERA : rtc.TrackSource.SOURCE_MICROPHONE;
      const options = new rtc.TrackPublishOptions({ source });
      await room.localParticipant?.publishTrack(track, options);
      // Ends with the room, or when it is let go of.
      void tone(sound).catch(() => undefined);
    },
    async leave() {
      speaks = false;
      await leave();
    },
  };
}

/** What has come in so far at somebody without a browser, and what could be made of it. */
type Received = {
  readonly pictureBytes: number;
  /** That show what a browser's fake camera sees. The media server itself sends a black one when a line ends. */
  readonly pictures: number;
  readonly sounds: number;
  /** Of those, how many were silence. */
  readonly silences: number;
};

/** Somebody in the room without a browser and without any key, who takes in all there is. */
export type Listener = {
  readonly received: () => Promise<Received>;
  readonly leave: () => Promise<void>;
};

/** Through the same doors as everybody. To be let go of with `leave`. */
export async function enterAsListener(
  school: School,
  person: PlannedPerson,
  session: PlannedSession,
): Promise<Listener> {
  const room = new rtc.Room();
  const made = { pictures: 0, sounds: 0, silences: 0 };
  room.on(rtc.RoomEvent.TrackSubscribed, (track) => {
    // What nobody takes is not decoded.
    if (track.kind === rtc.TrackKind.KIND_VIDEO)
      void takeAll(new rtc.VideoStream(track), ({ frame }) => {
        if (isMostlyGreen(frame)) made.pictures += 1;
      });
    else
      void takeAll(new rtc.AudioStream(track), ({ data }) => {
        made.sounds += 1;
        if (data.every((sample) => Math.abs(sample) < SILENT)) made.silences += 1;
      });
  });
  const { leave } = await enter(school, person, session, { takesIn: true, room });
  return {
    async received() {
      const { publisherStats, subscriberStats } = await room.getRtcStats();
      let pictureBytes = 0;
      for (const { stats } of [...publisherStats, ...subscriberStats]) {
        if (stats.case === 'inboundRtp' && stats.value.stream?.kind === 'video')
          pictureBytes += Number(stats.value.inbound?.bytesReceived ?? 0);
      }
      return { ...made, pictureBytes };
    },
    async leave() {
      await leave();
    },
  };
}

/** Until the stream ends, or breaks because its room was let go of: what was made of it until then is what counts. */
async function takeAll<One>(stream: ReadableStream<One>, each: (one: One) => void): Promise<void> {
  try {
    for await (const one of stream) each(one);
  } catch {
    return;
  }
}

/** Chromium's fake camera draws on (0, 135, 0). */
function isMostlyGreen(frame: rtc.VideoFrame): boolean {
  const { data } = frame.convert(rtc.VideoBufferType.RGBA);
  let green = 0;
  let looked = 0;
  for (let at = 0; at < data.length; at += 4 * 97) {
    const [red = 0, middle = 0, blue = 0] = data.subarray(at, at + 3);
    looked += 1;
    if (red < 60 && blue < 60 && middle > 90 && middle < 180) green += 1;
  }
  return green > looked / 2;
}

/** When no bot is left: the native part keeps threads of its own. */
export const disposeBots = (): Promise<void> => rtc.dispose();

async function askForPass(
  { url }: School,
  cookie: string,
  { id }: PlannedSession,
): Promise<string> {
  const answer = await fetch(`${url}/api/query/${joinSeminarRoom.name}`, {
    method: 'POST',
    headers: { 'x-mellom': '1', 'content-type': 'application/json', origin: url, cookie },
    body: JSON.stringify({ input: { sessionId: id, tab: 'bot12345' } }),
  });
  const reply = (await answer.json()) as Reply<{ status: string; token: string }, string>;
  if (!reply.ok || reply.value.status !== 'admitted')
    throw new Error(`no pass: ${JSON.stringify(reply)}`);
  return reply.value.token;
}

/**
 * A patch of noise, so that no encoder can send it for nothing, in a calm picture of few bits, so that eight of them are
 * no load: else the media server holds pictures back, and what is seen is its thrift and not ours.
 */
async function sendNoise(room: rtc.Room): Promise<NodeJS.Timeout> {
  const source = new rtc.VideoSource(PICTURE.width, PICTURE.height);
  const track = rtc.LocalVideoTrack.createVideoTrack('camera', source);
  const options = new rtc.TrackPublishOptions({
    source: rtc.TrackSource.SOURCE_CAMERA,
    simulcast: false,
    videoEncoding: { maxBitrate: PICTURE.bitsPerSecond, maxFramerate: 1_000 / FRAME_EVERY_MS },
  });
  await room.localParticipant?.publishTrack(track, options);
  const { width, height, patch } = PICTURE;
  const bytes = new Uint8Array(width * height * 4).fill(128);
  return setInterval(() => {
    for (let nth = 0; nth < patch * patch; nth += 1) {
      const at = 4 * (Math.floor(nth / patch) * width + (nth % patch));
      bytes.fill(Math.random() * 255, at, at + 3);
    }
    source.captureFrame(new rtc.VideoFrame(bytes, width, height, rtc.VideoBufferType.RGBA));
  }, FRAME_EVERY_MS);
}
