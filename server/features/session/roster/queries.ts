import type { Agenda } from '#shared/features/session/agenda/model.ts';
import { mayJoinSession } from '#shared/features/session/roster/policy.ts';
import * as queries from '#shared/features/session/roster/queries.ts';
import { doorOf } from '#shared/features/session/roster/rules.ts';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { answerQuery } from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import { assignedTeachers } from '../../programme/public.ts';
import { agendaOf } from '../agenda/repository.ts';
import { readLive } from '../live-session.ts';
import { loadSession } from '../planned.ts';
import { countPresent, seatsOf } from './repository.ts';

export const sessionDoor = answerQuery(queries.sessionDoor, loadSession, async (call) => {
  const { object, subject, now, tx } = call;
  const { sessionId, title, courseCode, courseTitle, startsAt, endsAt, notes } = object;
  const live = await readLive(tx, sessionId);
  const teachers = await assignedTeachers(tx, sessionId);
  const leadIsIn = await isPresent(tx, sessionId, live?.leadId ?? null);
  const agenda = await agendaOf(tx, object, live);
  return {
    sessionId,
    title,
    courseCode,
    courseTitle,
    startsAt,
    endsAt,
    now,
    door: doorOf(object, now),
    notes,
    teachers: teachers.map((teacher) => teacher.displayName),
    leadName: leadIsIn
      ? (teachers.find(({ personId }) => personId === live?.leadId)?.displayName ?? null)
      : null,
    presentCount: await countPresent(tx, sessionId),
    agenda: planned(agenda, startsAt),
    mayJoin: mayJoinSession(subject, object, now),
  };
});

/** Who leads keeps the lead after going out, until somebody else comes: from outside, nobody leads an empty room. */
async function isPresent(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId | null,
): Promise<boolean> {
  if (personId === null) return false;
  const [seat] = await seatsOf(tx, sessionId, [personId]);
  return seat?.presence.status === 'present';
}

type PlannedItem = OutputOf<typeof queries.sessionDoor>['agenda'][number];

/** Each item's planned start, which is the session's and what comes before it, and where it lies beside the current one. */
function planned(
  { items, currentId }: Pick<Agenda, 'items' | 'currentId'>,
  startsAt: Instant,
): PlannedItem[] {
  const current = items.findIndex(({ id }) => id === currentId);
  let next = startsAt;
  return items.map(({ title, minutes }, index): PlannedItem => {
    const phase: PlannedItem['phase'] =
      index === current ? 'now' : index < current ? 'behind' : 'ahead';
    const item = { title, startsAt: next, minutes, phase };
    next += minutes * MINUTE_MS;
    return item;
  });
}
