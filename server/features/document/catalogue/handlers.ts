import * as commands from '#shared/features/document/catalogue/commands.ts';
import type { DocumentPlace, DocumentStanding } from '#shared/features/document/catalogue/model.ts';
import * as policy from '#shared/features/document/catalogue/policy.ts';
import * as rules from '#shared/features/document/catalogue/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { answer, type Calling, type CommandHandler, handle } from '../../../platform/handler.ts';
import type { Editing } from '../editing/editing.ts';
import { copyImages } from '../images/repository.ts';
import { noteDocumentAct } from '../log.ts';
import { type NamedPlace, placeNamed } from './place.ts';
import {
  addDocument,
  columnsOf,
  documentsMadeBy,
  lockSessionNote,
  putFirstState,
  putIntoTrash,
  renameTo,
  takeOutOfTrash,
} from './repository.ts';
import { documentStanding, loadDocument } from './standing.ts';

/** Far more than anybody writes, far fewer than fill a disk. */
const DOCUMENTS_PER_PERSON = 1_000;

/** What the policy is asked about before there is a document: the place that it would have. */
type Intended = { readonly place: DocumentPlace };

export function createDocument(
  editing: Pick<Editing, 'contentOf'>,
): CommandHandler<typeof commands.createDocument, Intended> {
  return handle(commands.createDocument, loadIntended, async (call) => {
    const { input, object, subject, now, tx } = call;
    const by = subject.personId;
    if ((await documentsMadeBy(tx, by)) >= DOCUMENTS_PER_PERSON) return refuse('too-many');
    const template = input.templateId && (await templateNamed(call, input.templateId));
    if (template === null) return refuse('unknown-template');

    const { title } = input;
    const documentId = await addDocument(tx, { ...columnsOf(object.place), title, by, at: now });
    if (template) {
      const { state, text } = await editing.contentOf(template.documentId, tx);
      // What a template says, nobody here has written.
      await putFirstState(tx, documentId, { state, text, authors: {}, at: now });
      await copyImages(tx, template.documentId, documentId, now);
    }
    return answer({ documentId });
  });
}

export const openSessionNote = handle(
  commands.openSessionNote,
  ({ tx, input, subject, now }) =>
    loadPlace(tx, subject, { kind: 'session', sessionId: input.sessionId }, now),
  async ({ input, object, subject, now, tx }) => {
    const columns = columnsOf(object.place);
    if (columns.sessionId === null) throw new Error('a note without a session');
    const open = await lockSessionNote(tx, columns.sessionId);
    if (open) return answer({ documentId: open });
    const { title } = input;
    const by = subject.personId;
    const documentId = await addDocument(tx, { ...columns, title, by, at: now, isNote: true });
    return answer({ documentId });
  },
);

export const renameDocument = handle(commands.renameDocument, loadDocument, async (call) => {
  const { input, object, tx } = call;
  const decision = rules.mustNotBeFrozen(object);
  if (!decision.ok) return decision;
  if (input.title === object.title) return answer({});

  await renameTo(tx, object.documentId, input.title);
  await note(call, 'renamed');
  return answer({});
});

export const trashDocument = handle(commands.trashDocument, loadDocument, async (call) => {
  const { object, subject, now, tx } = call;
  const decision = rules.mustNotBeFrozen(object);
  if (!decision.ok) return decision;

  // It may have been handed in since it was looked at.
  if (!(await putIntoTrash(tx, object.documentId, subject.personId, now))) return refuse('frozen');
  await note(call, 'trashed');
  return answer({});
});

export const takeBackDocument = handle(commands.takeBackDocument, loadDocument, async (call) => {
  const { object, now, tx } = call;
  const decision = rules.takeBack(object, now);
  if (!decision.ok) return decision;

  await takeOutOfTrash(tx, object.documentId);
  await note(call, 'taken-back');
  return answer({});
});

function note(
  { tx, object, subject, now }: Calling<unknown, DocumentStanding>,
  act: 'renamed' | 'trashed' | 'taken-back',
): Promise<void> {
  const { documentId } = object;
  return noteDocumentAct(tx, { documentId, act, by: subject.personId, at: now });
}

function loadIntended(
  ask: Parameters<CommandHandler<typeof commands.createDocument, Intended>['load']>[0],
): Promise<Intended | null> {
  const { kind, groupId, sessionId, courseId } = ask.input;
  return loadPlace(ask.tx, ask.subject, { kind, groupId, sessionId, courseId }, ask.now);
}

async function loadPlace(
  tx: Parameters<typeof placeNamed>[0],
  subject: Parameters<typeof placeNamed>[1],
  named: NamedPlace,
  now: number,
): Promise<Intended | null> {
  const place = await placeNamed(tx, subject, named, now);
  return place && { place };
}

/** A template that the caller may read, and that can be read; null for any other document. */
export async function templateNamed(
  { tx, subject, now }: Pick<Calling<unknown, unknown>, 'tx' | 'subject' | 'now'>,
  templateId: DocumentId,
): Promise<DocumentStanding | null> {
  const template = await documentStanding(tx, subject, templateId, now);
  const isTemplate = template?.place.kind === 'template' && template.quarantinedAt === null;
  return isTemplate && policy.mayReadDocument(subject, template, now) ? template : null;
}
