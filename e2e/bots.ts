import * as rtc from '@livekit/rtc-node';
import { io, type Socket } from 'socket.io-client';
import { joinSeminarRoom } from '#shared/features/seminar-room/queries.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import type { Reply } from '#shared/wire/contract.ts';
import type { ClientToServerEvents, ServerToClientEvents } from '#shared/wire/socket-events.ts';
import { WIRE_VERSION } from '#shared/wire/version.ts';
import { newId } from '../server/platform/new-id.ts';
import { openDoor } from '../server/testing/door.ts';
import { takeMailedCode } from './mailbox.ts';
import type { PlannedPerson, PlannedSession } from './planning.ts';
import type { School } from './school.ts';

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

async function signIn({ url, dataDir }: School, { email }: PlannedPerson): Promise<string> {
  const post = async (path: string, data: object) => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'x-mellom': '1', 'content-type': 'application/json', origin: url },
      body: JSON.stringify(data),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  await post('/api/auth/email-otp/send-verification-otp', { email });
  const otp = await takeMailedCode(dataDir, email);
  const answer = await post('/api/auth/sign-in/email-otp', { email, otp });
  return answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
}

async function takeSeat(
  { url }: School,
  cookie: string,
  { id }: PlannedSession,
): Promise<Socket<ServerToClientEvents, ClientToServerEvents>> {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io(url, {
    transports: ['websocket'],
    auth: { version: WIRE_VERSION },
    forceNew: true,
    extraHeaders: { origin: url, cookie },
  });
  const call = { callId: newId<'call'>(), name: joinSession.name, input: { sessionId: id } };
  const reply = await socket.emitWithAck('command', call);
  if (!reply.ok) throw new Error(`no seat: ${JSON.stringify(reply)}`);
  // A seat is held by a line that hears the session.
  await socket.emitWithAck('subscribe', { channel: sessionChannel.name, id, after: null });
  return socket;
}

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
