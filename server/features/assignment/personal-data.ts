import { type SQL, sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { msOf } from '../../storage/moment.ts';

/** Our tables that name a person. */
export const PERSONAL_TABLES = [
  'assignment',
  'paper',
  'paper_confirmation',
  'paper_wait',
  'submission',
  'submission_image',
  'submission_member',
  'submission_take_back',
  'assignment_log',
] as const;

export type AssignmentData = {
  readonly set: readonly object[];
  readonly confirmations: readonly object[];
  readonly waits: readonly object[];
  readonly submissions: readonly object[];
  readonly pictures: readonly object[];
  readonly takenBack: readonly object[];
  readonly acts: readonly object[];
};

/** What we hold about a person: what they set, said yes to and handed in, with the text to the byte. */
export async function exportPersonalData(tx: Tx, personId: PersonId): Promise<AssignmentData> {
  const rows = async (query: SQL) => (await tx.execute<Record<string, unknown>>(query)).rows;
  return {
    set: await rows(sql`
      select title, brief, criteria, ${msOf(sql`due_at`)} as "dueAt" from assignment
      where created_by = ${personId} order by created_at`),
    confirmations: await rows(sql`
      select a.title, c.fingerprint, ${msOf(sql`c.at`)} as at
      from paper_confirmation c join paper p on p.id = c.paper_id join assignment a on a.id = p.assignment_id
      where c.person_id = ${personId} order by c.at`),
    waits: await rows(sql`
      select a.title, ${msOf(sql`w.at`)} as at
      from paper_wait w join paper p on p.id = w.paper_id join assignment a on a.id = p.assignment_id
      where w.person_id = ${personId} order by w.at`),
    submissions: await rows(sql`
      select a.title, ${msOf(sql`s.at`)} as at, s.at > s.due_at as late, m.standing, s.by_id = ${personId} as "byMe",
        s.fingerprint, convert_from(s.canonical, 'UTF8') as text
      from submission_member m join submission s on s.id = m.submission_id
        join paper p on p.id = s.paper_id join assignment a on a.id = p.assignment_id
      where m.person_id = ${personId} order by s.at`),
    pictures: await rows(sql`
      select a.title, i.image_id as "imageId", i.bytes, ${msOf(sql`s.at`)} as at
      from submission_image i join submission s on s.id = i.submission_id
        join paper p on p.id = s.paper_id join assignment a on a.id = p.assignment_id
      where i.by_id = ${personId} order by s.at, i.image_id`),
    takenBack: await rows(sql`
      select a.title, ${msOf(sql`b.at`)} as at
      from submission_take_back b join submission s on s.id = b.submission_id
        join paper p on p.id = s.paper_id join assignment a on a.id = p.assignment_id
      where b.by_id = ${personId} order by b.at`),
    acts: await rows(sql`
      select a.title, l.act, ${msOf(sql`l.at`)} as at
      from assignment_log l join assignment a on a.id = l.assignment_id
      where l.by_id = ${personId} order by l.id`),
  };
}

/**
 * Takes back what the person has said yes to, and asked others to wait with. What was handed in is kept as it was until the programme's end, which is
 * what a receipt promises to the others too; it names an id that identity has forgotten.
 */
export async function erasePersonalData(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`
    delete from paper_confirmation c where c.person_id = ${personId} and not exists (
      select from submission s where s.paper_id = c.paper_id
        and not exists (select from submission_take_back b where b.submission_id = s.id))`);
  await tx.execute(sql`delete from paper_wait where person_id = ${personId}`);
}
