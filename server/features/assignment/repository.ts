import { sql } from 'drizzle-orm';
import type {
  AssignmentMode,
  Brief,
  Holder,
  NamedPerson,
} from '#shared/features/assignment/assignment/model.ts';
import type { PaperFact } from '#shared/features/assignment/submission/facts.ts';
import {
  type HandedIn,
  NOTHING_YET,
  type Paper,
  type PaperState,
  type Wait,
} from '#shared/features/assignment/submission/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type {
  AssignmentId,
  CohortId,
  CourseId,
  DocumentId,
  GroupId,
  ImageId,
  PaperId,
  PersonId,
  SubmissionId,
} from '#shared/kernel/ids.ts';
import { newId } from '../../platform/new-id.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { momentOf, msOf } from '../../storage/moment.ts';
import type { NamedImage } from '../document/public.ts';

type LogEntry = {
  readonly assignmentId: AssignmentId;
  readonly paperId?: PaperId;
  readonly act: 'set' | 'changed' | 'begun' | PaperFact['type'];
  readonly by: PersonId | null;
  readonly at: Instant;
};

/** Notes what was done, in the transaction that does it. Never what it says. */
export async function noteAct(tx: Tx, entry: LogEntry): Promise<void> {
  const { assignmentId, paperId = null, act, by, at } = entry;
  await tx.execute(sql`
    insert into assignment_log (id, assignment_id, paper_id, at, act, by_id)
    values (${newId<'log-entry'>()}, ${assignmentId}, ${paperId}, ${momentOf(at)}, ${act}, ${by})`);
}

export type NewAssignment = Brief & {
  readonly cohortId: CohortId;
  readonly courseId: CourseId;
  readonly mode: AssignmentMode;
  readonly templateId: DocumentId | null;
  readonly by: PersonId | null;
  readonly at: Instant;
};

export async function addAssignment(tx: Tx, given: NewAssignment): Promise<AssignmentId> {
  const id = newId<'assignment'>();
  const { cohortId, courseId, mode, title, brief, criteria, templateId, by } = given;
  await tx.execute(sql`
    insert into assignment (id, cohort_id, course_id, mode, title, brief, criteria, due_at, template_id,
      created_at, created_by)
    values (${id}, ${cohortId}, ${courseId}, ${mode}, ${title}, ${brief}, ${sql.param(criteria)}::text[],
      ${momentOf(given.dueAt)}, ${templateId}, ${momentOf(given.at)}, ${by})`);
  await noteAct(tx, { assignmentId: id, act: 'set', by, at: given.at });
  return id;
}

export async function changeBrief(
  tx: Tx,
  assignmentId: AssignmentId,
  { title, brief, criteria, dueAt }: Brief,
): Promise<void> {
  await tx.execute(sql`
    update assignment set title = ${title}, brief = ${brief}, criteria = ${sql.param(criteria)}::text[],
      due_at = ${momentOf(dueAt)}
    where id = ${assignmentId}`);
}

/** How many assignments a cohort has in a course. */
export async function assignmentsAt(
  tx: Tx,
  { cohortId, courseId }: { readonly cohortId: CohortId; readonly courseId: CourseId },
): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from assignment
    where cohort_id = ${cohortId} and course_id = ${courseId}`);
  return rows[0]?.count ?? 0;
}

export async function groupsOf(
  tx: Tx,
  cohortId: CohortId,
): Promise<{ groupId: GroupId; name: string }[]> {
  const { rows } = await tx.execute<{ groupId: GroupId; name: string }>(sql`
    select id as "groupId", name from student_group where cohort_id = ${cohortId} order by name`);
  return rows;
}

const groupIdOf = (holder: Holder) => (holder.kind === 'group' ? holder.groupId : null);
const personIdOf = (holder: Holder) => (holder.kind === 'person' ? holder.personId : null);

/** The paper of a holder, made when there is none; locked until the end of the transaction. */
export async function lockPaperOf(
  tx: Tx,
  assignmentId: AssignmentId,
  holder: Holder,
): Promise<{ readonly paperId: PaperId; readonly documentId: DocumentId | null }> {
  const [groupId, personId] = [groupIdOf(holder), personIdOf(holder)];
  await tx.execute(sql`
    insert into paper (id, assignment_id, group_id, person_id)
    values (${newId<'paper'>()}, ${assignmentId}, ${groupId}, ${personId}) on conflict do nothing`);
  const { rows } = await tx.execute<{ paperId: PaperId; documentId: DocumentId | null }>(sql`
    select p.id as "paperId",
      (select d.id from document d where d.id = p.document_id and d.trashed_at is null) as "documentId"
    from paper p
    where p.assignment_id = ${assignmentId}
      and p.group_id is not distinct from ${groupId}::uuid
      and p.person_id is not distinct from ${personId}::uuid
    for update of p`);
  const [found] = rows;
  if (!found) throw new Error('a paper that was just made is not there');
  return found;
}

/** @param beganAs the fingerprint of what its template says; null where there is none */
export async function putDocument(
  tx: Tx,
  paperId: PaperId,
  documentId: DocumentId,
  beganAs: string | null,
): Promise<void> {
  await tx.execute(sql`
    update paper set document_id = ${documentId}, began_as = ${beganAs} where id = ${paperId}`);
}

/** Nobody else decides about the paper until the end of the transaction. */
export async function lockPaper(
  tx: Tx,
  paperId: PaperId,
): Promise<{ readonly documentId: DocumentId | null; readonly dueAt: Instant }> {
  await tx.execute(sql`select from paper where id = ${paperId} for update`);
  // Read after it is locked: whoever held it until then may have begun another text, or moved when it is due.
  const { rows } = await tx.execute<{ documentId: DocumentId | null; dueAt: Instant }>(sql`
    select d.id as "documentId", ${msOf(sql`a.due_at`)} as "dueAt"
    from paper p join assignment a on a.id = p.assignment_id
      left join document d on d.id = p.document_id and d.trashed_at is null
    where p.id = ${paperId}`);
  const [paper] = rows;
  if (!paper) throw new Error('a paper that is locked is there');
  return paper;
}

/** Who answers together just now: members of the group who are students of its cohort, or the one person. */
export async function membersOf(tx: Tx, holder: Holder, now: Instant): Promise<NamedPerson[]> {
  const at = momentOf(now);
  const { rows } = await tx.execute<NamedPerson>(sql`
    select p.id as "personId", p.display_name as "displayName" from person p
    where p.id = ${personIdOf(holder)}::uuid or exists (
      select from group_member m join student_group g on g.id = m.group_id
        join enrolment e on e.cohort_id = g.cohort_id and e.person_id = m.person_id
      where m.group_id = ${groupIdOf(holder)}::uuid and m.person_id = p.id
        and m.from_at <= ${at} and (m.until_at is null or m.until_at > ${at})
        and e.from_at <= ${at} and (e.until_at is null or e.until_at > ${at}))
    order by p.display_name, p.id`);
  return rows;
}

type ConfirmationRow = PaperState['confirmations'][number] & { readonly paperId: PaperId };
type WaitRow = Wait & { readonly paperId: PaperId };
type SubmissionRow = HandedIn & { readonly paperId: PaperId };

/** How far several papers have come. */
export async function statesOf(
  tx: Tx,
  paperIds: readonly PaperId[],
): Promise<ReadonlyMap<PaperId, PaperState>> {
  if (paperIds.length === 0) return new Map();
  const these = sql`any(${sql.param(paperIds)}::uuid[])`;
  const { rows: confirmations } = await tx.execute<ConfirmationRow>(sql`
    select paper_id as "paperId", person_id as "personId", fingerprint, ${msOf(sql`at`)} as at
    from paper_confirmation where paper_id = ${these} order by person_id`);
  const { rows: waits } = await tx.execute<WaitRow>(sql`
    select paper_id as "paperId", person_id as "personId", ${msOf(sql`at`)} as at
    from paper_wait where paper_id = ${these} order by person_id`);
  const { rows: submissions } = await tx.execute<SubmissionRow>(sql`
    select s.paper_id as "paperId", s.id as "submissionId", ${msOf(sql`s.at`)} as at, s.at > s.due_at as late,
      s.fingerprint, s.words, s.by_id as by, (
        select coalesce(json_agg(
          json_build_object('personId', m.person_id, 'standing', m.standing) order by m.person_id), '[]')
        from submission_member m where m.submission_id = s.id
      ) as members
    from submission s
    where s.paper_id = ${these}
      and not exists (select from submission_take_back b where b.submission_id = s.id)`);
  return new Map(
    paperIds.map((paperId) => {
      const found = submissions.find((each) => each.paperId === paperId);
      return [
        paperId,
        {
          confirmations: saidOf(confirmations, paperId),
          waits: saidOf(waits, paperId),
          handedIn: strip(found),
        },
      ];
    }),
  );
}

function saidOf<Row extends { readonly paperId: PaperId }>(
  rows: readonly Row[],
  of: PaperId,
): Omit<Row, 'paperId'>[] {
  return rows.filter(({ paperId }) => paperId === of).map(({ paperId: _, ...said }) => said);
}

function strip(row: SubmissionRow | undefined): HandedIn | null {
  if (!row) return null;
  const { paperId: _, ...handedIn } = row;
  return handedIn;
}

export async function stateOf(tx: Tx, paperId: PaperId | null): Promise<PaperState> {
  if (paperId === null) return NOTHING_YET;
  return (await statesOf(tx, [paperId])).get(paperId) ?? NOTHING_YET;
}

/** Keeps what a rule decided. With a text where something is handed in: what is kept is its very bytes. */
export async function keepFacts(
  tx: Tx,
  paperId: PaperId,
  {
    facts,
    paper,
    canonical,
  }: {
    readonly facts: readonly PaperFact[];
    readonly paper: Paper;
    readonly canonical: string | null;
  },
): Promise<void> {
  for (const fact of facts) {
    if (fact.type === 'confirmed') {
      await tx.execute(sql`
        insert into paper_confirmation (paper_id, person_id, fingerprint, at)
        values (${paperId}, ${fact.personId}, ${fact.fingerprint}, ${momentOf(fact.at)})
        on conflict (paper_id, person_id)
          do update set fingerprint = excluded.fingerprint, at = excluded.at`);
      await forgetSaid(tx, 'paper_wait', paperId, fact.personId);
    } else if (fact.type === 'confirmation-withdrawn') {
      await forgetSaid(tx, 'paper_confirmation', paperId, fact.personId);
    } else if (fact.type === 'asked-to-wait') {
      await tx.execute(sql`
        insert into paper_wait (paper_id, person_id, at)
        values (${paperId}, ${fact.personId}, ${momentOf(fact.at)})`);
      await forgetSaid(tx, 'paper_confirmation', paperId, fact.personId);
    } else if (fact.type === 'wait-ended') {
      await forgetSaid(tx, 'paper_wait', paperId, fact.personId);
    } else if (fact.type === 'handed-in') {
      if (canonical === null) throw new Error('handed in without a text');
      await addSubmission(tx, paperId, fact.handedIn, paper.dueAt, canonical);
      await tx.execute(sql`delete from paper_wait where paper_id = ${paperId}`);
    } else {
      const { submissionId } = paper.handedIn ?? {};
      await tx.execute(sql`
        insert into submission_take_back (submission_id, at, by_id)
        values (${submissionId}, ${momentOf(fact.at)}, ${fact.by})`);
      await tx.execute(sql`delete from paper_confirmation where paper_id = ${paperId}`);
    }
  }
}

async function forgetSaid(
  tx: Tx,
  table: 'paper_confirmation' | 'paper_wait',
  paperId: PaperId,
  personId: PersonId,
): Promise<void> {
  await tx.execute(sql`
    delete from ${sql.identifier(table)} where paper_id = ${paperId} and person_id = ${personId}`);
}

async function addSubmission(
  tx: Tx,
  paperId: PaperId,
  handedIn: HandedIn,
  dueAt: Instant,
  canonical: string,
): Promise<void> {
  const { submissionId, at, by, fingerprint, words, members } = handedIn;
  await tx.execute(sql`
    insert into submission (id, paper_id, at, by_id, due_at, fingerprint, words, canonical)
    values (${submissionId}, ${paperId}, ${momentOf(at)}, ${by}, ${momentOf(dueAt)}, ${fingerprint}, ${words},
      ${Buffer.from(canonical, 'utf8')})`);
  for (const { personId, standing } of members) {
    await tx.execute(sql`
      insert into submission_member (submission_id, person_id, standing, confirmed_at)
      values (${submissionId}, ${personId}, ${standing}, (
        select at from paper_confirmation where paper_id = ${paperId} and person_id = ${personId}))`);
  }
}

/** ASG-19: the pictures that were handed in with the text. */
export async function keepImages(
  tx: Tx,
  submissionId: SubmissionId,
  images: readonly NamedImage[],
): Promise<void> {
  const ids = images.map(({ imageId }) => imageId);
  const by = images.map((image) => image.by);
  const bytes = images.map((image) => image.bytes);
  await tx.execute(sql`
    insert into submission_image (submission_id, image_id, by_id, bytes)
    select ${submissionId}::uuid, * from unnest(
      ${sql.param(ids)}::uuid[], ${sql.param(by)}::uuid[], ${sql.param(bytes)}::int[])`);
}

export async function hasImage(
  tx: Tx,
  submissionId: SubmissionId,
  imageId: ImageId,
): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    select from submission_image where submission_id = ${submissionId} and image_id = ${imageId}`);
  return rowCount === 1;
}

/** Of these images, the ones that were handed in, also where that was taken back. */
export async function imagesHandedIn(
  database: Database,
  imageIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await database.execute<{ imageId: ImageId }>(sql`
    select distinct image_id as "imageId" from submission_image
    where image_id = any(${sql.param(imageIds)}::uuid[])`);
  return new Set(rows.map(({ imageId }) => imageId));
}

/** IMG-6: the room of the pictures that a person put in and that lie here alone: what a document has too is counted there. */
export async function bytesHandedIn(tx: Tx, personId: PersonId): Promise<number> {
  const { rows } = await tx.execute<{ bytes: string }>(sql`
    select coalesce(sum(bytes), 0) as bytes from (
      select distinct image_id, bytes from submission_image kept
      where by_id = ${personId} and not exists (
        select from document_image i where i.image_id = kept.image_id and i.by_id = ${personId})
    ) alone`);
  return Number(rows[0]?.bytes ?? 0);
}

export type KeptSubmission = {
  readonly at: Instant;
  readonly dueAt: Instant;
  readonly late: boolean;
  readonly takenBackAt: Instant | null;
  readonly by: NamedPerson;
  readonly members: readonly (NamedPerson & {
    readonly standing: HandedIn['members'][number]['standing'];
    readonly confirmedAt: Instant | null;
  })[];
  readonly words: number;
  readonly fingerprint: string;
  readonly canonical: string;
};

/** A submission with everything that its receipt says. */
export async function readSubmission(tx: Tx, submissionId: SubmissionId): Promise<KeptSubmission> {
  const { rows } = await tx.execute<
    Omit<KeptSubmission, 'by' | 'canonical'> & {
      byId: PersonId;
      byName: string;
      canonical: Buffer;
    }
  >(sql`
    select ${msOf(sql`s.at`)} as at, ${msOf(sql`s.due_at`)} as "dueAt", s.at > s.due_at as late,
      (select ${msOf(sql`b.at`)} from submission_take_back b where b.submission_id = s.id) as "takenBackAt",
      s.by_id as "byId", p.display_name as "byName", s.words, s.fingerprint, s.canonical, (
        select coalesce(json_agg(json_build_object('personId', m.person_id, 'displayName', who.display_name,
          'standing', m.standing, 'confirmedAt', ${msOf(sql`m.confirmed_at`)}) order by who.display_name), '[]')
        from submission_member m join person who on who.id = m.person_id where m.submission_id = s.id
      ) as members
    from submission s join person p on p.id = s.by_id where s.id = ${submissionId}`);
  const [row] = rows;
  if (!row) throw new Error('a submission that was just loaded is not there');
  const { byId, byName, canonical, ...rest } = row;
  return {
    ...rest,
    by: { personId: byId, displayName: byName },
    canonical: canonical.toString('utf8'),
  };
}
