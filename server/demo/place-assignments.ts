import type { Holder } from '#shared/features/assignment/assignment/model.ts';
import { NOTHING_YET, type Paper } from '#shared/features/assignment/submission/model.ts';
import * as rules from '#shared/features/assignment/submission/rules.ts';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { AssignmentId, DocumentId, PersonId, SubmissionId } from '#shared/kernel/ids.ts';
import { moveDue, prepareAssignment, preparePaper } from '../features/assignment/public.ts';
import { prepareDocument, preparedText } from '../features/document/public.ts';
import { newId } from '../platform/new-id.ts';
import type { Tx } from '../storage/database.ts';
import { ASSIGNMENTS, type AssignmentContent, type PaperContent } from './assignments.ts';
import { DOCUMENTS } from './documents.ts';
import { blocksOf } from './place-documents.ts';
import { startOf, workdayFrom } from './placement.ts';
import { COHORTS } from './programme.ts';
import type { Rows } from './rows.ts';

/** Makes each assignment once (DEMO-9). One that nobody has handed in yet keeps being due in a few days. */
export async function placeAssignments(
  tx: Tx,
  rows: Rows,
  today: Temporal.PlainDate,
  now: Instant,
): Promise<void> {
  for (const content of ASSIGNMENTS) {
    const dueAt = startOf(workdayFrom(today, content.dueWorkday).add({ days: 1 })) - MINUTE_MS;
    const known = rows.find('assignment', content.key);
    if (known !== null) await moveDue(tx, known, dueAt);
    else await place(tx, rows, content, dueAt, now);
  }
}

async function place(
  tx: Tx,
  rows: Rows,
  content: AssignmentContent,
  dueAt: Instant,
  now: Instant,
): Promise<void> {
  const { title, brief, criteria, template } = content;
  const assignmentId = await prepareAssignment(tx, {
    cohortId: rows.get('cohort', content.cohort),
    courseId: rows.get('course', content.course),
    ...{ mode: 'group', title, brief, criteria, dueAt },
    templateId: template === null ? null : rows.find('document', template),
    by: rows.find('person', content.by),
    at: now - content.setDaysAgo * DAY_MS,
  });
  await rows.remember('assignment', content.key, assignmentId);
  const groups = COHORTS.find(({ key }) => key === content.cohort)?.groups ?? [];
  for (const group of groups) {
    const paper = content.papers.find((each) => each.group === group);
    await placePaper(tx, rows, { assignmentId, content, group, paper, dueAt, now });
  }
}

type Placing = {
  readonly assignmentId: AssignmentId;
  readonly content: AssignmentContent;
  readonly group: string;
  readonly paper: PaperContent | undefined;
  readonly dueAt: Instant;
  readonly now: Instant;
};

async function placePaper(tx: Tx, rows: Rows, placing: Placing): Promise<void> {
  const { assignmentId, group, paper, dueAt, now } = placing;
  const documentId = await documentOf(tx, rows, placing);
  const holder: Holder = { kind: 'group', groupId: rows.get('group', group) };
  const text = await preparedText(tx, documentId);
  const done = paper?.handedInHoursBefore !== undefined;
  const said = (paper?.confirmed ?? []).flatMap(({ by, hoursBefore }) => {
    const personId = rows.find('person', by);
    const at = (done ? dueAt : now) - hoursBefore * HOUR_MS;
    return personId ? [{ by: personId, at }] : [];
  });
  await preparePaper(tx, { assignmentId, holder, documentId, text, now, dueAt }, (start) =>
    done ? handedIn(start, said) : confirmed(start, said),
  );
}

type Said = readonly { readonly by: PersonId; readonly at: Instant }[];
type Start = Parameters<Parameters<typeof preparePaper>[2]>[0];

/** One after the other, as they would have pressed. */
function confirmed({ paper, text }: Start, said: Said) {
  let state: Paper = { ...paper, ...NOTHING_YET };
  return said.flatMap(({ by, at }) => {
    const decision = rules.confirm(state, text, { by, at, submissionId: newSubmission() });
    if (!decision.ok) return [];
    state = { ...state, ...decision.facts.reduce(rules.evolve, state) };
    return decision.facts;
  });
}

/** The last of them hands in, with or without the others. */
function handedIn(start: Start, said: Said) {
  const facts = confirmed(start, said);
  const last = said.at(-1);
  if (!last || facts.some(({ type }) => type === 'handed-in')) return facts;
  const state = { ...start.paper, ...facts.reduce(rules.evolve, NOTHING_YET) };
  const decision = rules.handIn(state, start.text, { ...last, submissionId: newSubmission() });
  return decision.ok ? [...facts, ...decision.facts] : facts;
}

const newSubmission = () => newId<'submission'>() as SubmissionId;

/** A text that is there already, what the group has written, or what the template says. */
async function documentOf(
  tx: Tx,
  rows: Rows,
  { content, group, paper, now }: Placing,
): Promise<DocumentId> {
  const known = typeof paper?.document === 'string' && rows.find('document', paper.document);
  if (known) return known;
  const template = DOCUMENTS.find(({ key }) => key === content.template);
  const blocks =
    paper && typeof paper.document !== 'string' ? paper.document : (template?.blocks ?? []);
  return prepareDocument(
    tx,
    {
      ...{ kind: 'group', ownerId: null, sessionId: null, courseId: null },
      ...{ groupId: rows.get('group', group), title: content.title },
      by: rows.find('person', content.by),
      at: now - content.setDaysAgo * DAY_MS,
    },
    blocksOf(rows, blocks),
  );
}
