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
import type { RoomId } from './place.ts';
import { connectedIn, lockControls } from './room.ts';

/** Absent from so many lists in a row, a visit has ended: one list may be late. */
const ABSENCES = 2;

const keyOf = (room: RoomId, identity: string): string => `${room} ${identity}`;
const roomOfKey = (key: string): RoomId => key.split(' ', 1)[0] as RoomId;

/**
 * Who could be seen and heard, where and when: what our own server saw of its lines, corrected by the media server's list.
 * Neither a browser's word nor a webhook's makes a row. A teacher's voice in a breakout is no visit.
 */
export function makePresence(unitOfWork: UnitOfWork) {
  /** How often in a row a visit was missing, and since when its own line has been gone. */
  const absences = new Map<string, number>();
  const lineEndedAt = new Map<string, Instant>();

  /** Runs the change with the session's rooms locked, and tells who has come and gone by it. */
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
    lineOpened: ({ sessionId, room, personId, identity }: RoomLine): Promise<void> => {
      lineEndedAt.delete(keyOf(room, identity));
      return changing(sessionId, async ({ tx, now }, open) => {
        const own = open.filter((visit) => visit.identity === identity);
        // A tab is in one room at a time: the line to the one that it goes from may end a moment later.
        for (const visit of own)
          if (visit.room !== room) await closeInterval(tx, visit.id, now, 'signalling');
        if (own.some((visit) => visit.room === room)) return;
        await openInterval(tx, sessionId, {
          room,
          personId,
          identity,
          sid: null,
          at: now,
          by: 'signalling',
        });
      });
    },

    /** It may come back on the same visit; the list says whether it has ended. */
    lineEnded: ({ room, identity }: RoomLine, at: Instant): void => {
      lineEndedAt.set(keyOf(room, identity), at);
    },

    /** Brings the rows of these rooms in line with what the media server lists in them. */
    correct: (
      sessionId: SessionId,
      rooms: ReadonlySet<RoomId>,
      listed: readonly InRoom[],
    ): Promise<void> =>
      changing(sessionId, async ({ tx, now }, open) => {
        const unseen = new Map(listed.map((tab) => [keyOf(tab.room, tab.identity), tab]));
        for (const visit of open) {
          if (!rooms.has(visit.room)) continue;
          const key = keyOf(visit.room, visit.identity);
          const tab = unseen.get(key);
          if (tab && (visit.sid === null || visit.sid === tab.sid)) {
            absences.delete(visit.id);
            await seeInterval(tx, visit.id, tab.sid, now);
            unseen.delete(key);
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
        // Of a visit that was over before its line: whoever goes to another room leaves the one before a moment later.
        const visits = new Set(open.map((visit) => keyOf(visit.room, visit.identity)));
        for (const key of lineEndedAt.keys())
          if (rooms.has(roomOfKey(key)) && !visits.has(key)) lineEndedAt.delete(key);
        for (const { room, personId, identity, sid } of unseen.values()) {
          await openInterval(tx, sessionId, { room, personId, identity, sid, at: now, by: 'list' });
        }
      }),

    /** Somebody was put out of a room: their visits to it end now. */
    removed: (sessionId: SessionId, room: RoomId, personId: PersonId): Promise<void> =>
      changing(sessionId, async ({ tx, now }, open) => {
        for (const visit of open) {
          if (visit.room === room && visit.personId === personId)
            await closeInterval(tx, visit.id, now, 'removal');
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
