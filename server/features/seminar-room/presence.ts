import { seminarRoomChannel } from '#shared/features/seminar-room/channel.ts';
import type { RoomFact } from '#shared/features/seminar-room/facts.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Unit, UnitOfWork } from '../../platform/unit-of-work.ts';
import type { Tx } from '../../storage/database.ts';
import {
  closeInterval,
  type OpenInterval,
  openInterval,
  openIntervals,
  seeInterval,
} from './intervals.ts';
import type { RoomLine } from './line-register.ts';
import type { InRoom } from './media-rooms.ts';
import { connectedIn, lockControls } from './room.ts';

/** Absent from so many lists in a row, a visit has ended: one list may be late. */
const ABSENCES = 2;

/**
 * Who could be seen and heard, and when: what our own server saw of its lines, corrected by the media server's list.
 * Neither a browser's word nor a webhook's makes a row.
 */
export function makePresence(unitOfWork: UnitOfWork) {
  /** How often in a row a visit was missing, and since when its own line has been gone. */
  const absences = new Map<string, number>();
  const lineEndedAt = new Map<string, Instant>();

  /** Runs the change with the room locked, and tells who has come and gone by it. */
  function changing(
    sessionId: SessionId,
    change: (unit: Unit, open: readonly OpenInterval[]) => Promise<void>,
  ): Promise<void> {
    return unitOfWork.run(async (unit) => {
      await lockControls(unit.tx, sessionId);
      const before = await peopleIn(unit.tx, sessionId);
      await change(unit, await openIntervals(unit.tx, sessionId));
      const after = await peopleIn(unit.tx, sessionId);
      unit.publish(seminarRoomChannel, sessionId, differences(before, after, unit.now));
    });
  }

  return {
    /** A line of ours reached the media server. */
    lineOpened: ({ sessionId, personId, identity }: RoomLine): Promise<void> => {
      lineEndedAt.delete(`${sessionId} ${identity}`);
      return changing(sessionId, async ({ tx, now }, open) => {
        if (open.some((visit) => visit.identity === identity)) return;
        await openInterval(tx, sessionId, {
          personId,
          identity,
          sid: null,
          at: now,
          by: 'signalling',
        });
      });
    },

    /** It may come back on the same visit; the list says whether it has ended. */
    lineEnded: ({ sessionId, identity }: RoomLine, at: Instant): void => {
      lineEndedAt.set(`${sessionId} ${identity}`, at);
    },

    /** Brings the rows in line with the media server's list. */
    correct: (sessionId: SessionId, listed: readonly InRoom[]): Promise<void> =>
      changing(sessionId, async ({ tx, now }, open) => {
        const byIdentity = new Map(listed.map((tab) => [tab.identity, tab]));
        for (const visit of open) {
          const tab = byIdentity.get(visit.identity);
          const key = `${sessionId} ${visit.identity}`;
          if (tab && (visit.sid === null || visit.sid === tab.sid)) {
            absences.delete(visit.id);
            await seeInterval(tx, visit.id, tab.sid, now);
            byIdentity.delete(visit.identity);
            continue;
          }
          // The same tab on another visit has left the first one for certain.
          const missed = tab ? ABSENCES : (absences.get(visit.id) ?? 0) + 1;
          absences.set(visit.id, missed);
          if (missed < ABSENCES) continue;
          absences.delete(visit.id);
          const endedAt = lineEndedAt.get(key);
          lineEndedAt.delete(key);
          await closeInterval(
            tx,
            visit.id,
            endedAt ?? visit.seenAt,
            endedAt ? 'signalling' : 'list',
          );
        }
        for (const { personId, identity, sid } of byIdentity.values()) {
          await openInterval(tx, sessionId, { personId, identity, sid, at: now, by: 'list' });
        }
      }),

    /** Somebody was removed: their visits end now. */
    removed: (sessionId: SessionId, personId: PersonId): Promise<void> =>
      changing(sessionId, async ({ tx, now }, open) => {
        for (const visit of open) {
          if (visit.personId === personId) await closeInterval(tx, visit.id, now, 'removal');
        }
      }),
  };
}

async function peopleIn(tx: Tx, sessionId: SessionId): Promise<Map<PersonId, Instant>> {
  const people = await connectedIn(tx, sessionId);
  return new Map(people.map(({ personId, since }) => [personId, since]));
}

function differences(
  before: ReadonlyMap<PersonId, Instant>,
  after: ReadonlyMap<PersonId, Instant>,
  now: Instant,
): RoomFact[] {
  const left = [...before.keys()].filter((personId) => !after.has(personId));
  const joined = [...after].filter(([personId, since]) => before.get(personId) !== since);
  return [
    ...left.map((personId): RoomFact => ({ type: 'media-left', personId, at: now })),
    ...joined.map(([personId, at]): RoomFact => ({ type: 'media-joined', personId, at })),
  ];
}
