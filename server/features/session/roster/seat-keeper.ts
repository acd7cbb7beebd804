import { sessionChannel } from '#shared/features/session/channel.ts';
import { evolveEnding, isEndingDue } from '#shared/features/session/ending/rules.ts';
import { nextDueAt } from '#shared/features/session/roster/rules.ts';
import { endForAll, followLines, type Seating } from '#shared/features/session/rules.ts';
import { type Instant, SECOND_MS } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Line, LineEnd } from '../../../platform/handler.ts';
import type { Log } from '../../../platform/log.ts';
import type { Unit, UnitOfWork } from '../../../platform/unit-of-work.ts';
import { assignedTeachers } from '../../programme/public.ts';
import { endingOf, saveEnding, sessionsEnding } from '../ending/repository.ts';
import { type LiveSession, lockLive } from '../live-session.ts';
import { type DueLines, makeLineBook } from './line-book.ts';
import { allHeldSeats, allSeats, seatsOfAndLost } from './repository.ts';
import { saveSeating } from './seating.ts';

/** Lines that come and go within this time make one change: a storm of a thousand is a few transactions. */
const COALESCE_MS = 50;
/** Seldom needed: what is due sets the timer. It covers a clock that jumps, and a database that was away. */
const LOOK_AGAIN_MS = SECOND_MS;

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
  /** When a session's held seats or its lead are next to be decided, by what its last change left. */
  const dueAt = new Map<SessionId, Instant>();
  /** When a session that is being ended is to be looked at, whatever else happens in it before. */
  const endings = new Map<SessionId, Instant>();
  const settling = new Map<SessionId, Promise<void>>();
  let timer: { readonly at: number; readonly handle: NodeJS.Timeout } | null = null;
  let running = false;
  let tryAgainLater = false;

  /** Brings one session's rows in line with its lines and the time. One transaction, whatever the number. */
  async function settle({ tx, publish, now }: Unit, sessionId: SessionId): Promise<Settled> {
    const live = await lockLive(tx, sessionId);
    // Read under the lock: who has just taken a seat was expected before that lock was let go.
    const due = book.due(sessionId, now);
    if (!live) return { due, next: null };

    const teachers = (await assignedTeachers(tx, sessionId)).map((one) => one.personId);
    const lead = live.leadId === null ? [] : [live.leadId];
    const changes = due.map((one) => one.change);
    const concerned = [...changes.map((change) => change.personId), ...teachers, ...lead];
    const entries = await seatsOfAndLost(tx, sessionId, concerned);
    const { handQueue, leadId } = live;
    const seating = { roster: { entries, leadId }, handQueue, teachers };

    const { facts, next } = followLines(seating, changes, now);
    await saveSeating(tx, sessionId, seating, next);
    publish(sessionChannel, sessionId, facts);
    if (await endIfDue({ tx, publish, now }, live, next)) return { due, next: null };
    return { due, next: nextDueAt(next.roster, now) };
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
    await saveEnding(tx, sessionId, evolveEnding(ending, { type: 'session-ended', at: now }));
    publish(sessionChannel, sessionId, facts);
    return true;
  }

  async function settleOnce(sessionId: SessionId): Promise<void> {
    try {
      const { due, next, now } = await parts.unitOfWork.run(async (unit) => ({
        ...(await settle(unit, sessionId)),
        now: unit.now,
      }));
      book.told(sessionId, due);
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
    return new Set([...due, ...book.sessionsDue(now)]);
  }

  /** Does what is due by the clock, and answers when it is done. */
  async function tick(): Promise<void> {
    await Promise.all([...sessionsDue(clock.now())].map(settleInTurn));
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
    const soonest = Math.min(...dueAt.values(), ...endings.values(), book.nextDueAt());
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

    /** Whether the person has let go of the last line and not yet joined again. */
    isLeaving: book.isLeaving,

    /** Whether no line is open for the person just now, as this server sees it. */
    isWithoutLine: book.isWithoutLine,

    tick,

    /** After a start no line is open: every held seat is held for its person from now on. What was being ended still is. */
    async recover(): Promise<void> {
      const { held, ending } = await parts.unitOfWork.run(async ({ tx }) => ({
        held: await allHeldSeats(tx),
        ending: await sessionsEnding(tx),
      }));
      for (const { sessionId, endsAt } of ending) endings.set(sessionId, endsAt);
      for (const { sessionId, personId } of held) book.dropped(sessionId, personId, clock.now());
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

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

type Settled = { readonly due: readonly DueLines[]; readonly next: Instant | null };
