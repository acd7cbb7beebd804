import { type SQL, sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { msOf } from '../../storage/moment.ts';

/** Our tables that name a person. */
export const PERSONAL_TABLES = [
  'notice_choice',
  'notice_setting',
  'notice',
  'push_device',
  'told_attendance',
] as const;

/** What we hold about a person: what they chose to be told of, and what they were told of lately. Moments in milliseconds. */
export async function exportPersonalData(
  tx: Tx,
  personId: PersonId,
): Promise<
  Readonly<
    Record<
      'noticeChoices' | 'noticeSettings' | 'notices' | 'pushDevices' | 'toldAttendance',
      readonly object[]
    >
  >
> {
  const rows = async (query: SQL) => (await tx.execute<Record<string, unknown>>(query)).rows;
  return {
    noticeChoices: await rows(sql`
      select kind, way, wanted from notice_choice
      where person_id = ${personId}::uuid order by kind, way`),
    noticeSettings: await rows(sql`
      select quiet_from as "quietFrom", quiet_until as "quietUntil", ${msOf(sql`tried_at`)} as "triedAt"
      from notice_setting where person_id = ${personId}::uuid`),
    notices: await rows(sql`
      select c.stage, ${msOf(sql`c.at`)} as at, ${msOf(sql`n.mail_settled_at`)} as "settledAt",
        n.letter_id is not null as "byLetter"
      from notice n join notice_cause c on c.id = n.cause_id
      where n.person_id = ${personId}::uuid order by c.at, c.id`),
    pushDevices: await rows(sql`
      select name, ${msOf(sql`made_at`)} as "addedAt" from push_device
      where person_id = ${personId}::uuid order by made_at, id`),
    toldAttendance: await rows(sql`
      select c.title as course, t.state from told_attendance t join course c on c.id = t.course_id
      where t.person_id = ${personId}::uuid order by c.code`),
  };
}

export async function erasePersonalData(tx: Tx, personId: PersonId): Promise<void> {
  for (const table of PERSONAL_TABLES)
    await tx.execute(sql`delete from ${sql.identifier(table)} where person_id = ${personId}::uuid`);
}
