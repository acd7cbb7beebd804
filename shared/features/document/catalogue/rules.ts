import { accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { Subject } from '#shared/wire/access.ts';
import {
  type DocumentItem,
  type DocumentPlace,
  type DocumentRights,
  type DocumentStanding,
  TRASH_KEPT_MS,
} from './model.ts';
import * as policy from './policy.ts';

/** DOC-4, DOC-33: whether anything can be written into it just now, by whoever may. */
export function isOpenForEdits(
  document: Pick<DocumentStanding, 'frozenAt' | 'handedInAt' | 'quarantinedAt' | 'trashedAt'>,
): boolean {
  return !isClosed(document) && document.quarantinedAt === null && document.trashedAt === null;
}

/** Stopped by a teacher, or by handing in: two things, of which either is enough. */
export function isClosed(document: Pick<DocumentStanding, 'frozenAt' | 'handedInAt'>): boolean {
  return document.frozenAt !== null || document.handedInAt !== null;
}

/** What the screen may offer this subject now. */
export function rightsIn(
  subject: Subject,
  document: DocumentStanding,
  now: Instant,
): DocumentRights {
  const open = isOpenForEdits(document);
  return {
    read: policy.mayReadDocument(subject, document, now),
    edit: open && policy.mayEditDocument(subject, document, now),
    history: policy.maySeeHistory(subject, document, now),
    authorship: policy.maySeeAuthorship(subject, document, now),
    restore: open && policy.mayRestoreVersion(subject, document, now),
    lift: document.quarantinedAt !== null && policy.mayRestoreVersion(subject, document, now),
    freeze: policy.mayFreezeDocument(subject, document, now),
    delete: !isClosed(document) && policy.mayDeleteDocument(subject, document, now),
    share: policy.mayShareDocument(subject, document, now),
  };
}

/** One line of a list, as this subject sees it. */
export function itemFor(subject: Subject, document: DocumentStanding, now: Instant): DocumentItem {
  const rights = rightsIn(subject, document, now);
  const { documentId, place, title, placeName, ownerName, isNote, updatedAt } = document;
  return {
    documentId,
    kind: place.kind,
    title,
    place: placeName,
    updatedAt,
    ownerName,
    mine: isTheirs(subject, place),
    isNote,
    frozen: document.frozenAt !== null,
    handedIn: document.handedInAt !== null,
    trashed: document.trashedAt !== null,
    goneAt: document.trashedAt === null ? null : document.trashedAt + TRASH_KEPT_MS,
    mayEdit: rights.edit,
    mayDelete: rights.delete,
  };
}

function isTheirs(subject: Subject, place: DocumentPlace): boolean {
  if (place.kind === 'personal') return place.ownerId === subject.personId;
  return place.kind === 'group' && place.inGroup;
}

/** DOC-4, DOC-33: a closed document stays as it is, its name and place too. */
export function mustNotBeFrozen(
  document: Pick<DocumentStanding, 'frozenAt' | 'handedInAt'>,
): Decision<never, 'frozen'> {
  return isClosed(document) ? refuse('frozen') : accept();
}

/** DOC-9: the trash gives back for thirty days. */
export function takeBack(
  document: Pick<DocumentStanding, 'trashedAt'>,
  now: Instant,
): Decision<never, 'too-late'> {
  const { trashedAt } = document;
  return trashedAt !== null && now >= trashedAt + TRASH_KEPT_MS ? refuse('too-late') : accept();
}
