import { setTimeout as delay } from 'node:timers/promises';
import * as rtc from '@livekit/rtc-node';

/** LiveKit's library for Node has been seen to wait for ever for a line that was cut under it. */
const WITHIN_MS = 10_000;

/**
 * Leaves the rooms. Those of a test that is over must be left before a media server is killed: coming back to a
 * room anew, the library ends its whole process over a track that the server once took away.
 */
export async function leaveRooms(rooms: readonly rtc.Room[]): Promise<void> {
  await within(Promise.allSettled(rooms.map((room) => room.disconnect())));
}

/** Leaves the rooms and gives the library's own threads back; what hangs ends with the process. */
export async function endRtc(rooms: readonly rtc.Room[]): Promise<void> {
  await leaveRooms(rooms);
  await within(rtc.dispose());
}

async function within(work: Promise<unknown>): Promise<void> {
  await Promise.race([work, delay(WITHIN_MS, undefined, { ref: false })]);
}
