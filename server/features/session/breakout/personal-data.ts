import { sql } from 'drizzle-orm';
import { evolveHandQueue, withdraw } from '#shared/features/session/hand-queue/rules.ts';
import type { BreakoutId, PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { breakoutQueue, saveBreakoutQueue } from './repository.ts';

/** Our tables that name a person. */
export const BREAKOUT_TABLES = [
  'breakout',
  'breakout_member',
  'breakout_split',
  'breakout_plan',
] as const;

/** The groups that the person has been in, what they planned for others, and what they asked of the teachers. */
export async function exportBreakouts(tx: Tx, personId: PersonId): Promise<readonly object[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select b.session_id, b.name, b.opened_at, b.closed_at, b.called_by = ${personId} as "calledByMe",
      exists (select from breakout_member m where m.breakout_id = b.id and m.person_id = ${personId})
        as "mine"
    from breakout b
    where b.called_by = ${personId}
      or exists (select from breakout_member m where m.breakout_id = b.id and m.person_id = ${personId})
    union all
    select session_id, 'plan', at, null, null, by_id = ${personId} from breakout_plan
    where by_id = ${personId} or plan -> 'rooms' @> ${planned(personId)}::jsonb
    union all
    select session_id, 'split', opened_at, ends_at, null, true from breakout_split
    where by_id = ${personId} or ${personId}::uuid = any(choosers)
    order by 3`);
  return rows;
}

const planned = (personId: PersonId) => JSON.stringify([{ members: [personId] }]);

/** Takes the person out of them. What they planned for others goes; a session that they split stays so. */
export async function eraseBreakouts(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`delete from breakout_member where person_id = ${personId}`);
  await tx.execute(sql`
    update breakout set called_by = null, called_at = null where called_by = ${personId}`);
  const knocked = JSON.stringify([{ by: personId }]);
  await tx.execute(sql`
    update breakout set knocks = '[]' where knocks @> ${knocked}::jsonb`);
  await tx.execute(sql`
    delete from breakout_plan
    where by_id = ${personId} or plan -> 'rooms' @> ${planned(personId)}::jsonb`);
  await tx.execute(sql`
    update breakout_split set choosers = array_remove(choosers, ${personId}::uuid)
    where ${personId}::uuid = any(choosers)`);
  // The groups go on.
  await tx.execute(sql`
    update breakout_split set by_id = null where by_id = ${personId}`);
  await withdrawHands(tx, personId);
}

async function withdrawHands(tx: Tx, personId: PersonId): Promise<void> {
  const { rows } = await tx.execute<{ id: BreakoutId }>(sql`
    select id from breakout
    where closed_at is null and hand_queue::text like ${`%"${personId}"%`}`);
  for (const { id } of rows) {
    const queue = await breakoutQueue(tx, id);
    const next = withdraw(queue, personId, 0).reduce(evolveHandQueue, queue);
    await saveBreakoutQueue(tx, id, next);
  }
}
