import * as rtc from '@livekit/rtc-node';
import { joinSeminarRoom } from '#shared/features/seminar-room/queries.ts';
import type { Reply } from '#shared/wire/contract.ts';
import { openDoor } from '../server/testing/door.ts';
import type { PlannedPerson, PlannedSession } from './planning.ts';
import type { School } from './school.ts';
import { signIn, takeSeat } from './seats.ts';

const PICTURE = { width: 160, height: 120, patch: 24, bitsPerSecond: 60_000n };
const FRAME_EVERY_MS = 200;

/** Somebody in the room without a browser: a camera that draws noise, through the same doors as everybody's. */
export type Bot = { readonly person: PlannedPerson; readonly leave: () => Promise<void> };

/** Signs in, takes a seat, asks for a pass and sends pictures. To be let go of with `leave`. */
export async function enterAsBot(
  school: School,
  person: PlannedPerson,
  session: PlannedSession,
): Promise<Bot> {
  const cookie = await signIn(school, person);
  const seat = await takeSeat(school, cookie, session);
  const door = await openDoor(school.url, { cookie, origin: school.url });
  const room = new rtc.Room();
  const token = await askForPass(school, cookie, session);
  await room.connect(door.url, token, { autoSubscribe: false, dynacast: false });
  const camera = await sendNoise(room);
  return {
    person,
    async leave() {
      clearInterval(camera);
      await room.disconnect();
      seat.disconnect();
      door.close();
    },
  };
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
