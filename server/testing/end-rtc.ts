import { setTimeout as delay } from 'node:timers/promises';
import * as rtc from '@livekit/rtc-node';

/** LiveKit's library for Node has been seen to wait for ever for a line that was cut under it. */
const WITHIN_MS = 10_000;

/** Leaves the rooms and gives the library's own threads back; what hangs ends with the process. */
export async function endRtc(rooms: readonly rtc.Room[]): Promise<void> {
  await within(Promise.allSettled(rooms.map((room) => room.disconnect())));
  await within(rtc.dispose());
}

async function within(work: Promise<unknown>): Promise<void> {
  await Promise.race([work, delay(WITHIN_MS, undefined, { ref: false })]);
}
