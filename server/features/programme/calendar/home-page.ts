import { sql } from 'drizzle-orm';
import {
  isItsStudent,
  isItsTeacher,
  type SessionStanding,
} from '#shared/features/programme/calendar/model.ts';
import { maySeeSession } from '#shared/features/programme/calendar/policy.ts';
import {
  homePage as contract,
  type GatheringEntry,
  type SessionEntry,
} from '#shared/features/programme/calendar/queries.ts';
import {
  bandBetween,
  itemsOf,
  nextOf,
  statusAt,
} from '#shared/features/programme/calendar/rules.ts';
import { DAY_MS, type Instant } from '#shared/kernel/duration.ts';
import type { CohortId, PersonId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import { answerQuery } from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import { cohortNamed, currentCohortOf } from '../cohort/repository.ts';
import { type Gathering, gatheringsOf } from '../gathering/repository.ts';
import { standingsBetween } from './standing.ts';

/** A year around now holds every band and, across a summer, the next session. */
const HALF_A_YEAR_MS = 183 * DAY_MS;

/** Nå, as far as the calendar knows it (docs/rules/programme.md CAL-1 to CAL-6). */
export const homePage = answerQuery(
  contract,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ tx, object, subject, now }) => {
    const around = { fromAt: now - HALF_A_YEAR_MS, untilAt: now + HALF_A_YEAR_MS };
    const visible = (await standingsBetween(tx, subject, around, now)).filter((session) =>
      maySeeSession(subject, session, now),
    );
    const own = visible.filter((session) => isOwn(subject, session, now));
    // CAL-5: one's own comes first; who sees the whole school is else shown what goes on in it.
    const next = nextOf(own, now) ?? nextOf(visible, now);
    const cohortId =
      (await currentCohortOf(tx, object.ownerId, now)) ??
      (next ?? own.at(-1) ?? visible.at(-1))?.cohortId ??
      null;
    return {
      now,
      person: await personOnPage(tx, object.ownerId),
      next: next && entryOf(next, now),
      band: cohortId && (await bandOf(tx, cohortId, visible, now)),
    };
  },
);

async function personOnPage(tx: Tx, personId: PersonId) {
  const { rows } = await tx.execute<{ displayName: string; givenName: string }>(sql`
    select display_name as "displayName", given_name as "givenName"
    from person where id = ${personId}::uuid`);
  const [names] = rows;
  if (!names) throw new Error('the subject of a call is nobody');
  return { id: personId, ...names };
}

function isOwn(subject: Subject, session: SessionStanding, now: Instant): boolean {
  return (
    isItsStudent(subject, session, now) ||
    isItsTeacher(subject, session, now) ||
    (session.invitedUntil ?? 0) > now
  );
}

async function bandOf(
  tx: Tx,
  cohortId: CohortId,
  visible: readonly SessionStanding[],
  now: Instant,
) {
  const band = bandBetween(await gatheringsOf(tx, cohortId), now);
  const ofCohort = visible.filter((session) => session.cohortId === cohortId);
  return {
    cohortName: await cohortNamed(tx, cohortId),
    from: band.from && gatheringEntryOf(band.from),
    to: band.to && gatheringEntryOf(band.to),
    items: itemsOf(band, ofCohort, now).map((session) => entryOf(session, now)),
  };
}

function entryOf(session: SessionStanding, now: Instant): SessionEntry {
  const { sessionId, title, courseCode, startsAt, endsAt, notes } = session;
  const status = statusAt(session, now);
  return { kind: 'session', id: sessionId, title, courseCode, startsAt, endsAt, status, notes };
}

function gatheringEntryOf(gathering: Gathering): GatheringEntry {
  return { kind: 'gathering', ...gathering };
}
