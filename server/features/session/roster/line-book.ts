import type { LineChange } from '#shared/features/session/rules.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { type Instant, SECOND_MS } from '#shared/kernel/duration.ts';
import type { ConnectionId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { LineEnd } from '../../../platform/handler.ts';

/**
 * A page that is loaded again lets go and is back at once, and a network that is gone for a second drops a whole class
 * at once: until then nothing has happened, and nobody is told. A clean close is promised to show within two seconds;
 * a silent line, which is noticed within eight, within ten.
 */
const GRACE_MS = 1.5 * SECOND_MS;
/** Whoever takes a seat opens a line at once; so long may that take. */
const FIRST_LINE_WITHIN_MS = 10 * SECOND_MS;

/** One person's lines to one session, all tabs and devices together. `told`: the rows know that they are here. */
type Lines =
  | { readonly status: 'here'; readonly open: Set<ConnectionId>; told: boolean }
  | { readonly status: 'awaited'; readonly since: Instant }
  | { readonly status: 'ended'; readonly how: LineEnd; readonly at: Instant };

/** What a person's lines have come to, and the state it was read from. */
export type DueLines = { readonly change: LineChange; readonly lines: Lines };

/** The lines that this server sees, by session and person, and what of them the rows do not know yet. */
export function makeLineBook() {
  const sessions = new Map<SessionId, Map<PersonId, Lines>>();
  /** Whose lines the rows do not know yet, or will have to hear of later. */
  const pending = new Map<SessionId, Set<PersonId>>();

  function linesOf(sessionId: SessionId, personId: PersonId): Lines | undefined {
    return sessions.get(sessionId)?.get(personId);
  }

  function note(sessionId: SessionId, personId: PersonId, lines: Lines): void {
    addTo(sessions, sessionId, () => new Map()).set(personId, lines);
    addTo(pending, sessionId, () => new Set()).add(personId);
  }

  function settled(sessionId: SessionId, personId: PersonId): void {
    const waiting = pending.get(sessionId);
    waiting?.delete(personId);
    if (waiting?.size === 0) pending.delete(sessionId);
  }

  function forget(sessionId: SessionId, personId: PersonId): void {
    const people = sessions.get(sessionId);
    people?.delete(personId);
    if (people?.size === 0) sessions.delete(sessionId);
    settled(sessionId, personId);
  }

  function* pendingIn(sessionId: SessionId): Generator<[PersonId, Lines]> {
    for (const personId of pending.get(sessionId) ?? []) {
      const lines = linesOf(sessionId, personId);
      if (lines) yield [personId, lines];
    }
  }

  return {
    expect(sessionId: SessionId, personId: PersonId, now: Instant): void {
      if (linesOf(sessionId, personId)?.status === 'here') return;
      note(sessionId, personId, { status: 'awaited', since: now });
    },

    opened(sessionId: SessionId, personId: PersonId, connectionId: ConnectionId): void {
      const lines = linesOf(sessionId, personId);
      if (lines?.status === 'here') lines.open.add(connectionId);
      else
        note(sessionId, personId, { status: 'here', open: new Set([connectionId]), told: false });
    },

    ended(
      sessionId: SessionId,
      personId: PersonId,
      connectionId: ConnectionId,
      how: LineEnd,
      now: Instant,
    ): void {
      const lines = linesOf(sessionId, personId);
      if (lines?.status !== 'here' || !lines.open.delete(connectionId)) return;
      if (lines.open.size === 0) note(sessionId, personId, { status: 'ended', how, at: now });
    },

    /** A seat without a line, as after a start. */
    dropped(sessionId: SessionId, personId: PersonId, now: Instant): void {
      note(sessionId, personId, { status: 'ended', how: 'dropped', at: now });
    },

    /** Whether anybody has, or has just had, a line. */
    knowsAnybody: () => sessions.size > 0,

    isLeaving(sessionId: SessionId, personId: PersonId): boolean {
      const lines = linesOf(sessionId, personId);
      return lines?.status === 'ended' && lines.how !== 'dropped';
    },

    /** Whether the last line is gone, or the first has not come, though the rows may say present for a while yet. */
    isWithoutLine(sessionId: SessionId, personId: PersonId): boolean {
      const lines = linesOf(sessionId, personId);
      return lines !== undefined && lines.status !== 'here';
    },

    /** What the rows of a session should hear now. */
    due(sessionId: SessionId, now: Instant): DueLines[] {
      return [...pendingIn(sessionId)]
        .filter(([, lines]) => dueAtOf(lines) <= now)
        .map(([personId, lines]) => ({ change: changeOf(personId, lines), lines }));
    },

    /** The rows know it now. Whatever has happened to the same person since stays to be told. */
    told(sessionId: SessionId, due: readonly DueLines[]): void {
      for (const { change, lines } of due) {
        if (linesOf(sessionId, change.personId) !== lines) continue;
        if (lines.status !== 'here') forget(sessionId, change.personId);
        else {
          lines.told = true;
          settled(sessionId, change.personId);
        }
      }
    },

    sessionsDue(now: Instant): SessionId[] {
      return [...pending.keys()].filter((sessionId) =>
        [...pendingIn(sessionId)].some(([, lines]) => dueAtOf(lines) <= now),
      );
    },

    /** `Infinity` when nothing waits. */
    nextDueAt(): Instant {
      const all = [...pending.keys()].flatMap((sessionId) => [...pendingIn(sessionId)]);
      return all.reduce((soonest, [, lines]) => Math.min(soonest, dueAtOf(lines)), Infinity);
    },
  };
}

function dueAtOf(lines: Lines): Instant {
  switch (lines.status) {
    case 'here':
      return lines.told ? Infinity : -Infinity;
    case 'awaited':
      return lines.since + FIRST_LINE_WITHIN_MS;
    case 'ended':
      return lines.how === 'revoked' ? lines.at : lines.at + GRACE_MS;
    default:
      return assertNever(lines);
  }
}

function changeOf(personId: PersonId, lines: Lines): LineChange {
  switch (lines.status) {
    case 'here':
      return { personId, line: 'open' };
    case 'awaited':
      return { personId, line: 'dropped', at: lines.since };
    case 'ended':
      if (lines.how === 'dropped') return { personId, line: 'dropped', at: lines.at };
      return { personId, line: 'gone', why: lines.how === 'revoked' ? 'removed' : 'left' };
    default:
      return assertNever(lines);
  }
}

function addTo<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
