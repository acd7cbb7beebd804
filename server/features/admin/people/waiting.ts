import { sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';

/** A letter that has been tried that often will hardly arrive by itself. */
const TRIES = 3;

/** What waits for those who run the school: invitations that do not reach anybody, and roles that want this person's yes. */
export async function peopleWaiting(
  tx: Tx,
  personId: PersonId,
  now: Instant,
): Promise<{ readonly failing: number; readonly expired: number; readonly secondYes: number }> {
  const at = momentOf(now);
  const { rows } = await tx.execute<Awaited<ReturnType<typeof peopleWaiting>>>(sql`
    select
      count(*) filter (where w.until_at <= ${at})::int as expired,
      count(*) filter (where w.until_at > ${at} and exists (
        select from letter l
        where l.address = w.email and l.sent_at is null and l.tries >= ${TRIES}))::int as failing,
      (select count(*)::int from role_request r
        where r.settled_at is null and r.asked_by <> ${personId} and r.person_id <> ${personId}
      ) as "secondYes"
    from welcome w where w.accepted_at is null and w.withdrawn_at is null`);
  const [found] = rows;
  if (!found) throw new Error('a count without a row');
  return found;
}
