import type { Clock } from '../../platform/clock.ts';
import type { Can, SubjectOf } from '../../platform/dispatch.ts';
import type { Slice } from '../../platform/handler.ts';
import type { Log } from '../../platform/log.ts';
import type { Database } from '../../storage/database.ts';
import * as catalogue from './catalogue/handlers.ts';
import * as lists from './catalogue/queries.ts';
import { type Editing, makeEditing } from './editing/editing.ts';
import * as history from './history/handlers.ts';
import * as versions from './history/queries.ts';
import * as sharing from './sharing/handlers.ts';
import { peopleToShareWith } from './sharing/people-to-share-with.ts';
import { documentReaders } from './sharing/readers.ts';

export { templateNamed } from './catalogue/handlers.ts';
export { loadDocument } from './catalogue/standing.ts';
export { makeLineAdmission } from './editing/admission.ts';
export type { Editing } from './editing/editing.ts';
export { isUnreadable } from './editing/open-rooms.ts';
export { marksOf } from './editing/stored.ts';
export { textsForSome } from './for-some.ts';
export { beginDocument, closeHandedIn, reopenHandedIn } from './handed-in.ts';
export { answerImageErrors, type Shown, showImage } from './images/answer.ts';
export { serveImages } from './images/http.ts';
export { makeImages } from './images/images.ts';
export { lockImagesNamed, type NamedImage } from './images/repository.ts';
export { type OwnDocument, ownDocuments, ownImages } from './own.ts';
export { hasSessionNote, type PreparedBlock, prepareDocument, preparedText } from './prepared.ts';
export { sweepDocuments } from './sweep.ts';

/** Shared texts, with the editing of those that are open: `stop` it last. */
export type DocumentSlice = Slice & { readonly editing: Editing };

export function createDocumentSlice(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly can: Can;
  readonly subjectOf: SubjectOf;
}): DocumentSlice {
  const editing = makeEditing(parts);
  return {
    name: 'document',
    editing,
    commands: [
      catalogue.createDocument(editing),
      catalogue.openSessionNote,
      catalogue.renameDocument,
      catalogue.trashDocument,
      catalogue.takeBackDocument,
      sharing.shareDocument,
      sharing.unshareDocument,
      sharing.freezeDocument,
      sharing.thawDocument,
      history.nameVersion(editing),
      history.restoreVersion(editing),
      history.liftQuarantine(editing),
    ],
    queries: [
      lists.documentList,
      lists.aboutDocument,
      lists.trashedDocument,
      lists.searchDocuments,
      lists.sessionDocuments,
      lists.documentTemplates,
      lists.whereToCreate,
      documentReaders,
      peopleToShareWith,
      versions.documentVersions,
      versions.versionState,
      versions.documentAuthors(editing),
    ],
    channels: [],
  };
}
