import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { comesThrough } from '#shared/features/session/order/rules.ts';
import type { RosterEntry } from '#shared/features/session/roster/model.ts';
import { partOf } from '#shared/features/session/roster/policy.ts';
import type { SessionGlance } from '#shared/features/session/roster/queries.ts';
import { doorOf } from '#shared/features/session/roster/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Tx } from '../../../storage/database.ts';
import type { LiveSession } from '../live-session.ts';
import { seatsOf } from '../roster/repository.ts';
import { beforeDoor } from './repository.ts';

/** Whether the door is locked, and to this person. `entry`: theirs in the roster, if they have one. */
export async function isLockedOut(
  tx: Tx,
  { sessionId, lockedAt }: Pick<LiveSession, 'sessionId' | 'lockedAt'>,
  { personId, part }: Pick<RosterEntry, 'personId' | 'part'>,
  entry: RosterEntry | undefined,
  now: Instant,
): Promise<boolean> {
  if (lockedAt === null) return false;
  const presence = entry?.presence ?? { status: 'absent' };
  const asked = await beforeDoor(tx, sessionId, personId, lockedAt);
  return !comesThrough({ locked: true }, { part, presence, ...asked }, now);
}

/** The same, of somebody whose place in the roster is not read yet. */
export async function isLockedOutOf(
  tx: Tx,
  live: Pick<LiveSession, 'sessionId' | 'lockedAt'>,
  who: Pick<RosterEntry, 'personId' | 'part'>,
  now: Instant,
): Promise<boolean> {
  if (live.lockedAt === null) return false;
  const [entry] = await seatsOf(tx, live.sessionId, [who.personId]);
  return isLockedOut(tx, live, who, entry, now);
}

/** What the door says to somebody who stands before it. Whoever may not join it is told of no lock. */
export async function lockSeenBy(
  tx: Tx,
  subject: Subject,
  session: SessionStanding,
  live: LiveSession | null,
  now: Instant,
): Promise<SessionGlance['lock']> {
  const part = partOf(subject, session, now);
  if (part === null || !live || live.lockedAt === null) return 'none';
  if (doorOf(session, now) !== 'open') return 'none';
  const { personId } = subject;
  const isOut = await isLockedOutOf(tx, live, { personId, part }, now);
  return isOut ? 'keeps-you-out' : 'lets-you-in';
}
