import { sql } from 'drizzle-orm';
import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { type Ending, NOT_ENDING } from '#shared/features/session/ending/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';
import { endSession } from '../../programme/public.ts';
import { endGuestsOf } from '../guest/ending.ts';
import type { LiveSession } from '../live-session.ts';

/** How it stands with the end of a session: that it has ended is the calendar's to know, that it is being ended ours. */
export function endingOf(
  planned: Pick<SessionStanding, 'endedAt'>,
  live: Pick<LiveSession, 'endingBy' | 'endsAt'> | null,
): Ending {
  if (planned.endedAt !== null) return { status: 'ended', at: planned.endedAt };
  if (!live || live.endingBy === null || live.endsAt === null) return NOT_ENDING;
  return { status: 'begun', by: live.endingBy, endsAt: live.endsAt };
}

/** Keeps it. The session's row is locked. */
export async function saveEnding(tx: Tx, sessionId: SessionId, ending: Ending): Promise<void> {
  const begun = ending.status === 'begun' ? ending : null;
  await tx.execute(sql`
    update session_live
    set ending_by = ${begun?.by ?? null}, ends_at = ${begun && momentOf(begun.endsAt)}
    where session_id = ${sessionId}`);
  if (ending.status !== 'ended') return;
  await endSession(tx, sessionId, ending.at);
  await endGuestsOf(tx, sessionId, ending.at);
}

/** Every session that is being ended, and when. */
export async function sessionsEnding(
  tx: Tx,
): Promise<{ readonly sessionId: SessionId; readonly endsAt: Instant }[]> {
  const { rows } = await tx.execute<{ sessionId: SessionId; endsAt: Instant }>(sql`
    select session_id as "sessionId", ${msOf(sql`ends_at`)} as "endsAt"
    from session_live where ends_at is not null`);
  return rows;
}
