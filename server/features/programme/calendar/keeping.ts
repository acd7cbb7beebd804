import { sql } from 'drizzle-orm';
import type { KeptSession } from '#shared/features/programme/keeping/model.ts';
import { STUDY_MONTHS } from '#shared/features/programme/keeping/rules.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { msOf } from '../../../storage/moment.ts';

/** What the rule of the course hangs on for each of these sessions, also for one that is deleted. */
export async function keptSessions(
  tx: Tx,
  sessionIds: readonly SessionId[],
): Promise<KeptSession[]> {
  const studyEndsAt = sql`(h.starts_on + make_interval(months =>
    case h.mode when 'full-time' then ${STUDY_MONTHS['full-time']}::int else ${STUDY_MONTHS['part-time']}::int end))
    at time zone 'Europe/Oslo'`;
  const { rows } = await tx.execute<KeptSession>(sql`
    select s.id as "sessionId", c.chat_kept_days as "keptDays", ${msOf(sql`s.ends_at`)} as "endsAt",
      ${msOf(sql`s.ended_at`)} as "endedAt", ${msOf(studyEndsAt)} as "studyEndsAt"
    from session s join course c on c.id = s.course_id join cohort h on h.id = s.cohort_id
    where s.id = any(${sql.param(sessionIds)}::uuid[])`);
  return rows;
}
