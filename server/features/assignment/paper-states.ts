import { sql } from 'drizzle-orm';
import type { PaperFact } from '#shared/features/assignment/submission/facts.ts';
import {
  type HandedIn,
  NOTHING_YET,
  type Paper,
  type PaperState,
  type TakenBack,
  type Wait,
} from '#shared/features/assignment/submission/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PaperId, PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { momentOf, msOf } from '../../storage/moment.ts';

type ConfirmationRow = PaperState['confirmations'][number] & { readonly paperId: PaperId };
type WaitRow = Wait & { readonly paperId: PaperId };
type TakenBackRow = TakenBack & { readonly paperId: PaperId };
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
  const { rows: takenBack } = await tx.execute<TakenBackRow>(sql`
    select distinct on (s.paper_id) s.paper_id as "paperId", b.by_id as by, ${msOf(sql`b.at`)} as at
    from submission_take_back b join submission s on s.id = b.submission_id
    where s.paper_id = ${these} order by s.paper_id, b.at desc`);
  return new Map(
    paperIds.map((paperId) => {
      const handedIn = saidOf(submissions, paperId)[0] ?? null;
      return [
        paperId,
        {
          confirmations: saidOf(confirmations, paperId),
          waits: saidOf(waits, paperId),
          handedIn,
          takenBack: handedIn ? null : (saidOf(takenBack, paperId)[0] ?? null),
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
