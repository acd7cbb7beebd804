import * as commands from '#shared/features/assignment/assignment/commands.ts';
import type {
  AssignmentPlace,
  AssignmentStanding,
  NamedPerson,
} from '#shared/features/assignment/assignment/model.ts';
import { dueOn, mustBeAhead } from '#shared/features/assignment/assignment/rules.ts';
import { paperChannel } from '#shared/features/assignment/channel.ts';
import * as submissions from '#shared/features/assignment/submission/commands.ts';
import type { PaperFact } from '#shared/features/assignment/submission/facts.ts';
import type { Paper, PaperStanding } from '#shared/features/assignment/submission/model.ts';
import * as rules from '#shared/features/assignment/submission/rules.ts';
import { type Decision, refuse } from '#shared/kernel/decision.ts';
import type { DocumentId, PaperId, SubmissionId } from '#shared/kernel/ids.ts';
import {
  answer,
  type Calling,
  type CommandHandler,
  handle,
  type Running,
} from '../../platform/handler.ts';
import { newId } from '../../platform/new-id.ts';
import {
  beginDocument,
  closeHandedIn,
  type Editing,
  isUnreadable,
  lockImagesNamed,
  reopenHandedIn,
  templateNamed,
} from '../document/public.ts';
import { leaveLetter } from '../identity/public.ts';
import { keepFacts, stateOf } from './paper-states.ts';
import { receiptLetter, takenBackLetter } from './receipt.ts';
import * as repository from './repository.ts';
import { assignmentPlace, loadAssignment, loadPaper, loadPaperOf } from './standing.ts';
import { keepImages, readSubmission } from './submissions.ts';
import { type Canonical, fingerprintOf, textNow } from './text-now.ts';

/** More than a course could ask of anybody. */
const ASSIGNMENTS_PER_COURSE = 100;

type Contents = Pick<Editing, 'contentOf' | 'canonicalOf'>;
type Holding = Pick<Editing, 'canonicalOf' | 'holdStill' | 'release' | 'releaseWhenCommitted'>;

export function setAssignment(
  editing: Contents,
): CommandHandler<typeof commands.setAssignment, AssignmentPlace> {
  return handle(
    commands.setAssignment,
    ({ tx, subject, input, now }) => assignmentPlace(tx, subject, input, now),
    async (call) => {
      const { input, object, subject, now, tx } = call;
      const dueAt = dueOn(input);
      const ahead = mustBeAhead(dueAt, now);
      if (!ahead.ok) return ahead;
      if ((await repository.assignmentsAt(tx, object)) >= ASSIGNMENTS_PER_COURSE)
        return refuse('too-many');
      const { templateId } = input;
      if (templateId !== null && !(await templateNamed(call, templateId)))
        return refuse('unknown-template');
      const groups = input.mode === 'group' ? await repository.groupsOf(tx, object.cohortId) : [];
      if (input.mode === 'group' && groups.length === 0) return refuse('no-groups');

      const { cohortId, courseId } = object;
      const { mode, title, brief, criteria } = input;
      const assignmentId = await repository.addAssignment(tx, {
        ...{ cohortId, courseId, mode, title, brief, criteria, dueAt, templateId },
        by: subject.personId,
        at: now,
      });
      for (const { groupId } of groups) {
        const holder = { kind: 'group', groupId } as const;
        await begin(call, editing, { assignmentId, title, templateId, holder });
      }
      return answer({ assignmentId });
    },
  );
}

export const changeAssignment = handle(commands.changeAssignment, loadAssignment, async (call) => {
  const { input, object, subject, now, tx } = call;
  const dueAt = dueOn(input);
  const ahead = mustBeAhead(dueAt, now, object.dueAt);
  if (!ahead.ok) return ahead;

  const { assignmentId } = object;
  const { title, brief, criteria } = input;
  await repository.changeBrief(tx, assignmentId, { title, brief, criteria, dueAt });
  await repository.noteAct(tx, { assignmentId, act: 'changed', by: subject.personId, at: now });
  return answer({});
});

export function openPaper(
  editing: Contents,
): CommandHandler<typeof submissions.openPaper, PaperStanding> {
  return handle(submissions.openPaper, loadPaperOf, async (call) => {
    const { assignment, holder } = call.object;
    const begun = await begin(call, editing, { ...assignment, holder }, call.askAgain);
    return begun ? answer(begun) : refuse('not-found');
  });
}

/**
 * ASG-5: one paper and one document, however many begin at once. A text in the trash is left there, and a new one begun.
 * @param askAgain asked when it is their turn; null for who has left those that answer it by then (ASG-18)
 */
async function begin(
  { tx, subject, now }: Pick<Calling<unknown, unknown>, 'tx' | 'subject' | 'now'>,
  editing: Contents,
  {
    assignmentId,
    title,
    templateId,
    holder,
  }: Pick<AssignmentStanding, 'assignmentId' | 'title' | 'templateId'> &
    Pick<PaperStanding, 'holder'>,
  askAgain: () => Promise<unknown> = async () => true,
): Promise<{ readonly paperId: PaperId; readonly documentId: DocumentId } | null> {
  const { paperId, documentId: found } = await repository.lockPaperOf(tx, assignmentId, holder);
  if (!(await askAgain())) return null;
  if (found !== null) return { paperId, documentId: found };
  const by = subject.personId;
  const place =
    holder.kind === 'group'
      ? { kind: 'group' as const, groupId: holder.groupId, ownerId: null }
      : { kind: 'personal' as const, groupId: null, ownerId: holder.personId };
  const documentId = await beginDocument(
    tx,
    editing,
    { ...place, sessionId: null, courseId: null, title, by, at: now },
    templateId,
  );
  const began = templateId && (await editing.canonicalOf(documentId, tx));
  await repository.putDocument(tx, paperId, documentId, began && fingerprintOf(began.canonical));
  await repository.noteAct(tx, { assignmentId, paperId, act: 'begun', by, at: now });
  return { paperId, documentId };
}

type Call = Running<{ readonly fingerprint: string }, PaperStanding>;

export function confirmPaper(
  editing: Holding,
): CommandHandler<typeof submissions.confirmPaper, PaperStanding> {
  return handle(submissions.confirmPaper, loadPaper, async (call) => {
    const decided = await decideAboutText(call, editing, rules.confirm);
    if (!decided.ok) return decided;
    return answer({ submissionId: decided.submissionId });
  });
}

export function handInPaper(
  editing: Holding,
): CommandHandler<typeof submissions.handInPaper, PaperStanding> {
  return handle(submissions.handInPaper, loadPaper, async (call) => {
    const decided = await decideAboutText(call, editing, rules.handIn);
    if (!decided.ok) return decided;
    if (decided.submissionId === null) throw new Error('handed in without a submission');
    return answer({ submissionId: decided.submissionId });
  });
}

export const withdrawConfirmation = handle(
  submissions.withdrawConfirmation,
  loadPaper,
  async (call) => {
    const locked = await lockedPaper(call);
    if (!locked) return refuse('not-found');
    const { paperId, paper } = locked;
    const decision = rules.withdrawConfirmation(paper, call.subject.personId);
    if (!decision.ok) return decision;
    await keep(call, { paperId, paper, facts: decision.facts, canonical: null });
    return answer({});
  },
);

export const askToWait = handle(submissions.askToWait, loadPaper, async (call) => {
  const locked = await lockedPaper(call);
  if (!locked) return refuse('not-found');
  const { paperId, paper } = locked;
  const { input, subject, now } = call;
  const decision = input.wait
    ? rules.askToWait(paper, subject.personId, now)
    : rules.endWait(paper, subject.personId);
  if (!decision.ok) return decision;
  await keep(call, { paperId, paper, facts: decision.facts, canonical: null });
  return answer({});
});

export function takeBackSubmission(
  editing: Holding,
): CommandHandler<typeof submissions.takeBackSubmission, PaperStanding> {
  return handle(submissions.takeBackSubmission, loadPaper, async (call) => {
    const { tx, input, object, subject, now } = call;
    const locked = await lockedPaper(call);
    if (!locked) return refuse('not-found');
    const { paperId, documentId, paper, members } = locked;
    // A call that comes late is about what was handed in when it was made.
    if (paper.handedIn?.submissionId !== input.submissionId) return refuse('not-handed-in');
    const decision = rules.takeBack(paper, subject.personId, now);
    if (!decision.ok) return decision;

    await keep(call, { paperId, paper, facts: decision.facts, canonical: null });
    const { assignment } = object;
    if (documentId !== null) {
      await reopenHandedIn(tx, documentId);
      // Whoever handed in a moment ago held it still; from the commit on the database says who may write.
      editing.release(documentId);
    }
    const by = members.find((each) => each.personId === subject.personId)?.displayName ?? '';
    for (const member of members) {
      await leaveLetter(tx, member.personId, {
        write: (language) => takenBackLetter(language, assignment.title, by),
        path: `/oppgave/${assignment.assignmentId}`,
        at: now,
      });
    }
    return answer({});
  });
}

/**
 * The paper as it stands, locked: what is decided about it is decided by one at a time. Null for who has left those that answer it
 * while they waited for the lock.
 */
async function lockedPaper({ tx, object, askAgain }: Running<unknown, PaperStanding>) {
  const { paperId, holder } = object;
  if (paperId === null) throw new Error('a paper that was found by its id has none');
  const { documentId, dueAt } = await repository.lockPaper(tx, paperId);
  const again = await askAgain();
  if (!again) return null;
  const members = await repository.membersOf(tx, holder, again.now);
  const state = await stateOf(tx, paperId);
  const ids = members.map(({ personId }) => personId);
  const paper: Paper = { ...state, members: ids, dueAt };
  return { paperId, documentId, paper, members };
}

type Asking = Parameters<typeof rules.confirm>[2];

/**
 * Decides about the text as it stands and the person has seen it. Where the decision hands it in, the text is held still
 * before it is read, and closed in the same transaction: what is kept is what stays (ASG-15).
 */
async function decideAboutText<Refusal extends string>(
  call: Call,
  editing: Holding,
  rule: (paper: Paper, text: Canonical, asking: Asking) => Decision<PaperFact, Refusal>,
) {
  const { input, subject, now, tx } = call;
  const locked = await lockedPaper(call);
  if (!locked) return refuse('not-found');
  const { paperId, documentId, paper, members } = locked;
  if (documentId === null) return refuse('nothing-written');
  const submissionId = newId<'submission'>() as SubmissionId;
  const asking: Asking = { by: subject.personId, at: now, submissionId };

  let text: Canonical;
  try {
    text = await textNow(tx, editing, documentId);
  } catch (error) {
    // Nobody has seen the text that would be decided about: it was set aside meanwhile.
    if (isUnreadable(error)) return refuse('changed');
    throw error;
  }
  if (text.fingerprint !== input.fingerprint && paper.handedIn === null) return refuse('changed');
  const expected = rule(paper, text, asking);
  if (!expected.ok) return expected;
  if (!expected.facts.some(({ type }) => type === 'handed-in')) {
    await keep(call, { paperId, paper, facts: expected.facts, canonical: null });
    return { ok: true as const, submissionId: null };
  }

  editing.holdStill(documentId);
  try {
    text = await textNow(tx, editing, documentId);
    if (text.fingerprint !== input.fingerprint) {
      editing.release(documentId);
      return refuse('changed');
    }
    if (!(await closeHandedIn(tx, documentId, now))) {
      editing.release(documentId);
      return refuse('nothing-written');
    }
    await keep(call, { paperId, paper, facts: expected.facts, canonical: text.canonical });
    const shown = await lockImagesNamed(tx, documentId, text.canonical);
    await keepImages(tx, submissionId, shown);
    await sendReceipts(call, members, submissionId);
    editing.releaseWhenCommitted(documentId);
  } catch (error) {
    editing.release(documentId);
    throw error;
  }
  return { ok: true as const, submissionId };
}

/** Keeps, notes and tells what was decided. */
async function keep(
  { tx, object, subject, now, publish }: Running<unknown, PaperStanding>,
  decided: {
    readonly paperId: PaperId;
    readonly paper: Paper;
    readonly facts: readonly PaperFact[];
    readonly canonical: string | null;
  },
): Promise<void> {
  const { paperId, facts } = decided;
  const { assignmentId } = object.assignment;
  await keepFacts(tx, paperId, decided);
  for (const { type } of facts) {
    const entry = { assignmentId, paperId, by: subject.personId, at: now };
    await repository.noteAct(tx, { ...entry, act: type });
  }
  publish(paperChannel, paperId, facts);
}

/** ASG-16: to every member, also who was silent, and what the screen says; left in this transaction, sent after it. */
async function sendReceipts(
  { tx, object, now }: Call,
  members: readonly NamedPerson[],
  submissionId: SubmissionId,
): Promise<void> {
  const { title, assignmentId } = object.assignment;
  const kept = await readSubmission(tx, submissionId);
  const receipt = {
    ...kept,
    ...{ title, groupName: object.groupName, by: kept.by.displayName },
    members: rules.namedByStanding(kept.members),
  };
  for (const { personId } of members) {
    await leaveLetter(tx, personId, {
      write: (language) => receiptLetter(language, receipt),
      path: `/oppgave/${assignmentId}`,
      at: now,
    });
  }
}
