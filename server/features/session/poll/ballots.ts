import { sql } from 'drizzle-orm';
import type { Poll, PollAnswer, Tally } from '#shared/features/session/poll/model.ts';
import { count, emptyTally } from '#shared/features/session/poll/rules.ts';
import type { PersonId, PollId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

/** Keeps what somebody answers under their name; what they answered before is gone. */
export async function saveBallot(
  tx: Tx,
  pollId: PollId,
  personId: PersonId,
  { choices, text }: PollAnswer,
): Promise<void> {
  await tx.execute(sql`
    insert into poll_ballot (poll_id, person_id, choices, text)
    values (${pollId}, ${personId}, ${sql.param(choices)}::integer[], ${text})
    on conflict (poll_id, person_id) do update set choices = excluded.choices, text = excluded.text`);
}

export async function ballotOf(
  tx: Tx,
  pollId: PollId,
  personId: PersonId,
): Promise<PollAnswer | null> {
  const { rows } = await tx.execute<PollAnswer>(sql`
    select choices, text from poll_ballot where poll_id = ${pollId} and person_id = ${personId}`);
  return rows[0] ?? null;
}

/** Who answered what, by name as it is shown in the session. */
export async function ballotsOf(
  tx: Tx,
  sessionId: SessionId,
  pollId: PollId,
): Promise<(PollAnswer & { readonly personId: PersonId; readonly name: string })[]> {
  const { rows } = await tx.execute<
    PollAnswer & { readonly personId: PersonId; readonly name: string }
  >(sql`
    select ballot.person_id as "personId", ballot.choices, ballot.text,
      coalesce(seat.called_name, seat.display_name, '') as name
    from poll_ballot ballot
    left join seat on seat.session_id = ${sessionId} and seat.person_id = ballot.person_id
    where ballot.poll_id = ${pollId} order by name, ballot.person_id`);
  return rows;
}

/** How a named one stands. */
export async function tallyOfBallots(
  tx: Tx,
  { id, form }: Pick<Poll, 'id' | 'form'>,
): Promise<Tally> {
  const { rows } = await tx.execute<PollAnswer>(sql`
    select choices, text from poll_ballot where poll_id = ${id} order by text, choices`);
  return rows.reduce<Tally>(count, emptyTally(form));
}
