import { sql } from 'drizzle-orm';
import { kindOf, type Stage } from '#shared/features/notification/causes.ts';
import {
  NOTICE_KINDS,
  NOTICES_OFF_PAGE,
  NOTICES_OFF_PATH,
} from '#shared/features/notification/model.ts';
import { offOpens } from '#shared/features/notification/off-link.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { type Compose, type LinkSecret, languageOf, subjectApart } from '../identity/public.ts';
import { choicesOf } from './choices.ts';
import { noticeLetter, type Said } from './letter.ts';
import { sayNow } from './say-now.ts';

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
        ...noticeLetter(await languageOf(tx, personId), said, { now, baseUrl, offPage }),
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
