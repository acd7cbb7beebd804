import type { Instant } from '#shared/kernel/duration.ts';
import type { Slice } from '../../platform/handler.ts';
import type { Database } from '../../storage/database.ts';
import { beginDue, forgetOldCauses } from './begin.ts';
import { beginAttendance } from './begin-attendance.ts';
import {
  chooseNotice,
  ownNotices,
  removePushDevice,
  setQuietHours,
  tryNotice,
} from './handlers.ts';
import { type LeavePush, tellAll } from './tell.ts';

export { makeCompose } from './compose.ts';
export { serveNoticesOff } from './off-door.ts';
export { servePushDevices } from './push/http.ts';
export { openPushKeys } from './push/push-keys.ts';
export { makeSendPush, type PushJob } from './push/send-push.ts';

export const notificationSlice: Slice = {
  name: 'notification',
  commands: [chooseNotice, setQuietHours, tryNotice, removePushDevice],
  queries: [ownNotices],
  channels: [],
};

/** Begins what is to be told now, and tells whoever may be told now. Done twice, or by two servers at once, it tells once. */
export async function tellDue(
  database: Database,
  now: Instant,
  leavePush: LeavePush,
): Promise<void> {
  await beginDue(database, now);
  await beginAttendance(database, now);
  await tellAll(database, now, leavePush);
  await forgetOldCauses(database, now);
}
