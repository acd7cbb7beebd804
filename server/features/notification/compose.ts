import { sql } from 'drizzle-orm';
import { kindOf, type Stage, stillSays } from '#shared/features/notification/causes.ts';
import {
  NOTICE_KINDS,
  NOTICES_OFF_PAGE,
  NOTICES_OFF_PATH,
} from '#shared/features/notification/model.ts';
import { offOpens } from '#shared/features/notification/off-link.ts';
import { mayBeToldOfSession } from '#shared/features/notification/policy.ts';
import { maySeeGathering } from '#shared/features/programme/calendar/policy.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { AssignmentId, GatheringId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { owedBy } from '../assignment/public.ts';
import { type Compose, type LinkSecret, languageOf, subjectApart } from '../identity/public.ts';
import { gatheringStanding, sessionStanding } from '../programme/public.ts';
import { choicesOf } from './choices.ts';
import { noticeLetter, type Said } from './letter.ts';

/**
 * NOTE-5: what a letter of notices says, as it is when it goes out: rights, choices and the things themselves are asked about
 * once more. Null when nothing is left of it.
 */
export function makeCompose(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly baseUrl: string;
  readonly noticeSecret: LinkSecret;
}): Compose {
  const { database, clock, baseUrl, noticeSecret } = parts;
  return (letterId, personId) =>
    inTransaction(database, 'view', async (tx) => {
      const now = clock.now();
      const said = await saidOf(tx, personId, letterId, now);
      const kinds = NOTICE_KINDS.filter((kind) => said.some((one) => kindOf(one.stage) === kind));
      if (said.length === 0) return null;
      const opens = offOpens(personId, kinds);
      const token = `${opens}.${noticeSecret(opens)}`;
      const offPage = `${baseUrl}${NOTICES_OFF_PAGE}#${token}`;
      return {
        ...noticeLetter(await languageOf(tx, personId), said, { now, offPage }),
        headers: {
          'List-Unsubscribe': `<${baseUrl}${NOTICES_OFF_PATH}/${token}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
      };
    });
}

async function saidOf(tx: Tx, personId: PersonId, letterId: string, now: Instant): Promise<Said[]> {
  const subject = await subjectApart(tx, personId);
  if (!subject?.active) return [];
  const wanted = (await choicesOf(tx, personId)).filter((one) => one.way === 'mail' && one.wanted);
  const { rows } = await tx.execute<{ stage: Stage; aboutId: string }>(sql`
    select c.stage, c.about_id as "aboutId"
    from notice n join notice_cause c on c.id = n.cause_id
    where n.letter_id = ${letterId}::uuid and n.person_id = ${personId}::uuid
    order by c.at, c.begun_at, c.id`);
  const said: Said[] = [];
  for (const { stage, aboutId } of rows) {
    const isWanted = wanted.some(({ kind }) => kind === kindOf(stage));
    const one = isWanted ? await sayNow(tx, subject, stage, aboutId, now) : null;
    // Of a plan that was changed again the last change is told, as it is now.
    if (one) said.splice(0, said.length, ...said.filter((each) => !isSame(each, one)), one);
  }
  return said;
}

function isSame(one: Said, other: Said): boolean {
  return one.aboutId === other.aboutId && kindOf(one.stage) === kindOf(other.stage);
}

/** One notice as it is now; null where it is nothing for them, or not any more. */
async function sayNow(
  tx: Tx,
  subject: Subject,
  stage: Stage,
  aboutId: string,
  now: Instant,
): Promise<Said | null> {
  switch (kindOf(stage)) {
    case 'deadline': {
      const owed = await owedBy(tx, subject, aboutId as AssignmentId, now);
      return owed && { stage, aboutId, title: owed.title, at: owed.dueAt };
    }
    case 'gathering': {
      const found = await gatheringStanding(tx, subject, aboutId as GatheringId, now);
      if (!found?.inCohort || !maySeeGathering(subject, found, now)) return null;
      return { stage, aboutId, title: found.title, at: found.startsAt };
    }
    default: {
      const found = await sessionStanding(tx, subject, aboutId as SessionId, now);
      if (!found || found.endedAt !== null || !mayBeToldOfSession(subject, found, now)) return null;
      return stillSays(stage, found)
        ? { stage, aboutId, title: found.title, at: found.startsAt }
        : null;
    }
  }
}
