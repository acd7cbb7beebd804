import type { Instant } from '#shared/kernel/duration.ts';
import type { Slice } from '../../platform/handler.ts';
import type { Database } from '../../storage/database.ts';
import { beginDue, forgetOldCauses } from './begin.ts';
import { chooseNotice, ownNotices, setQuietHours, tryNotice } from './handlers.ts';
import { tellAll } from './tell.ts';

export { makeCompose } from './compose.ts';
export { serveNoticesOff } from './off-door.ts';

export const notificationSlice: Slice = {
  name: 'notification',
  commands: [chooseNotice, setQuietHours, tryNotice],
  queries: [ownNotices],
  channels: [],
};

/** Begins what is to be told now, and tells whoever may be told now. Done twice, or by two servers at once, it tells once. */
export async function tellDue(database: Database, now: Instant): Promise<void> {
  await beginDue(database, now);
  await tellAll(database, now);
  await forgetOldCauses(database, now);
}
