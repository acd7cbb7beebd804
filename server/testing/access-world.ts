import { sql } from 'drizzle-orm';
import type { Holder } from '#shared/features/assignment/assignment/model.ts';
import { NOTHING_YET } from '#shared/features/assignment/submission/model.ts';
import type { PushDeviceId } from '#shared/features/notification/push.ts';
import { DAY_MS } from '#shared/kernel/duration.ts';
import type {
  AgendaItemId,
  AssignmentId,
  BreakoutId,
  CohortId,
  CourseId,
  DocumentId,
  GatheringId,
  GroupId,
  MessageId,
  PaperId,
  PersonId,
  RoleRequestId,
  SessionId,
  SubmissionId,
  TeamLineId,
  VersionId,
  WelcomeId,
} from '#shared/kernel/ids.ts';
import { DOCUMENT_KINDS, type DocumentKind, type Role } from '#shared/wire/access.ts';
import { keepFacts } from '../features/assignment/paper-states.ts';
import { addAssignment, lockPaperOf, putDocument } from '../features/assignment/repository.ts';
import { fingerprintOf } from '../features/assignment/text-now.ts';
import { addDocument } from '../features/document/catalogue/repository.ts';
import { addVersion } from '../features/document/history/repository.ts';
import { newId } from '../platform/new-id.ts';
import type { Database } from '../storage/database.ts';
import { CASES, type Case, ROLE_OF } from './access-cases.ts';
import { createSchool, type School } from './school.ts';
import type { Somebody, World } from './world.ts';

/** A session, with ids of what lies in it. */
export type Target = {
  readonly sessionId: SessionId;
  readonly item: AgendaItemId;
  /** Of somebody else. */
  readonly message: MessageId;
  /** A room that the session is split into; nobody sits there. */
  readonly breakoutId: BreakoutId;
  /** Where documents of each kind lie. */
  readonly groupId: GroupId;
  readonly courseId: CourseId;
  /** Where assignments are set. */
  readonly cohortId: CohortId;
  /** Where that cohort meets, from today on. */
  readonly gatheringId: GatheringId;
  /** An invitation of a student to that cohort, which waits. */
  readonly welcomeId: WelcomeId;
  /** Somebody of the school who is a student. */
  readonly studentId: PersonId;
  /** A student of that cohort. */
  readonly learnerId: PersonId;
  /** That they become administrator, which waits for a second yes. */
  readonly requestId: RoleRequestId;
};

/** An assignment, an answer to it and what was handed in. */
export type Answered = {
  readonly assignmentId: AssignmentId;
  readonly paperId: PaperId;
  readonly submissionId: SubmissionId;
  readonly holder: { readonly groupId: GroupId } | { readonly personId: PersonId };
};

/** A document of each kind at a target, and the same in the trash. */
export type Documents = {
  readonly live: Readonly<Record<DocumentKind, DocumentId>>;
  readonly trashed: Readonly<Record<DocumentKind, DocumentId>>;
  /** Of the group's. */
  readonly version: VersionId;
};

/** Somebody in a situation, and what they ask for. */
export type Asking = {
  readonly case: Case;
  readonly caller: Somebody | null;
  readonly target: Target;
  /** Their own words there, from when they were allowed in. */
  readonly ownMessage: MessageId;
  /** Where their line to the teachers is heard. */
  readonly ownLine: TeamLineId;
  /** Nobody else asks about these, so that what is allowed to one does not change what another finds. */
  readonly documents: Documents;
  /** Where they are told, on a device of their own. */
  readonly ownDevice: PushDeviceId;
  readonly answered: Answered;
};

export type AccessWorld = {
  readonly asking: readonly Asking[];
  /** A cohort's session, one of each of its two groups, one of another cohort, and two that are deleted. */
  readonly targets: Readonly<Record<'cohort' | 'own' | 'otherGroup' | 'otherCohort', Target>>;
  readonly deleted: readonly Target[];
  readonly school: School;
};

/**
 * Everybody of the matrix in one school: each role in each situation, on a seat that they took while they
 * could. What they may now is another matter: a seat gives no right.
 */
export async function populate({ test, clock, person }: World): Promise<AccessWorld> {
  const now = clock.now();
  const school = await createSchool(test.database, now);
  const cohort = await school.cohort();
  const elsewhere = await school.cohort();
  const [red, blue] = [await school.group(cohort), await school.group(cohort)];
  const green = await school.group(elsewhere);
  const [course, otherCourse] = [school.courseId, await school.course()];
  const [gathered, otherGathered] = [
    await school.gathering(cohort),
    await school.gathering(elsewhere),
  ];
  const host = await person({ role: 'teacher', name: 'Vert Vertsen' });
  const askedFor = async () => {
    const { personId: studentId } = await person({ role: 'student', name: 'Stud Entsen' });
    const requestId = newId<'role-request'>() as RoleRequestId;
    await test.database.execute(sql`
      insert into role_request (id, person_id, role, asked_by, asked_at)
      values (${requestId}, ${studentId}, 'admin', ${host.personId}, to_timestamp(${now / 1000}))`);
    return { studentId, requestId };
  };
  const learnerIn = async (cohortId: CohortId) => {
    const learner = await person({ role: 'student', name: 'Lær Lingsen' });
    await school.enrol(learner, cohortId);
    return learner.personId;
  };
  const target = async (cohortId: CohortId, groupId: GroupId | null = null): Promise<Target> => {
    const courseId = cohortId === elsewhere ? otherCourse : course;
    const sessionId = await school.session({ cohortId, groupId, courseId });
    const [item] = await school.agenda(sessionId, ['Innsjekk', 'Samtale']);
    await school.seat(host, sessionId);
    const message = await school.message(host, sessionId);
    const breakoutId = newId<'breakout'>();
    await test.database.execute(sql`
      insert into breakout (id, session_id, place, name, hand_queue, opened_at)
      values (${breakoutId}, ${sessionId}, 0, 'Gruppe 1', '{}', to_timestamp(${now / 1000}))`);
    const home = cohortId === elsewhere ? green : red;
    return {
      ...{ sessionId, item: item as AgendaItemId, message, breakoutId, courseId, cohortId },
      groupId: groupId ?? home,
      gatheringId: cohortId === elsewhere ? otherGathered : gathered,
      welcomeId: await school.welcome(host, cohortId),
      learnerId: await learnerIn(cohortId),
      ...(await askedFor()),
    };
  };
  const targets = {
    cohort: await target(cohort),
    own: await target(cohort, red),
    otherGroup: await target(cohort, blue),
    otherCohort: await target(elsewhere),
  };
  const gone = {
    groupId: newId<'group'>() as GroupId,
    courseId: newId<'course'>() as CourseId,
    cohortId: newId<'cohort'>() as CohortId,
    gatheringId: newId<'gathering'>() as GatheringId,
    welcomeId: newId<'welcome'>() as WelcomeId,
    studentId: newId<'person'>() as PersonId,
    learnerId: newId<'person'>() as PersonId,
    requestId: newId<'role-request'>() as RoleRequestId,
  };
  const deletedCohort = await target(cohort);
  const deletedGroup = await target(cohort, red);

  /** What lies at a target; of personal documents somebody's own, or the host's. */
  async function write({ sessionId, groupId, courseId }: Target, ownerId: PersonId) {
    const places = {
      personal: { ownerId },
      group: { groupId },
      session: { sessionId },
      course: { courseId },
      template: { courseId },
    };
    const nowhere = { ownerId: null, groupId: null, sessionId: null, courseId: null };
    const made = { title: 'Ord vi har møtt', by: host.personId, at: now };
    const one = (kind: DocumentKind) =>
      test.database.transaction((tx) =>
        addDocument(tx, { ...nowhere, ...places[kind], ...made, kind }),
      );
    const all = async () => {
      const ids: DocumentId[] = [];
      for (const kind of DOCUMENT_KINDS) ids.push(await one(kind));
      return Object.fromEntries(DOCUMENT_KINDS.map((kind, nth) => [kind, ids[nth]])) as Record<
        DocumentKind,
        DocumentId
      >;
    };
    const [live, trashed] = [await all(), await all()];
    await test.database.execute(sql`
      update document set trashed_at = to_timestamp(${now / 1000}), trashed_by = ${host.personId}
      where id = any(${sql.param(Object.values(trashed))}::uuid[])`);
    const kept = { documentId: live.group, state: new Uint8Array([0, 0]), at: now };
    const version = await addVersion(test.database, { ...kept, name: 'Kladd', by: host.personId });
    return { live, trashed, version };
  }

  async function documentsOf(
    { situation }: Case,
    at: Target,
    personId: PersonId,
  ): Promise<Documents> {
    // What one owns does not end with a place in a cohort; what others have shared does.
    const own = ['own', 'role ended', 'suspended', 'deleted object'].includes(situation);
    const documents = await write(at, own ? personId : host.personId);
    if (situation === 'removed' || situation === 'relation ended') {
      await test.database.execute(sql`
        with shared as (
          insert into document_share (document_id, person_id, "right", at)
          values (${documents.live.personal}, ${personId}, 'comment', to_timestamp(${now / 1000}))
        ) select 1`);
      await test.database.execute(sql`delete from document_share where person_id = ${personId}`);
    }
    if (situation === 'deleted object') {
      const all = [...Object.values(documents.live), ...Object.values(documents.trashed)];
      await test.database.execute(
        sql`delete from document where id = any(${sql.param(all)}::uuid[])`,
      );
    }
    return documents;
  }

  /** A student's own answer where the case is a student's, else a group's; handed in, and confirmed by nobody. */
  async function answeredAt(
    { column, situation }: Case,
    { cohortId, courseId, groupId }: Target,
    documents: Documents,
    personId: PersonId,
  ): Promise<Answered> {
    // Rows of what is handed in are never deleted: what is gone is what never was.
    if (situation === 'deleted object') return answeredByNobody();
    const alone = column === 'ST';
    const own = ['own', 'role ended', 'suspended'].includes(situation);
    const holder: Holder = alone
      ? { kind: 'person', personId: own ? personId : host.personId }
      : { kind: 'group', groupId };
    return test.database.transaction(async (tx) => {
      const assignmentId = await addAssignment(tx, {
        ...{ cohortId, courseId, mode: alone ? 'individual' : 'group', templateId: null },
        ...{ title: 'Makt i møtet', brief: 'Velg et møte.', criteria: [], dueAt: now + DAY_MS },
        ...{ by: host.personId, at: now },
      });
      const { paperId } = await lockPaperOf(tx, assignmentId, holder);
      await putDocument(tx, paperId, documents.live[alone ? 'personal' : 'group'], null);
      const canonical = `{"content":[],"of":"${paperId}"}`;
      const submissionId = newId<'submission'>() as SubmissionId;
      await keepFacts(tx, paperId, {
        facts: [
          {
            type: 'handed-in',
            handedIn: {
              ...{ submissionId, at: now, late: false, words: 1, by: host.personId, members: [] },
              fingerprint: fingerprintOf(canonical),
            },
          },
        ],
        paper: { ...NOTHING_YET, members: [], dueAt: now + DAY_MS },
        canonical,
      });
      const named = alone ? { personId: (holder as { personId: PersonId }).personId } : { groupId };
      return { assignmentId, paperId, submissionId, holder: named };
    });
  }

  function targetOf({ column, situation }: Case): Target {
    const whole = column === 'ST';
    if (situation === 'other group') return targets.otherGroup;
    if (situation === 'other cohort') return targets.otherCohort;
    if (situation === 'deleted object') return whole ? deletedCohort : deletedGroup;
    return whole ? targets.cohort : targets.own;
  }

  async function relate(somebody: Somebody, { column, situation }: Case): Promise<void> {
    const until = situation === 'relation ended' ? now : null;
    const home = situation === 'deleted object' ? deletedGroup : targets.own;
    if (column === 'TE') {
      // An assignment has no end date: it is there or it is not.
      if (until === null) await school.assign(somebody, home.sessionId);
    } else if (column === 'ST') await school.enrol(somebody, cohort, until);
    else if (column === 'GM') {
      await school.enrol(somebody, cohort);
      await school.addToGroup(somebody, red, until);
    } else {
      // Of guests the captioner may most.
      const as = column === 'GU' ? 'captioner' : null;
      await school.invite(somebody, home.sessionId, until ?? undefined, as);
      await school.letIn(somebody, home.sessionId);
    }
    if (situation === 'removed') await school.removeRelations(somebody);
    if (situation === 'removed' && column === 'GM') await school.enrol(somebody, cohort);
    if (situation === 'role ended') await school.endRole(somebody, now);
    if (situation === 'suspended') await school.suspend(somebody);
  }

  const asking: Asking[] = [];
  for (const each of CASES) {
    const at = targetOf(each);
    const target = each.situation === 'deleted object' ? { ...at, ...gone } : at;
    if (each.column === 'AN') {
      const documents = await documentsOf(each, at, host.personId);
      const answered = await answeredAt(each, at, documents, host.personId);
      const ownLine = newId<'team-line'>() as TeamLineId;
      asking.push({
        ...{ case: each, caller: null, target, ownMessage: target.message, documents, answered },
        ...{ ownLine, ownDevice: newId<'push-device'>() as PushDeviceId },
      });
      continue;
    }
    const role = ROLE_OF[each.column] as Role;
    const caller = await person({ role, name: `${each.column} ${each.situation}` });
    await relate(caller, each);
    await school.seat(caller, target.sessionId);
    await school.lobbyPlace(caller, target.sessionId);
    const ownLine = await school.teamLine(caller, target.sessionId);
    const ownMessage = await school.message(caller, target.sessionId);
    const documents = await documentsOf(each, at, caller.personId);
    const answered = await answeredAt(each, at, documents, caller.personId);
    const ownDevice = await school.pushDevice(caller);
    const own = { ownMessage, ownLine, ownDevice };
    asking.push({ case: each, caller, target, ...own, documents, answered });
  }
  await school.deleteSession(deletedCohort.sessionId);
  await school.deleteSession(deletedGroup.sessionId);
  return { asking, targets, deleted: [deletedCohort, deletedGroup], school };
}

/** Ids that nobody has. */
export function answeredByNobody(): Answered {
  return {
    assignmentId: newId<'assignment'>() as never,
    paperId: newId<'paper'>() as never,
    submissionId: newId<'submission'>() as never,
    holder: { groupId: newId<'group'>() as never },
  };
}

/** All that a call of a session could change, as text; of these sessions, or of every one. */
export async function contentOf(
  database: Database,
  sessions: readonly SessionId[] | null = null,
): Promise<string> {
  const all = [];
  for (const [table, column] of [
    ['session', 'id'],
    ['session_live', 'session_id'],
    ['seat', 'session_id'],
    ['agenda_item', 'session_id'],
    ['agenda_step', 'session_id'],
    ['session_visit', 'session_id'],
    ['session_beginning', 'session_id'],
    ['attendance_entry', 'person_id'],
    ['attendance_correction', 'person_id'],
    ['attendance_taken_out', 'cohort_id'],
    ['attendance_requirement', 'course_id'],
    ['chat_message', 'session_id'],
    ['chat_reaction', 'message_id'],
    ['team_message', 'session_id'],
    ['team_line_read', 'session_id'],
    ['session_removal', 'session_id'],
    ['session_admission', 'session_id'],
    ['lobby_place', 'session_id'],
    ['session_log', 'session_id'],
    ['guest_link', 'session_id'],
    ['session_invitation', 'session_id'],
    ['session_teacher', 'session_id'],
    ['plan_change', 'session_id'],
    ['calendar_address', 'person_id'],
    ['programme', 'id'],
    ['course', 'id'],
    ['term', 'id'],
    ['gathering', 'id'],
    ['day_off', 'id'],
    ['study_plan', 'person_id'],
    ['study_plan_course', 'person_id'],
    ['quiet_pause', 'session_id'],
    ['pause_for_all', 'session_id'],
    ['pause_ready', 'session_id'],
    ['seminar_room', 'session_id'],
    ['document', 'session_id'],
    ['document_update', 'document_id'],
    ['document_version', 'document_id'],
    ['document_share', 'document_id'],
    ['document_log', 'document_id'],
    ['assignment', 'id'],
    ['paper', 'id'],
    ['paper_confirmation', 'paper_id'],
    ['paper_wait', 'paper_id'],
    ['submission', 'id'],
    ['submission_take_back', 'submission_id'],
    ['assignment_log', 'assignment_id'],
    ['letter', 'id'],
    ['welcome', 'cohort_id'],
    ['person_act', 'person_id'],
    ['cohort', 'id'],
    ['role_request', 'person_id'],
    ['person', 'id'],
    ['role_held', 'person_id'],
    ['enrolment', 'person_id'],
    ['support_card', 'by_id'],
    ['concern', 'session_id'],
    ['group_agreement', 'cohort_id'],
    ['concern_reader', 'person_id'],
    ['channel_head', 'id'],
    ['fact', 'id'],
  ] as const) {
    const { rows } = await database.execute<{ row: string }>(sql`
      select t::text as row from ${sql.identifier(table)} t
      where ${sessions === null} or ${sql.identifier(column)} = any(${sql.param(sessions ?? [])}::uuid[])
      order by 1`);
    all.push(table, ...rows.map((each) => each.row));
  }
  return all.join('\n');
}
