import { seminarRoomChannel } from '#shared/features/seminar-room/channel.ts';
import { sourcesOf } from '#shared/features/seminar-room/grants.ts';
import { isVoice } from '#shared/features/seminar-room/identity.ts';
import { type Controls, FREE_ROOM, type Source } from '#shared/features/seminar-room/model.ts';
import { SECOND_MS } from '#shared/kernel/duration.ts';
import type { BreakoutId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Action } from '#shared/wire/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Can, SubjectOf } from '../../platform/dispatch.ts';
import type { Log } from '../../platform/log.ts';
import { makeSeldomLog } from '../../platform/seldom-log.ts';
import type { Heard, UnitOfWork } from '../../platform/unit-of-work.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { inTransaction } from '../../storage/transaction.ts';
import {
  breakoutsOpenAmong,
  hasMoved,
  hasSessionEnded,
  hasTakenSeat,
  loadSession,
  type Seated,
  seatedIn,
  sessionsSatIn,
} from '../session/public.ts';
import { roomsWithOpenIntervals } from './intervals.ts';
import { makeLineRegister, type RoomLine } from './line-register.ts';
import { type InRoom, type MediaRooms, MediaUnavailable } from './media-rooms.ts';
import { VOICE } from './passes.ts';
import {
  isBreakout,
  MOVES_WITHIN_MS,
  makeTimeToLeave,
  type RoomId,
  roomOfSeat,
  type Standing,
  sessionsOf,
  standingOf,
} from './place.ts';
import { makePresence } from './presence.ts';
import { readControls } from './room.ts';
import { seatIn } from './seat.ts';

/** A right that is gone is gone from the media server within this, whatever notice was lost. */
const RECONCILE_EVERY_MS = 2 * SECOND_MS;
const CORRECT_EVERY_MS = 20 * SECOND_MS;
/** After a hint the list is read this soon, and once more: only two lists in a row end a visit. */
const HINTED_AFTER_MS = SECOND_MS;
const HINTED_AGAIN_AFTER_MS = 3 * SECOND_MS;

/** A timer comes a moment too soon by another clock. */
const A_LITTLE_MS = 50;

const NONE_OPEN: ReadonlySet<RoomId> = new Set();

type Tab = Pick<RoomLine, 'room' | 'personId' | 'identity'>;
type AskedLine = Tab & Pick<RoomLine, 'signInId'>;

export type RoomSteward = ReturnType<typeof makeRoomSteward>;

/**
 * Keeps the media server true to what we know: who sits in a session may be in its room, or in the breakout where they are,
 * with what they may send, and nobody else. It holds nothing of its own, so it is simply asked and set right, again and again.
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
  const misused = new Map<RoomId, ReadonlyMap<PersonId, ReadonlySet<Source>>>();
  const hinted = new Map<RoomId, NodeJS.Timeout[]>();
  /** Rooms that are about to be made for those who have just sat down. */
  const making = new Set<SessionId>();
  /** Looks after those who have been told to go elsewhere. */
  const leaving = new Map<SessionId, NodeJS.Timeout>();
  const timeToLeave = makeTimeToLeave(clock.now);
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

  /** How this line stands to its room, asked in full: sign-in, person, relations to the session, and the seat in it. */
  function standingOfLine({ personId, signInId, room, identity }: AskedLine) {
    return view(async (tx): Promise<{ sessionId: SessionId; standing: Standing }> => {
      const now = clock.now();
      const sessionId = (await sessionsOf(tx, [room]))(room);
      const out = { sessionId, standing: 'out' as const };
      const subject = await parts.subjectOf(tx, personId, signInId, now);
      if (!subject?.active) return out;
      const object = await loadSession({ tx, subject, input: { sessionId }, now });
      if (object === null) return out;
      const asked: Action[] = ['seminar-room/enter'];
      if (isVoice(identity)) asked.push('breakout/steer');
      else if (isBreakout(room, sessionId)) asked.push('breakout/enter');
      if (!asked.every((action) => parts.can(subject, action, object, { now }))) return out;
      const seat = await seatIn(tx, sessionId, personId);
      const open = isVoice(identity)
        ? await breakoutsOpenAmong(tx, [room as BreakoutId])
        : NONE_OPEN;
      return { sessionId, standing: standingOf({ room, identity }, seat ?? undefined, open, now) };
    });
  }

  /** The session that a line would be in, if it may be. */
  async function sessionOfLine(line: AskedLine): Promise<SessionId | null> {
    const { sessionId, standing } = await standingOfLine(line);
    return standing === 'in-place' || standing === 'voice' ? sessionId : null;
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
    const standing = await standingOfLine(line).then(
      (asked) => asked.standing,
      (error): Standing => {
        log.warn({ err: error }, 'rights could not be checked again; the line is cut');
        return 'out';
      },
    );
    if (standing !== 'out') return;
    // Told that the room is closed, a browser does not try to mend its line.
    await closing.get(line.sessionId);
    line.cut();
    await inTurn('removal', () => putOut(line.sessionId, line));
  }

  /** Puts one tab's person out of the room: with every tab, or the voice. */
  async function putOut(sessionId: SessionId, { room, personId, identity }: Tab): Promise<void> {
    const isSame = (tab: Tab) =>
      tab.room === room && tab.personId === personId && isVoice(tab.identity) === isVoice(identity);
    for (const line of lines.of(personId)) if (isSame(line)) line.cut();
    if (!isVoice(identity)) await presence.removed(sessionId, room, personId);
    for (const tab of await rooms.participants(room))
      if (isSame(tab)) await rooms.remove(room, tab.identity);
  }

  /** Nobody sits in an ended session: its rooms go, and then whatever line is left. */
  async function closeEnded(sessionId: SessionId): Promise<void> {
    const own = new Set<RoomId>([sessionId]);
    try {
      const all = await rooms.all();
      const sessionOf = await view((tx) => sessionsOf(tx, all));
      for (const room of all) if (sessionOf(room) === sessionId) own.add(room);
      await Promise.all([...own].map(rooms.close));
    } finally {
      for (const line of lines.all()) if (line.sessionId === sessionId) line.cut();
      closing.delete(sessionId);
      for (const room of own) misused.delete(room);
    }
  }

  /** No browser of ours sends sound as a camera's: whoever does would speak where microphones are locked. */
  function noteMisuse(room: RoomId, listed: readonly InRoom[]) {
    const before = misused.get(room);
    const lost = new Map<PersonId, ReadonlySet<Source>>();
    for (const { personId, tracks } of listed) {
      const now = tracks.filter((track) => !track.fits).map((track) => track.source);
      if (now.length > 0) saySeldom('somebody sends what is not what it says it is; it is ended');
      const already = [...(before?.get(personId) ?? []), ...(lost.get(personId) ?? [])];
      const all = new Set([...already, ...now]);
      if (all.size > 0) lost.set(personId, all);
    }
    if (lost.size > 0) misused.set(room, lost);
    else misused.delete(room);
    return lost;
  }

  /** What we know of rooms, at one moment: who sits where, and what teachers have decided. */
  function known(named: readonly RoomId[]) {
    return view(async (tx) => {
      const sessionOf = await sessionsOf(tx, named);
      const sessions = [...new Set(named.map(sessionOf))];
      const seats = await seatedIn(tx, sessions);
      const seatOf = new Map(seats.map((seat) => [`${seat.sessionId} ${seat.personId}`, seat]));
      const controls = new Map<SessionId, Controls>();
      for (const sessionId of sessions) controls.set(sessionId, await readControls(tx, sessionId));
      const open = await breakoutsOpenAmong(tx, named as BreakoutId[]);
      return {
        sessionOf,
        controls,
        seat: ({ room, personId }: Tab): Seated | undefined =>
          seatOf.get(`${sessionOf(room)} ${personId}`),
        standing: (tab: Tab): Standing =>
          timeToLeave.within(
            tab,
            standingOf(
              tab,
              seatOf.get(`${sessionOf(tab.room)} ${tab.personId}`),
              open,
              clock.now(),
            ),
          ),
      };
    });
  }

  /**
   * Puts out who does not sit there, and gives everybody exactly what they may send. The list comes before what we know: whoever
   * is in it had a seat by then.
   * @returns who has a place there, by room
   */
  async function reconcile(named: readonly RoomId[]): Promise<ReadonlyMap<RoomId, InRoom[]>> {
    const listed = await Promise.all(named.map(rooms.participants));
    const { sessionOf, controls, seat, standing } = await known(named);
    const placed = new Map<RoomId, InRoom[]>();
    for (const [nth, room] of named.entries()) {
      const tabs = listed[nth] ?? [];
      const sessionId = sessionOf(room);
      const decided = controls.get(sessionId) ?? FREE_ROOM;
      const lost = noteMisuse(room, tabs);
      const here: InRoom[] = [];
      for (const tab of tabs) {
        const stands = standing(tab);
        const whose = seat(tab);
        if (stands === 'out' || !whose) await putOut(sessionId, tab);
        if (stands === 'in-place') here.push(tab);
        if (stands === 'out' || stands === 'leaving' || !whose) continue;
        const hears = stands === 'in-place';
        const sources = hears
          ? sourcesOf(whose.part, tab.personId, decided, isBreakout(room, sessionId))
          : VOICE;
        const may = sources.filter((source) => !lost.get(tab.personId)?.has(source));
        if (may.join() !== tab.maySend.join() || hears !== tab.mayHear)
          await rooms.permit(room, tab.identity, may, hears);
      }
      placed.set(room, here);
    }
    return placed;
  }

  /** Lines of those who have no place there any more: also where the media server lists nobody. */
  async function cutPlaceless(): Promise<void> {
    const before = lines.all();
    if (before.length === 0) return;
    const { standing } = await known([...new Set(before.map((line) => line.room))]);
    for (const line of before) if (standing(line) === 'out') line.cut();
  }

  async function reconcileAll(): Promise<void> {
    timeToLeave.forget();
    await cutPlaceless();
    await reconcile(await rooms.all());
  }

  /** The rooms of one session that the media server has. */
  async function roomsOf(sessionId: SessionId): Promise<RoomId[]> {
    const all = await rooms.all();
    const sessionOf = await view((tx) => sessionsOf(tx, all));
    return all.filter((room) => sessionOf(room) === sessionId);
  }

  async function correct(named: readonly RoomId[]): Promise<void> {
    const placed = await reconcile(named);
    const sessionOf = await view((tx) => sessionsOf(tx, named));
    for (const [sessionId, own] of Map.groupBy(named, sessionOf)) {
      const listed = own.flatMap((room) => placed.get(room) ?? []);
      await presence.correct(sessionId, new Set(own), listed);
    }
  }

  async function correctAll(): Promise<void> {
    const open = await view(roomsWithOpenIntervals);
    await correct([...new Set([...open, ...(await rooms.all())])]);
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

  /**
   * Whoever goes elsewhere asks for a pass at once: the rooms are made meanwhile, together, and in nobody's turn. Who has not
   * gone in time is put out.
   */
  function followPeople(sessionId: SessionId): void {
    // One look for all who go meanwhile; whoever goes later is met by the usual one.
    if (!leaving.has(sessionId)) {
      const soon = setTimeout(() => {
        leaving.delete(sessionId);
        inTurn('left behind', async () => {
          await cutPlaceless();
          await reconcile(await roomsOf(sessionId));
        });
      }, MOVES_WITHIN_MS + A_LITTLE_MS);
      leaving.set(sessionId, soon);
    }
    view((tx) => seatedIn(tx, [sessionId]))
      .then((seats) => Promise.all([...new Set(seats.map(roomOfSeat))].map(rooms.ensure)))
      .catch((error) => {
        // Each is made anyway before a pass to it is given.
        if (!stopped && !(error instanceof MediaUnavailable))
          log.warn({ err: error }, 'the rooms that people go to could not be made');
      });
  }

  /** A media server that was started anew knows no rooms: whoever comes back to one finds it. */
  async function remakeRooms(): Promise<void> {
    await Promise.all((await view(roomsWithOpenIntervals)).map(rooms.ensure));
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

  function hint(room: RoomId): void {
    if (stopped || hinted.has(room)) return;
    const soon = setTimeout(() => inTurn('hint', () => correct([room])), HINTED_AFTER_MS);
    const again = setTimeout(() => {
      hinted.delete(room);
      inTurn('hint', () => correct([room]));
    }, HINTED_AGAIN_AFTER_MS);
    hinted.set(room, [soon, again]);
  }

  function mediaChanged(): void {
    rooms.forgetMade();
    inTurn('media', tellMedia);
    if (rooms.state().status === 'ready') inTurn('media', remakeRooms);
  }

  return {
    sessionOfLine,
    mayCheck,

    /** A line has reached the media server through our door. */
    lineOpened(line: RoomLine): void {
      lines.add(line);
      if (!isVoice(line.identity)) inTurn('line opened', () => presence.lineOpened(line));
      hint(line.room);
      // What was taken away while the line was being opened.
      recheck(line);
    },

    lineEnded(line: RoomLine): void {
      lines.delete(line);
      if (!isVoice(line.identity)) presence.lineEnded(line, clock.now());
      hint(line.room);
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
      if (hasMoved(heard) && !stopped) followPeople(id as SessionId);
      if (channel.name !== seminarRoomChannel.name) return;
      const decides = (facts as readonly { readonly type: string }[]).some(({ type }) =>
        /^(microphones|screen)-/u.test(type),
      );
      // In a breakout nothing of it applies.
      if (decides) inTurn('decision', async () => void (await reconcile([id as SessionId])));
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
      for (const timer of [...timers, ...leaving.values(), ...[...hinted.values()].flat()])
        clearTimeout(timer);
      for (const line of lines.all()) line.cut();
      await last;
    },
  };
}
