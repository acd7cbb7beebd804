import { seminarRoomChannel } from '#shared/features/seminar-room/channel.ts';
import { sourcesOf } from '#shared/features/seminar-room/grants.ts';
import type { Source } from '#shared/features/seminar-room/model.ts';
import { SECOND_MS } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Can, SubjectOf } from '../../platform/dispatch.ts';
import type { Log } from '../../platform/log.ts';
import { makeSeldomLog } from '../../platform/seldom-log.ts';
import type { Heard, UnitOfWork } from '../../platform/unit-of-work.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { inTransaction } from '../../storage/transaction.ts';
import {
  hasSessionEnded,
  hasTakenSeat,
  loadSession,
  type Seated,
  seatedIn,
  sessionsSatIn,
} from '../session/public.ts';
import { sessionsWithOpenIntervals } from './intervals.ts';
import { makeLineRegister, type RoomLine } from './line-register.ts';
import { type InRoom, type MediaRooms, MediaUnavailable } from './media-rooms.ts';
import { makePresence } from './presence.ts';
import { readControls } from './room.ts';
import { seatIn } from './seat.ts';

/** A right that is gone is gone from the media server within this, whatever notice was lost. */
const RECONCILE_EVERY_MS = 2 * SECOND_MS;
const CORRECT_EVERY_MS = 20 * SECOND_MS;
/** After a hint the list is read this soon, and once more: only two lists in a row end a visit. */
const HINTED_AFTER_MS = SECOND_MS;
const HINTED_AGAIN_AFTER_MS = 3 * SECOND_MS;

export type RoomSteward = ReturnType<typeof makeRoomSteward>;

/**
 * Keeps the media server true to what we know: who sits in a session may be in its room, with what they may send, and
 * nobody else. It holds nothing of its own, so it is simply asked and set right, again and again.
 */
export function makeRoomSteward(parts: {
  readonly rooms: MediaRooms;
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
  readonly can: Can;
  readonly subjectOf: SubjectOf;
}) {
  const { rooms, database, clock, log } = parts;
  const lines = makeLineRegister();
  const presence = makePresence(parts.unitOfWork);
  const saySeldom = makeSeldomLog(log, clock);
  /** What somebody has lost for as long as they stay, by sending something else under its name. */
  const misused = new Map<SessionId, ReadonlyMap<PersonId, ReadonlySet<Source>>>();
  const hinted = new Map<SessionId, NodeJS.Timeout[]>();
  /** Rooms that are about to be made for those who have just sat down. */
  const making = new Set<SessionId>();
  /** Rooms of sessions that have just ended, until the media server has closed them. */
  const closing = new Map<SessionId, Promise<void>>();
  let timers: NodeJS.Timeout[] = [];
  let stopped = false;
  /** Everything that asks the media server or changes rows goes one after the other. */
  let last: Promise<void> = Promise.resolve();

  function inTurn(what: string, work: () => Promise<void>): Promise<void> {
    const mine = last.then(work).catch((error) => {
      // It is tried again at the next turn.
      if (!stopped && !(error instanceof MediaUnavailable))
        log.warn({ err: error, what }, 'a room could not be kept');
    });
    last = mine;
    return mine;
  }

  const view = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(database, 'view', work);

  /** May this line be, asked in full: sign-in, person, relations to the session, and the seat in it. */
  function mayBe(line: Pick<RoomLine, 'personId' | 'signInId' | 'sessionId'>): Promise<boolean> {
    const { personId, signInId, sessionId } = line;
    return view(async (tx) => {
      const now = clock.now();
      const subject = await parts.subjectOf(tx, personId, signInId, now);
      if (!subject?.active) return false;
      const object = await loadSession({ tx, subject, input: { sessionId }, now });
      if (object === null || !parts.can(subject, 'seminar-room/enter', object, { now }))
        return false;
      return (await seatIn(tx, sessionId, personId)) !== null;
    });
  }

  /** May this person try a line of their own, asked in full: sign-in, person and a role that runs (row 51). */
  function mayCheck({ personId, signInId }: Pick<RoomLine, 'personId' | 'signInId'>) {
    return view(async (tx) => {
      const now = clock.now();
      const subject = await parts.subjectOf(tx, personId, signInId, now);
      return parts.can(subject, 'seminar-room/check', { ownerId: personId }, { now });
    });
  }

  async function recheck(line: RoomLine): Promise<void> {
    const may = await mayBe(line).catch((error) => {
      log.warn({ err: error }, 'rights could not be checked again; the line is cut');
      return false;
    });
    if (may) return;
    // Told that the room is closed, a browser does not try to mend its line.
    await closing.get(line.sessionId);
    line.cut();
    const { sessionId, personId } = line;
    await inTurn('removal', () => putOut(sessionId, personId));
  }

  async function putOut(sessionId: SessionId, personId: PersonId): Promise<void> {
    for (const line of lines.of(personId)) if (line.sessionId === sessionId) line.cut();
    await presence.removed(sessionId, personId);
    for (const tab of await rooms.participants(sessionId)) {
      if (tab.personId === personId) await rooms.remove(sessionId, tab.identity);
    }
  }

  /** Nobody sits in an ended session: the room itself goes, and then whatever line is left. */
  async function closeEnded(sessionId: SessionId): Promise<void> {
    try {
      await rooms.close(sessionId);
    } finally {
      for (const line of lines.all()) if (line.sessionId === sessionId) line.cut();
      closing.delete(sessionId);
      misused.delete(sessionId);
    }
  }

  /** No browser of ours sends sound as a camera's: whoever does would speak where microphones are locked. */
  function noteMisuse(sessionId: SessionId, listed: readonly InRoom[]) {
    const before = misused.get(sessionId);
    const lost = new Map<PersonId, ReadonlySet<Source>>();
    for (const { personId, tracks } of listed) {
      const now = tracks.filter((track) => !track.fits).map((track) => track.source);
      if (now.length > 0) saySeldom('somebody sends what is not what it says it is; it is ended');
      const already = [...(before?.get(personId) ?? []), ...(lost.get(personId) ?? [])];
      const all = new Set([...already, ...now]);
      if (all.size > 0) lost.set(personId, all);
    }
    if (lost.size > 0) misused.set(sessionId, lost);
    else misused.delete(sessionId);
    return lost;
  }

  /** Puts out who does not sit there, and gives everybody exactly what they may send. */
  async function reconcile(sessionId: SessionId): Promise<InRoom[]> {
    const listed = await rooms.participants(sessionId);
    const { seated, controls } = await view(async (tx) => ({
      seated: new Map((await seatedIn(tx, [sessionId])).map((seat) => [seat.personId, seat])),
      controls: await readControls(tx, sessionId),
    }));
    const lost = noteMisuse(sessionId, listed);
    for (const tab of listed) {
      const seat: Seated | undefined = seated.get(tab.personId);
      if (!seat) {
        await putOut(sessionId, tab.personId);
        continue;
      }
      const may = sourcesOf(seat.part, tab.personId, controls).filter(
        (source) => !lost.get(tab.personId)?.has(source),
      );
      if (may.join() !== tab.maySend.join()) await rooms.permit(sessionId, tab.identity, may);
    }
    return listed.filter((tab) => seated.has(tab.personId));
  }

  /** Lines of those who have no seat any more: also where the media server lists nobody. */
  async function cutSeatless(): Promise<void> {
    const sessions = [...new Set(lines.all().map((line) => line.sessionId))];
    if (sessions.length === 0) return;
    const seats = await view((tx) => seatedIn(tx, sessions));
    const held = new Set(seats.map((seat) => `${seat.sessionId} ${seat.personId}`));
    for (const line of lines.all()) {
      if (!held.has(`${line.sessionId} ${line.personId}`)) line.cut();
    }
  }

  async function reconcileAll(): Promise<void> {
    await cutSeatless();
    for (const sessionId of await rooms.all()) await reconcile(sessionId);
  }

  async function correct(sessionId: SessionId): Promise<void> {
    await presence.correct(sessionId, await reconcile(sessionId));
  }

  async function correctAll(): Promise<void> {
    const open = await view(sessionsWithOpenIntervals);
    for (const sessionId of new Set([...open, ...(await rooms.all())])) await correct(sessionId);
  }

  /** Whoever sits down asks for a pass next: the first in a session need not wait for its room then. */
  function makeRoomSoon(sessionId: SessionId): void {
    if (making.has(sessionId)) return;
    making.add(sessionId);
    inTurn('room', async () => {
      making.delete(sessionId);
      await rooms.ensure(sessionId);
    });
  }

  /** A media server that was started anew knows no rooms: whoever comes back to one finds it. */
  async function remakeRooms(): Promise<void> {
    for (const sessionId of await view(sessionsWithOpenIntervals)) await rooms.ensure(sessionId);
  }

  /** Screens that wait for the media server hear that it has come, or gone. */
  async function tellMedia(): Promise<void> {
    await parts.unitOfWork.run(async ({ tx, publish }) => {
      const media = rooms.state();
      for (const sessionId of await sessionsSatIn(tx)) {
        publish(seminarRoomChannel, sessionId, [{ type: 'media-changed', media }]);
      }
    });
  }

  function hint(sessionId: SessionId): void {
    if (stopped || hinted.has(sessionId)) return;
    const soon = setTimeout(() => inTurn('hint', () => correct(sessionId)), HINTED_AFTER_MS);
    const again = setTimeout(() => {
      hinted.delete(sessionId);
      inTurn('hint', () => correct(sessionId));
    }, HINTED_AGAIN_AFTER_MS);
    hinted.set(sessionId, [soon, again]);
  }

  function mediaChanged(): void {
    inTurn('media', tellMedia);
    if (rooms.state().status === 'ready') inTurn('media', remakeRooms);
  }

  return {
    mayBe,
    mayCheck,

    /** A line has reached the media server through our door. */
    lineOpened(line: RoomLine): void {
      lines.add(line);
      inTurn('line opened', () => presence.lineOpened(line));
      hint(line.sessionId);
      // What was taken away while the line was being opened.
      recheck(line);
    },

    lineEnded(line: RoomLine): void {
      lines.delete(line);
      presence.lineEnded(line, clock.now());
      hint(line.sessionId);
    },

    /** Somebody's rights have changed: every line of theirs is asked about again. */
    personChanged(personId: PersonId): void {
      for (const line of lines.of(personId)) recheck(line);
    },

    /** What teachers decide takes effect with its commit, not at the next look. */
    heard(heard: Heard): void {
      const { channel, id, facts } = heard;
      if (hasSessionEnded(heard)) {
        const sessionId = id as SessionId;
        closing.set(
          sessionId,
          inTurn('end', () => closeEnded(sessionId)),
        );
      }
      if (hasTakenSeat(heard)) makeRoomSoon(id as SessionId);
      if (channel.name !== seminarRoomChannel.name) return;
      const decides = (facts as readonly { readonly type: string }[]).some(({ type }) =>
        /^(microphones|screen)-/u.test(type),
      );
      if (decides) inTurn('decision', async () => void (await reconcile(id as SessionId)));
    },

    /** Somebody says that something has happened in a room. Believed only after a look. */
    hint,

    /** The media server's state has changed. */
    mediaChanged,

    /** What is due at each turn, for tests that do not wait. */
    reconcileNow: () => inTurn('reconcile', reconcileAll),
    correctNow: () => inTurn('correct', correctAll),

    start(): void {
      // Screens that waited over a restart of ours know only what was told before it. Down is where every start begins, and
      // says nothing yet: told, it would take the sound from those whose lines outlived us.
      if (rooms.state().status !== 'down') mediaChanged();
      timers = [
        setInterval(() => inTurn('reconcile', reconcileAll), RECONCILE_EVERY_MS),
        setInterval(() => inTurn('correct', correctAll), CORRECT_EVERY_MS),
      ];
    },

    async stop(): Promise<void> {
      stopped = true;
      for (const timer of [...timers, ...[...hinted.values()].flat()]) clearTimeout(timer);
      for (const line of lines.all()) line.cut();
      await last;
    },
  };
}
