import { sql } from 'drizzle-orm';
import type {
  AssignmentStanding,
  Holder,
  NamedPerson,
} from '#shared/features/assignment/assignment/model.ts';
import * as policy from '#shared/features/assignment/assignment/policy.ts';
import * as queries from '#shared/features/assignment/assignment/queries.ts';
import {
  type HandedIn,
  NOTHING_YET,
  type PaperStanding,
  type SubmissionGlance,
} from '#shared/features/assignment/submission/model.ts';
import * as submissionQueries from '#shared/features/assignment/submission/queries.ts';
import { countConfirmed, standingOf } from '#shared/features/assignment/submission/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { AssignmentId, DocumentId, GroupId, PaperId, PersonId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { answerQuery, type Load, type QueryHandler } from '../../platform/handler.ts';
import type { Tx } from '../../storage/database.ts';
import { momentOf, msOf } from '../../storage/moment.ts';
import { loadDocument } from '../document/public.ts';
import { stateOf, statesOf } from './paper-states.ts';
import { membersOf } from './repository.ts';
import { assignmentStandings, loadAssignment, loadSubmission, ownPapers } from './standing.ts';
import { readSubmission } from './submissions.ts';
import type { TextsSaid } from './texts-said.ts';

/** One's own list: what it is about is who asks. */
const loadOwnList: Load<unknown, { readonly ownerId: PersonId }> = async ({ subject }) => ({
  ownerId: subject.personId,
});

export function assignmentList(texts: TextsSaid) {
  return answerQuery(queries.assignmentList, loadOwnList, async (call) => {
    const { subject, now, tx } = call;
    const found = await assignmentStandings(tx, subject, sql`true`, now);
    const shown = found.filter((each) => policy.mayReadAssignment(subject, each, now)).reverse();
    const ids = shown.map(({ assignmentId }) => assignmentId);
    const own = await ownPapers(tx, subject, ids, now);
    const mine = own.filter((each) => policy.mayWriteSubmission(subject, each, now));
    const begun = mine.flatMap(({ paperId }) => (paperId ? [paperId] : []));
    const states = await statesOf(tx, begun);
    const said = await texts.saidTo(tx, mine, states);
    const taught = shown.filter((each) => policy.maySetAssignment(subject, each, now));
    const counts = await countsOf(tx, taught, now);
    const toAsk = new Map<AssignmentId, NamedPerson[]>();
    for (const each of shown)
      if (isGroupless(subject, each, own, now))
        toAsk.set(each.assignmentId, await teachersOf(tx, each));
    return {
      now,
      items: shown.map((each) => {
        const paper = mine.find(({ assignment }) => assignment.assignmentId === each.assignmentId);
        const state = (paper?.paperId && states.get(paper.paperId)) || NOTHING_YET;
        const text = (paper?.paperId && said.get(paper.paperId)) || null;
        const teachers = toAsk.get(each.assignmentId);
        return {
          ...whatItIs(each),
          mine: paper
            ? {
                groupName: paper.groupName,
                standing: standingOf(state, subject.personId, text),
                handedIn: state.handedIn && glance(state.handedIn),
              }
            : null,
          groupless: teachers ? { teachers } : null,
          handedIn: counts.get(each.assignmentId) ?? null,
        };
      }),
    };
  });
}

/** ASG-22: it is theirs to answer with a group, and they are in none. */
function isGroupless(
  subject: Subject,
  each: AssignmentStanding,
  own: readonly PaperStanding[],
  now: Instant,
): boolean {
  return (
    policy.answersIt(subject, each, now) &&
    !own.some(({ assignment, mine }) => mine && assignment.assignmentId === each.assignmentId)
  );
}

function whatItIs(each: AssignmentStanding) {
  const { assignmentId, title, mode, dueAt, courseCode, cohortName } = each;
  return { assignmentId, title, mode, dueAt, courseCode, cohortName };
}

function glance({ submissionId, at, late, fingerprint, words }: HandedIn): SubmissionGlance {
  return { submissionId, at, late, fingerprint, words };
}

type Count = { readonly count: number; readonly of: number };

async function countsOf(
  tx: Tx,
  assignments: readonly AssignmentStanding[],
  now: Instant,
): Promise<ReadonlyMap<AssignmentId, Count>> {
  if (assignments.length === 0) return new Map();
  const ids = assignments.map(({ assignmentId }) => assignmentId);
  const at = momentOf(now);
  const { rows } = await tx.execute<Count & { assignmentId: AssignmentId }>(sql`
    select a.id as "assignmentId", (
        select count(*)::int from paper p join submission s on s.paper_id = p.id
        where p.assignment_id = a.id
          and not exists (select from submission_take_back b where b.submission_id = s.id)
      ) as count,
      case a.mode when 'group' then (
        select count(*)::int from student_group g where g.cohort_id = a.cohort_id
      ) else (
        select count(*)::int from enrolment e
        where e.cohort_id = a.cohort_id and e.from_at <= ${at} and (e.until_at is null or e.until_at > ${at})
      ) end as of
    from assignment a where a.id = any(${sql.param(ids)}::uuid[])`);
  return new Map(rows.map(({ assignmentId, ...count }) => [assignmentId, count]));
}

export const whereToSet = answerQuery(queries.whereToSet, loadOwnList, async (call) => {
  const { subject, now, tx } = call;
  const { rows } = await tx.execute<Omit<PlaceRow, 'inCohort' | 'teaches'>>(sql`
    select distinct c.id as "cohortId", k.id as "courseId", c.name as "cohortName", k.code as "courseCode",
      k.title as "courseTitle",
      array(select g.name from student_group g where g.cohort_id = c.id and g.archived_at is null
        order by g.name) as "groupNames"
    from session_teacher t join session s on s.id = t.session_id
      join cohort c on c.id = s.cohort_id join course k on k.id = s.course_id
    where t.person_id = ${subject.personId} and s.deleted_at is null
    order by c.name, k.code`);
  const places = rows.filter((each) =>
    policy.maySetAssignment(subject, { ...each, inCohort: false, teaches: true }, now),
  );
  return { places };
});

type PlaceRow = Pick<AssignmentStanding, 'cohortId' | 'courseId' | 'inCohort' | 'teaches'> & {
  readonly cohortName: string;
  readonly courseCode: string;
  readonly courseTitle: string;
  readonly groupNames: string[];
};

export function aboutAssignment(
  texts: TextsSaid,
): QueryHandler<typeof queries.aboutAssignment, AssignmentStanding> {
  return answerQuery(queries.aboutAssignment, loadAssignment, async (call) => {
    const { subject, object, now, tx } = call;
    const { courseTitle, brief, criteria, assignmentId } = object;
    const own = await ownPapers(tx, subject, [assignmentId], now);
    const papers = [];
    for (const paper of own) {
      if (policy.mayWriteSubmission(subject, paper, now))
        papers.push(await paperFor(tx, texts, paper, now));
    }
    return {
      ...whatItIs(object),
      ...{ now, courseTitle, brief, papers },
      criteria: [...criteria],
      teachers: await teachersOf(tx, object),
      maySet: policy.maySetAssignment(subject, object, now),
      groupless: isGroupless(subject, object, own, now),
    };
  });
}

async function paperFor(tx: Tx, texts: TextsSaid, paper: PaperStanding, now: Instant) {
  const { paperId, holder, groupName, documentId } = paper;
  const state = await stateOf(tx, paperId);
  return {
    ...{ paperId, groupName, documentId, state },
    groupId: holder.kind === 'group' ? holder.groupId : null,
    members: await membersOf(tx, holder, now),
    text: documentId && (await texts.now(tx, documentId)),
  };
}

async function teachersOf(
  tx: Tx,
  { cohortId, courseId }: Pick<AssignmentStanding, 'cohortId' | 'courseId'>,
): Promise<NamedPerson[]> {
  const { rows } = await tx.execute<NamedPerson>(sql`
    select distinct p.id as "personId", p.display_name as "displayName"
    from session_teacher t join session s on s.id = t.session_id join person p on p.id = t.person_id
    where s.cohort_id = ${cohortId} and s.course_id = ${courseId} and s.deleted_at is null
      and p.status = 'active'
    order by p.display_name`);
  return rows;
}

export const assignmentOfDocument = answerQuery(
  queries.assignmentOfDocument,
  loadDocument,
  async ({ tx, object, now }) => {
    const { rows } = await tx.execute<{
      assignmentId: AssignmentId;
      title: string;
      dueAt: Instant;
    }>(sql`
      select a.id as "assignmentId", a.title, ${msOf(sql`a.due_at`)} as "dueAt"
      from paper p join assignment a on a.id = p.assignment_id
      where p.document_id = ${object.documentId}`);
    return { now, assignment: rows[0] ?? null };
  },
);

export const handIns = answerQuery(
  submissionQueries.handIns,
  loadDocument,
  async ({ tx, object }) => {
    const { rows } = await tx.execute<
      OutputOf<typeof submissionQueries.handIns>['acts'][number]
    >(sql`
      select acts."submissionId", acts.act, ${msOf(sql`acts.at`)} as at, acts.late,
        coalesce(who.registered_name, who.display_name) as "byName"
      from paper p join submission s on s.paper_id = p.id
        cross join lateral (
          select s.id as "submissionId", 'handed-in' as act, s.at, s.by_id, s.at > s.due_at as late
          union all
          select b.submission_id, 'taken-back', b.at, b.by_id, false
          from submission_take_back b where b.submission_id = s.id
        ) as acts
        join person who on who.id = acts.by_id
      where p.document_id = ${object.documentId}
      order by acts.at, acts.act`);
    return { acts: rows };
  },
);

type HolderRow = {
  readonly groupId: GroupId | null;
  readonly personId: PersonId | null;
  readonly groupName: string | null;
  readonly paperId: PaperId | null;
  readonly documentId: DocumentId | null;
  readonly writtenAt: Instant | null;
};

export function papersOf(texts: TextsSaid) {
  return answerQuery(queries.papersOf, loadAssignment, async (call) => {
    const { object, now, tx } = call;
    const holders = await holdersOf(tx, object, now);
    const states = await statesOf(
      tx,
      holders.flatMap(({ paperId }) => (paperId ? [paperId] : [])),
    );
    const said = await texts.saidTo(tx, holders, states);
    const papers = [];
    for (const { groupName, paperId, writtenAt, ...row } of holders) {
      const holder = holderOf(row);
      if (!holder) continue;
      const state = (paperId && states.get(paperId)) || NOTHING_YET;
      const members = await membersOf(tx, holder, now);
      const ids = members.map(({ personId }) => personId);
      const confirmed = countConfirmed(state, ids, (paperId && said.get(paperId)) || null);
      const handedIn = state.handedIn && glance(state.handedIn);
      const takenBackAt = state.takenBack?.at ?? null;
      papers.push({ groupName, members, confirmed, writtenAt, handedIn, takenBackAt });
    }
    return { now, papers };
  });
}

function holderOf({ groupId, personId }: Pick<HolderRow, 'groupId' | 'personId'>): Holder | null {
  if (groupId) return { kind: 'group', groupId };
  return personId && { kind: 'person', personId };
}

/** Whether anybody here has written in `document d`: what a template said was written by nobody. */
const isWritten = sql`(exists (select from document_update u where u.document_id = d.id)
  or exists (select from document_snapshot s
    where s.document_id = d.id and jsonb_path_exists(s.authors, '$.*[*][1] ? (@ != null)')))`;

/** Every group of the cohort, or every student of it; also who has left, where something was handed in. */
async function holdersOf(
  tx: Tx,
  { assignmentId, cohortId, mode }: AssignmentStanding,
  now: Instant,
): Promise<HolderRow[]> {
  const at = momentOf(now);
  const { rows } = await tx.execute<HolderRow>(
    mode === 'group'
      ? sql`
        select g.id as "groupId", null as "personId", g.name as "groupName", p.id as "paperId",
          d.id as "documentId", ${msOf(sql`case when ${isWritten} then d.updated_at end`)} as "writtenAt"
        from student_group g
          left join paper p on p.group_id = g.id and p.assignment_id = ${assignmentId}
          left join document d on d.id = p.document_id and d.trashed_at is null
        where g.cohort_id = ${cohortId} order by g.name`
      : sql`
        select null as "groupId", who.id as "personId", null as "groupName", p.id as "paperId",
          null as "documentId", null::float8 as "writtenAt"
        from person who left join paper p on p.person_id = who.id and p.assignment_id = ${assignmentId}
        where exists (
            select from enrolment e where e.person_id = who.id and e.cohort_id = ${cohortId}
              and e.from_at <= ${at} and (e.until_at is null or e.until_at > ${at}))
          or exists (select from submission s where s.paper_id = p.id)
        order by who.display_name, who.id`,
  );
  return rows;
}

export const submissionAnswer = answerQuery(
  submissionQueries.submissionQuery,
  loadSubmission,
  async (call) => {
    const { tx, input, object } = call;
    const { submissionId } = input;
    const kept = await readSubmission(tx, submissionId);
    const { assignmentId, title } = object.assignment;
    return {
      ...{ submissionId, assignmentId, title, groupName: object.groupName },
      ...kept,
      members: [...kept.members],
    };
  },
);
