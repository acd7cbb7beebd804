import { maySeeSession } from '#shared/features/programme/calendar/policy.ts';
import type { Span } from '#shared/features/programme/calendar/rules.ts';
import type { SaidClash } from '#shared/features/programme/planning/queries.ts';
import { type Clash, clashesOf, type Placed } from '#shared/features/programme/planning/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Tx } from '../../../storage/database.ts';
import { sessionStandings } from '../calendar/standing.ts';
import { type Planned, plannedBetween } from './repository.ts';

/** What these clash with, among all that the school has planned. */
export async function clashesNow(
  tx: Tx,
  subject: Subject,
  planned: readonly Placed[],
  now: Instant,
): Promise<readonly Clash<Planned>[]> {
  if (planned.length === 0) return [];
  return clashesOf(planned, await plannedBetween(tx, subject, stretchOf(planned), now));
}

/** The same as it is said: what one may not see is named by its time alone. */
export async function clashesSaid(
  tx: Tx,
  subject: Subject,
  clashes: readonly Clash<Planned>[],
  now: Instant,
): Promise<SaidClash[]> {
  const ids = clashes.map((one) => one.with.sessionId);
  const seen = await seenBy(tx, subject, ids, now);
  return clashes.map(({ with: { sessionId, title, startsAt, endsAt }, over }) => ({
    ...{ sessionId, startsAt, endsAt, over: [...over] },
    title: seen.has(sessionId) ? title : null,
  }));
}

async function seenBy(
  tx: Tx,
  subject: Subject,
  ids: readonly SessionId[],
  now: Instant,
): Promise<ReadonlySet<SessionId>> {
  const standings = await sessionStandings(tx, subject, ids, now);
  const seen = standings.filter((standing) => maySeeSession(subject, standing, now));
  return new Set(seen.map(({ sessionId }) => sessionId));
}

function stretchOf(planned: readonly Span[]): Span {
  return {
    startsAt: Math.min(...planned.map(({ startsAt }) => startsAt)),
    endsAt: Math.max(...planned.map(({ endsAt }) => endsAt)),
  };
}
