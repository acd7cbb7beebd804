import { Room, RoomEvent } from 'livekit-client';
import { type LineStat, type LineWay, wayOf } from './line-way.ts';

/** A network that lets sound and picture through does it within a second; what comes later than this is no use in a talk. */
const LINE_WITHIN_MS = 4_000;
const MEDIA_WITHIN_MS = 6_000;

/** Tries whether sound and picture would get through to the media server. Asks for no device, and leaves nothing behind. */
export async function tryMediaLine(
  url: string,
  token: string,
  stop: AbortSignal,
): Promise<LineWay> {
  const room = new Room();
  let arranged = false;
  room.on(RoomEvent.SignalConnected, () => {
    arranged = true;
  });
  const leave = () => void room.disconnect();
  stop.addEventListener('abort', leave);
  try {
    await room.connect(url, token, {
      autoSubscribe: false,
      maxRetries: 0,
      websocketTimeout: LINE_WITHIN_MS,
      peerConnectionTimeout: MEDIA_WITHIN_MS,
    });
    return wayOf(await statsOf(room));
  } catch {
    return arranged ? 'blocked' : 'no-line';
  } finally {
    stop.removeEventListener('abort', leave);
    await room.disconnect();
  }
}

async function statsOf({ engine }: Room): Promise<readonly LineStat[]> {
  const { publisher, subscriber } = engine.pcManager ?? {};
  const reports = await Promise.all([publisher?.getStats(), subscriber?.getStats()]);
  return reports.flatMap((report) => [...(report?.values() ?? [])]);
}
