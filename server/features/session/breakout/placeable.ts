import { sql } from 'drizzle-orm';
import { INVITED_TO_BREAKOUTS } from '#shared/features/session/breakout/policy.ts';
import { takesPart } from '#shared/features/session/roster/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import { expectedParticipants } from '../../programme/public.ts';

export type Placeable = {
  readonly personId: PersonId;
  readonly name: string;
  readonly byHand: boolean;
};

/** Whom a teacher can place in a breakout: the session's students, and who is invited and may be in one (row 26). */
export async function placeableIn(
  tx: Tx,
  sessionId: SessionId,
  now: Instant,
): Promise<readonly Placeable[]> {
  const expected = await expectedParticipants(tx, sessionId, now);
  const invited = expected.filter(({ part }) => part === 'staff' || part === 'guest');
  const may = new Set(
    await whoMay(
      tx,
      invited.map(({ personId }) => personId),
      now,
    ),
  );
  return expected
    .filter(({ part, personId }) => part === 'student' || may.has(personId))
    .map((one) => ({
      ...{ personId: one.personId, name: one.displayName },
      byHand: !takesPart(one),
    }));
}

async function whoMay(tx: Tx, people: readonly PersonId[], now: Instant): Promise<PersonId[]> {
  if (people.length === 0) return [];
  const { rows } = await tx.execute<{ personId: PersonId }>(sql`
    select distinct person_id as "personId" from role_held
    where person_id = any(${sql.param(people)}::uuid[])
      and role = any(${sql.param(INVITED_TO_BREAKOUTS)}::text[])
      and (until is null or until > ${momentOf(now)})`);
  return rows.map(({ personId }) => personId);
}
