import { sql } from 'drizzle-orm';
import { DOOR_CLOSES_AFTER_MS } from '#shared/features/programme/calendar/model.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import type { RosterFact } from '#shared/features/session/roster/facts.ts';
import { DOOR_OPENS_BEFORE_MS } from '#shared/features/session/roster/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Publish } from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import { lockLive } from '../live-session.ts';
import { changesOf, keepTold, namingIn, shownBy, toldBy } from './naming.ts';

/**
 * NAMES-3: somebody is about to be named otherwise. Holds every session that goes on and has them on its list, so that nobody comes
 * in between, and answers with what tells those who are in it, once the change is made.
 */
export async function beforeNamed(
  tx: Tx,
  personId: PersonId,
  now: Instant,
): Promise<(publish: Publish) => Promise<void>> {
  const held: { sessionId: SessionId; told: ReturnType<typeof toldBy> }[] = [];
  for (const sessionId of await sessionsThatGoOn(tx, personId, now)) {
    await lockLive(tx, sessionId);
    const told = toldBy(await namingIn(tx, sessionId, now));
    if (told.has(personId)) held.push({ sessionId, told });
  }
  return async (publish) => {
    for (const { sessionId, told } of held) {
      const changes = changesOf(told, shownBy(await namingIn(tx, sessionId, now)));
      await keepTold(tx, sessionId, changes);
      publish(sessionChannel, sessionId, changes);
    }
  };
}

/** NAMES-2: what somebody who has just come changes for the others: two of the same first name are told apart from now on. */
export async function namedBeside(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
  now: Instant,
): Promise<{
  readonly own: NonNullable<ReturnType<ReturnType<typeof shownBy>['get']>>;
  readonly others: readonly Extract<RosterFact, { type: 'shown-as' }>[];
}> {
  const told = toldBy(await namingIn(tx, sessionId, now));
  const shown = shownBy(await namingIn(tx, sessionId, now, [personId]));
  const own = shown.get(personId);
  if (!own) throw new Error('a person who comes in is not there');
  const others = changesOf(told, shown).filter((change) => change.personId !== personId);
  await keepTold(tx, sessionId, others);
  return { own, others };
}

/**
 * Those that can have the person on their list, in their order, so that two who wait for several never wait for each other. Only where
 * somebody has been: nobody else has been told.
 */
async function sessionsThatGoOn(tx: Tx, personId: PersonId, now: Instant): Promise<SessionId[]> {
  const { rows } = await tx.execute<{ sessionId: SessionId }>(sql`
    select s.id as "sessionId" from session s
    where s.deleted_at is null and exists (select from seat where seat.session_id = s.id)
      and (
        exists (select from seat where seat.session_id = s.id and seat.left_at is null)
        or (s.ended_at is null and s.cancelled_at is null
          and s.starts_at <= ${momentOf(now + DOOR_OPENS_BEFORE_MS)}
          and s.ends_at > ${momentOf(now - DOOR_CLOSES_AFTER_MS)})
      )
      and (
        exists (select from seat where seat.session_id = s.id and seat.person_id = ${personId})
        or exists (select from session_teacher t where t.session_id = s.id and t.person_id = ${personId})
        or exists (select from enrolment e where e.cohort_id = s.cohort_id and e.person_id = ${personId})
        or exists (select from session_invitation i where i.session_id = s.id and i.person_id = ${personId})
      )
    order by s.id`);
  return rows.map(({ sessionId }) => sessionId);
}
