import { sql } from 'drizzle-orm';
import type { Poll } from '#shared/features/session/poll/model.ts';
import type { PersonId, PollId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

const POLL = sql`
  id, occasion, question, form, named, answers, totals,
  ${msOf(sql`opened_at`)} as "openedAt", ${msOf(sql`closed_at`)} as "closedAt"`;

/** What stands on everybody's screen, open or closed; null where nothing does. */
export async function pollOn(tx: Tx, sessionId: SessionId): Promise<Poll | null> {
  const { rows } = await tx.execute<Poll>(sql`
    select ${POLL} from poll where session_id = ${sessionId} and not put_away`);
  return rows[0] ?? null;
}

/** A poll of the session, whether it is still on the screen or not. */
export async function pollOf(tx: Tx, sessionId: SessionId, pollId: PollId): Promise<Poll | null> {
  const { rows } = await tx.execute<Poll>(sql`
    select ${POLL} from poll where session_id = ${sessionId} and id = ${pollId}`);
  return rows[0] ?? null;
}

/** What has been asked in the session and is closed, oldest first. */
export async function closedPolls(tx: Tx, sessionId: SessionId): Promise<Poll[]> {
  const { rows } = await tx.execute<Poll>(sql`
    select ${POLL} from poll
    where session_id = ${sessionId} and closed_at is not null order by opened_at, id`);
  return rows;
}

/** Keeps a new one. The session's row is locked. */
export async function addPoll(
  tx: Tx,
  sessionId: SessionId,
  { id, occasion, question, form, named, openedAt }: Poll,
  by: PersonId,
): Promise<void> {
  await tx.execute(sql`
    insert into poll (id, session_id, by_id, occasion, question, form, named, tidied, opened_at)
    values (${id}, ${sessionId}, ${by}, ${occasion}, ${question}, ${JSON.stringify(form)}::jsonb, ${named}, ${named},
      ${momentOf(openedAt)})`);
}

/** Keeps how it stands now: how many have answered, what all may see, and whether it is closed. */
export async function savePoll(tx: Tx, { id, answers, totals, closedAt }: Poll): Promise<void> {
  await tx.execute(sql`
    update poll set answers = ${answers}, totals = ${totals && JSON.stringify(totals)}::jsonb,
      closed_at = ${closedAt && momentOf(closedAt)}
    where id = ${id}`);
}

export async function putAway(tx: Tx, pollId: PollId): Promise<void> {
  await tx.execute(sql`update poll set put_away = true where id = ${pollId}`);
}
