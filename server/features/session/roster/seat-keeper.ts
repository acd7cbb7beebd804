import { type SessionFact, sessionChannel } from '#shared/features/session/channel.ts';
import { evolveEnding, isEndingDue } from '#shared/features/session/ending/rules.ts';
import { sessionDoorChannel } from '#shared/features/session/order/channel.ts';
import { NOTHING_CLOSED } from '#shared/features/session/order/model.ts';
import { heardAtDoor } from '#shared/features/session/order/rules.ts';
import { nextDueAt, seatOf } from '#shared/features/session/roster/rules.ts';
import { endForAll, followLines, type Seating } from '#shared/features/session/rules.ts';
import { type Instant, SECOND_MS } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Line, LineEnd } from '../../../platform/handler.ts';
import type { Log } from '../../../platform/log.ts';
import type { Unit, UnitOfWork } from '../../../platform/unit-of-work.ts';
import { assignedTeachers } from '../../programme/public.ts';
import { closeUnwatched, keepVisits, noteWatched, openVisits } from '../afterwards/visits.ts';
import { endBreakouts, followGoneInBreakouts } from '../breakout/following.ts';
import { endingOf, saveEnding, sessionsEnding } from '../ending/repository.ts';
import { type LiveSession, lockLive } from '../live-session.ts';
import { emptyLobby, followWaiting, tellHostIsIn, tellWaiting } from '../lobby/keeping.ts';
import { allWaiting } from '../lobby/repository.ts';
import { noteDropped, orderOf, saveOrder } from '../order/repository.ts';
import { leavePauses } from '../pause/leaving.ts';
import { closeWithSession } from '../sealed/closing.ts';
import { type DueLines, makeLineBook } from './line-book.ts';
import { allHeldSeats, allSeats, seatsOfAndLost } from './repository.ts';
import { saveSeating } from './seating.ts';

/** Lines that come and go within this time make one change: a storm of a thousand is a few transactions. */
const COALESCE_MS = 50;
/** Seldom needed: what is due sets the timer. It covers a clock that jumps, and a database that was away. */
const LOOK_AGAIN_MS = SECOND_MS;
/** After a kill nobody is counted as there for longer than until this long before it. */
const WATCH_MS = 15 * SECOND_MS;

export type SeatKeeper = ReturnType<typeof makeSeatKeeper>;

/**
 * Keeps seats true to the lines that this server sees: it turns lines that come and go, and time that passes,
 * into facts. It ends a session for everybody when its time has come. What it remembers of lines is never lost by a failed write: it is tried again.
 */
export function makeSeatKeeper(parts: {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
}) {
  const { clock } = parts;
  const book = makeLineBook();
  /** The lines of those who wait outside: by them the lobby is true, as the seats are by the others. */
  const outside = makeLineBook();
  /** When a session's held seats or its lead are next to be decided, by what its last change left. */
  const dueAt = new Map<SessionId, Instant>();
  /** When a session that is being ended is to be looked at, whatever else happens in it before. */
  const endings = new Map<SessionId, Instant>();
  const settling = new Map<SessionId, Promise<void>>();
  let timer: { readonly at: number; readonly handle: NodeJS.Timeout } | null = null;
  let running = false;
  let tryAgainLater = false;
  let watchedAt = -Infinity;

  /** Brings one session's rows in line with its lines and the time. One transaction, whatever the number. */
  async function settle({ tx, publish, now }: Unit, sessionId: SessionId): Promise<Settled> {
    const live = await lockLive(tx, sessionId);
    // Read under the lock: who has just taken a seat was expected before that lock was let go.
    const due = book.due(sessionId, now);
    const waiting = outside.due(sessionId, now);
    if (!live) return { due, waiting, next: null };

    const teachers = (await assignedTeachers(tx, sessionId)).map((one) => one.personId);
    const lead = live.leadId === null ? [] : [live.leadId];
    const changes = due.map((one) => one.change);
    const concerned = [...changes.map((change) => change.personId), ...teachers, ...lead];
    const entries = await seatsOfAndLost(tx, sessionId, concerned);
    const { handQueue, leadId } = live;
    const seating = { roster: { entries, leadId }, handQueue, teachers };

    const { facts, next } = followLines(seating, changes, now);
    await saveSeating(tx, sessionId, seating, next);
    await noteDropped(tx, sessionId, whoDropped(facts));
    await keepVisits(tx, sessionId, facts);
    const here = changes.filter(({ personId, line }) => line === 'open' && isHere(next, personId));
    await openVisits(tx, sessionId, here, now);
    publish(sessionChannel, sessionId, facts);
    publish(sessionChannel, sessionId, await leavePauses(tx, sessionId, facts, now));
    await followGoneInBreakouts({ tx, publish, now }, sessionId);
    await tellHostIsIn({ tx, publish }, sessionId, leadId, next.roster.leadId);
    const outsideChanges = waiting.map((one) => one.change);
    await followWaiting({ tx, publish, now }, sessionId, outsideChanges);
    if (await endIfDue({ tx, publish, now }, live, next)) return { due, waiting, next: null };
    return { due, waiting, next: nextDueAt(next.roster, now) };
  }

  /** Everybody leaves, and the door stays closed. The session's row is locked. */
  async function endIfDue(
    { tx, publish, now }: Unit,
    live: LiveSession,
    { handQueue, teachers, roster }: Seating,
  ): Promise<boolean> {
    const ending = endingOf({ endedAt: null }, live);
    if (!isEndingDue(ending, now)) return false;
    const { sessionId } = live;
    const entries = await allSeats(tx, sessionId);
    const seating = { roster: { ...roster, entries }, handQueue, teachers };
    const { facts, next } = endForAll(seating, ending, now);
    await saveSeating(tx, sessionId, seating, next);
    await keepVisits(tx, sessionId, facts);
    await saveEnding(tx, sessionId, evolveEnding(ending, { type: 'session-ended', at: now }));
    await saveOrder(tx, sessionId, NOTHING_CLOSED, now);
    publish(sessionDoorChannel, sessionId, heardAtDoor(orderOf(live), NOTHING_CLOSED).facts);
    publish(sessionChannel, sessionId, facts);
    publish(sessionChannel, sessionId, await leavePauses(tx, sessionId, facts, now));
    publish(sessionChannel, sessionId, await closeWithSession(tx, sessionId, now));
    await endBreakouts({ tx, publish, now }, sessionId);
    await tellWaiting({ tx, publish }, sessionId, { type: 'door-ending', at: null });
    await tellHostIsIn({ tx, publish }, sessionId, roster.leadId, next.roster.leadId);
    await emptyLobby({ tx, publish, now }, sessionId);
    return true;
  }

  async function settleOnce(sessionId: SessionId): Promise<void> {
    try {
      const { due, waiting, next, now } = await parts.unitOfWork.run(async (unit) => ({
        ...(await settle(unit, sessionId)),
        now: unit.now,
      }));
      book.told(sessionId, due);
      outside.told(sessionId, waiting);
      if ((endings.get(sessionId) ?? Infinity) <= now) endings.delete(sessionId);
      if (next === null) dueAt.delete(sessionId);
      else dueAt.set(sessionId, next);
    } catch (error) {
      // What was due stays due.
      tryAgainLater = true;
      parts.log.warn({ session: sessionId, err: error }, 'seats could not be kept; trying again');
    }
  }

  /** One at a time for each session: a second ask waits for the first, then looks again. */
  function settleInTurn(sessionId: SessionId): Promise<void> {
    const before = settling.get(sessionId) ?? Promise.resolve();
    const mine = before.then(() => settleOnce(sessionId));
    settling.set(sessionId, mine);
    return mine.finally(() => {
      if (settling.get(sessionId) === mine) settling.delete(sessionId);
    });
  }

  function sessionsDue(now: Instant): Set<SessionId> {
    const due = [...dueAt, ...endings].filter(([, at]) => at <= now).map(([id]) => id);
    return new Set([...due, ...book.sessionsDue(now), ...outside.sessionsDue(now)]);
  }

  /** Says now and then that the lines are still seen: what a killed server did not see is nobody's time. */
  async function watch(): Promise<void> {
    const now = clock.now();
    if (!book.knowsAnybody() || now - watchedAt < WATCH_MS) return;
    try {
      await parts.unitOfWork.run(({ tx }) => noteWatched(tx, now));
      watchedAt = now;
    } catch (error) {
      tryAgainLater = true;
      parts.log.warn({ err: error }, 'it could not be noted that lines are seen; trying again');
    }
  }

  /** Does what is due by the clock, and answers when it is done. */
  async function tick(): Promise<void> {
    await Promise.all([watch(), ...[...sessionsDue(clock.now())].map(settleInTurn)]);
  }

  function wakeWithin(waitMs: number): void {
    const at = performance.now() + waitMs;
    if (!running || (timer && timer.at <= at)) return;
    if (timer) clearTimeout(timer.handle);
    timer = { at, handle: setTimeout(wake, waitMs) };
  }

  async function wake(): Promise<void> {
    timer = null;
    tryAgainLater = false;
    await tick();
    const noticed = [book.nextDueAt(), outside.nextDueAt()];
    const soonest = Math.min(...dueAt.values(), ...endings.values(), ...noticed);
    const next = soonest - clock.now();
    wakeWithin(tryAgainLater ? LOOK_AGAIN_MS : clamp(next, COALESCE_MS, LOOK_AGAIN_MS));
  }

  return {
    /** Who has taken a seat opens a line now, or is treated as one whose line has dropped. Called under the lock. */
    expectLine(sessionId: SessionId, personId: PersonId): void {
      book.expect(sessionId, personId, clock.now());
    },

    /** The session ends for everybody at that moment, if it is not taken back. Called under the lock. */
    expectEnding(sessionId: SessionId, at: Instant): void {
      endings.set(sessionId, at);
      wakeWithin(LOOK_AGAIN_MS);
    },

    lineOpened(line: Line): void {
      book.opened(line.channelId as SessionId, line.subject.personId, line.connectionId);
      wakeWithin(COALESCE_MS);
    },

    lineEnded(line: Line, how: LineEnd): void {
      const { connectionId, subject, channelId } = line;
      book.ended(channelId as SessionId, subject.personId, connectionId, how, clock.now());
      wakeWithin(COALESCE_MS);
    },

    /** The same of those who wait in its lobby. */
    lobby: {
      expectLine(sessionId: SessionId, personId: PersonId): void {
        outside.expect(sessionId, personId, clock.now());
      },

      lineOpened(sessionId: SessionId, { subject, connectionId }: Line): void {
        outside.opened(sessionId, subject.personId, connectionId);
        wakeWithin(COALESCE_MS);
      },

      lineEnded(sessionId: SessionId, { subject, connectionId }: Line, how: LineEnd): void {
        outside.ended(sessionId, subject.personId, connectionId, how, clock.now());
        wakeWithin(COALESCE_MS);
      },
    },

    /** Whether the person has let go of the last line and not yet joined again. */
    isLeaving: book.isLeaving,

    /** Whether no line is open for the person just now, as this server sees it. */
    isWithoutLine: book.isWithoutLine,

    tick,

    /** After a start no line is open: every held seat is held for its person from now on. What was being ended still is. */
    async recover(): Promise<void> {
      const { held, waiting, ending } = await parts.unitOfWork.run(async ({ tx }) => {
        await closeUnwatched(tx);
        return {
          held: await allHeldSeats(tx),
          waiting: await allWaiting(tx),
          ending: await sessionsEnding(tx),
        };
      });
      for (const { sessionId, endsAt } of ending) endings.set(sessionId, endsAt);
      for (const { sessionId, personId } of held) book.dropped(sessionId, personId, clock.now());
      for (const one of waiting) outside.dropped(one.sessionId, one.personId, clock.now());
      await tick();
    },

    start(): void {
      running = true;
      wakeWithin(LOOK_AGAIN_MS);
    },

    /** Seats stay as they are: people come back to the next server, which recovers them. */
    stop(): void {
      running = false;
      if (timer) clearTimeout(timer.handle);
      timer = null;
    },
  };
}

/** Who went because their line had dropped for too long. */
function whoDropped(facts: readonly SessionFact[]): readonly PersonId[] {
  return facts.flatMap((fact) =>
    fact.type === 'participant-left' && fact.why === 'seat-lost' ? [fact.personId] : [],
  );
}

function isHere({ roster }: Seating, personId: PersonId): boolean {
  return seatOf(roster, personId)?.status === 'present';
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

type Settled = {
  readonly due: readonly DueLines[];
  readonly waiting: readonly DueLines[];
  readonly next: Instant | null;
};
