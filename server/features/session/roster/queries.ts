import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import type { Agenda } from '#shared/features/session/agenda/model.ts';
import { mayEditAgenda } from '#shared/features/session/agenda/policy.ts';
import { mustWait } from '#shared/features/session/lobby/policy.ts';
import { mayJoinSession, partOnceInside } from '#shared/features/session/roster/policy.ts';
import type { SessionGlance } from '#shared/features/session/roster/queries.ts';
import * as queries from '#shared/features/session/roster/queries.ts';
import { doorOf, type Seat, seatOf } from '#shared/features/session/roster/rules.ts';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { answerQuery } from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import { assignedTeachers, invitedStandings, planAtDoor } from '../../programme/public.ts';
import { begunFrom } from '../afterwards/repository.ts';
import { agendaOf } from '../agenda/repository.ts';
import { type LiveSession, readLive } from '../live-session.ts';
import { lockSeenBy } from '../order/at-door.ts';
import { pauseForAllOf } from '../pause-for-all/repository.ts';
import { isOver, loadSession } from '../planned.ts';
import { countSeated, seatsOf } from './repository.ts';
import type { SeatKeeper } from './seat-keeper.ts';

/** What the rows do not know yet of those who have just gone. */
type Keeper = Pick<SeatKeeper, 'isLeaving' | 'isWithoutLine'>;

export const sessionDoor = (keeper: Keeper) =>
  answerQuery(queries.sessionDoor, loadSession, async (call) => {
    const { object, subject, now, tx } = call;
    const live = await readLive(tx, object.sessionId);
    const agenda = await agendaOf(tx, object, live);
    return {
      ...(await glanceAt(tx, keeper, subject, object, live, now)),
      plan: await planAtDoor(tx, subject, object.sessionId, now),
      mayEdit: mayEditAgenda(subject, object, now) && !isOver(object, now),
      begunFrom: await begunFrom(tx, object.sessionId),
      begun: agenda.since === null ? null : await begunAt(tx, object.sessionId, agenda.since),
      agenda: planned(agenda, object, now),
    };
  });

export const ownInvitations = (keeper: Keeper) =>
  answerQuery(
    queries.ownInvitations,
    async ({ subject }) => ({ ownerId: subject.personId }),
    async ({ subject, now, tx }) => {
      const invited = await invitedStandings(tx, subject, now);
      const sessions: SessionGlance[] = [];
      for (const session of invited) {
        const over = doorOf({ ...session, cancelled: false }, now) === 'session-over';
        if (over || partOnceInside(subject, session, now) === null) continue;
        const live = await readLive(tx, session.sessionId);
        sessions.push(await glanceAt(tx, keeper, subject, session, live, now));
      }
      return { now, sessions };
    },
  );

/** What a session's card shows of it, as this subject meets it. */
async function glanceAt(
  tx: Tx,
  keeper: Keeper,
  subject: Subject,
  session: SessionStanding,
  live: LiveSession | null,
  now: Instant,
): Promise<SessionGlance> {
  const { sessionId, title, courseCode, courseTitle, startsAt, endsAt, notes } = session;
  const teachers = await assignedTeachers(tx, sessionId);
  const leadIsIn = await isPresent(tx, keeper, sessionId, live?.leadId ?? null);
  // Whoever has just gone out of the door is not in, however long the seat is kept for one who loads the page again.
  const oneselfIsOut = keeper.isLeaving(sessionId, subject.personId);
  const waits = mustWait(subject, session, now);
  const seat = await seatAt(tx, sessionId, subject.personId);
  const oneself = oneselfIsOut && seat ? 1 : 0;
  return {
    sessionId,
    title,
    courseCode,
    courseTitle,
    startsAt,
    endsAt,
    now,
    door: doorOf(session, now),
    notes,
    teachers: teachers.map((teacher) => teacher.displayName),
    leadName: leadIsIn
      ? (teachers.find(({ personId }) => personId === live?.leadId)?.displayName ?? null)
      : null,
    // Whoever waits hears nothing of who is in.
    presentCount: waits ? 0 : (await countSeated(tx, sessionId)) - oneself,
    isIn: !waits && !oneselfIsOut && seat?.status === 'present',
    mayJoin: mayJoinSession(subject, session, now),
    waits,
    lock: await lockSeenBy(tx, subject, session, live, now),
  };
}

/** Who leads keeps the lead after going out, until somebody else comes: from outside, nobody leads an empty room. */
async function isPresent(
  tx: Tx,
  keeper: Keeper,
  sessionId: SessionId,
  personId: PersonId | null,
): Promise<boolean> {
  if (personId === null || keeper.isWithoutLine(sessionId, personId)) return false;
  return (await seatAt(tx, sessionId, personId))?.status === 'present';
}

/** The seat that the rows have for the person, held ones too. */
async function seatAt(tx: Tx, sessionId: SessionId, personId: PersonId): Promise<Seat | null> {
  const entries = await seatsOf(tx, sessionId, [personId]);
  return seatOf({ entries, leadId: null }, personId);
}

async function begunAt(tx: Tx, sessionId: SessionId, since: Instant) {
  const pause = await pauseForAllOf(tx, sessionId);
  return { since, pauseEndsAt: pause?.endsAt ?? null };
}

type PlannedItem = OutputOf<typeof queries.sessionDoor>['agenda'][number];

/** Each item's planned start, which is the session's and what comes before it, and where it lies beside the current one. */
function planned(
  { items, currentId }: Pick<Agenda, 'items' | 'currentId'>,
  session: SessionStanding,
  now: Instant,
): PlannedItem[] {
  // What is over is behind, also where the teacher stopped before its end.
  const over = doorOf(session, now) === 'session-over';
  const current = over ? items.length : items.findIndex(({ id }) => id === currentId);
  let next = session.startsAt;
  return items.map(({ title, minutes, kind }, index): PlannedItem => {
    const phase: PlannedItem['phase'] =
      index === current ? 'now' : index < current ? 'behind' : 'ahead';
    const item = { title, startsAt: next, minutes, kind, phase };
    next += minutes * MINUTE_MS;
    return item;
  });
}
