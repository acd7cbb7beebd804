import { sql } from 'drizzle-orm';
import type { Holder } from '#shared/features/assignment/assignment/model.ts';
import type { PaperFact } from '#shared/features/assignment/submission/facts.ts';
import {
  NOTHING_YET,
  type Paper,
  type TextNow,
} from '#shared/features/assignment/submission/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { AssignmentId, DocumentId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { momentOf } from '../../storage/moment.ts';
import { closeHandedIn, type preparedText } from '../document/public.ts';
import { keepFacts } from './paper-states.ts';
import { lockPaperOf, membersOf, noteAct, putDocument } from './repository.ts';
import { fingerprintOf } from './text-now.ts';

export { addAssignment as prepareAssignment } from './repository.ts';

type Prepared = {
  readonly assignmentId: AssignmentId;
  readonly holder: Holder;
  readonly documentId: DocumentId;
  readonly text: Awaited<ReturnType<typeof preparedText>>;
  readonly now: Instant;
  readonly dueAt: Instant;
};

/** Puts a text where a group answers, and what its members have done with it, as the rules say. No letter is sent. */
export async function preparePaper(
  tx: Tx,
  { assignmentId, holder, documentId, text, now, dueAt }: Prepared,
  done: (start: { readonly paper: Paper; readonly text: TextNow }) => readonly PaperFact[],
): Promise<void> {
  const { paperId } = await lockPaperOf(tx, assignmentId, holder);
  // What it began as is not known: it was there already, with what its group has written.
  await putDocument(tx, paperId, documentId, null);
  const members = (await membersOf(tx, holder, now)).map(({ personId }) => personId);
  const paper: Paper = { ...NOTHING_YET, members, dueAt };
  const { canonical, words, fromTemplate } = text;
  const fingerprint = fingerprintOf(canonical);
  const facts = done({ paper, text: { fingerprint, words, fromTemplate } });
  await keepFacts(tx, paperId, { facts, paper, canonical });
  for (const fact of facts) {
    if (fact.type !== 'handed-in') continue;
    const { by, at } = fact.handedIn;
    await closeHandedIn(tx, documentId, at);
    await noteAct(tx, { assignmentId, paperId, act: 'handed-in', by, at });
  }
}

/** Moves what is due, as long as nobody has handed anything in. */
export async function moveDue(tx: Tx, assignmentId: AssignmentId, dueAt: Instant): Promise<void> {
  await tx.execute(sql`
    update assignment a set due_at = ${momentOf(dueAt)}
    where a.id = ${assignmentId} and not exists (
      select from submission s join paper p on p.id = s.paper_id where p.assignment_id = a.id)`);
}
