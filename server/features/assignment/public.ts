import type { Slice } from '../../platform/handler.ts';
import type { Editing } from '../document/public.ts';
import * as handlers from './handlers.ts';
import { livePaper } from './live-channel.ts';
import * as queries from './queries.ts';
import { makeTextsSaid } from './texts-said.ts';

export { deadlinesOf } from './deadlines.ts';
export { serveImagesHandedIn } from './images-handed-in.ts';
export { dueBetween, owedBy, whoOwes } from './owed.ts';
export { type OwnSubmission, ownSubmissions } from './own.ts';
export { moveDue, prepareAssignment, preparePaper } from './prepared.ts';
export { bytesHandedIn, imagesHandedIn } from './submissions.ts';

/** What teachers set, and what is handed in. It leans on documents: `editing` is theirs. */
export function createAssignmentSlice({ editing }: { readonly editing: Editing }): Slice {
  const texts = makeTextsSaid(editing);
  return {
    name: 'assignment',
    commands: [
      handlers.setAssignment(editing),
      handlers.changeAssignment,
      handlers.openPaper(editing),
      handlers.confirmPaper(editing),
      handlers.withdrawConfirmation,
      handlers.askToWait,
      handlers.handInPaper(editing),
      handlers.takeBackSubmission(editing),
    ],
    queries: [
      queries.assignmentList(texts),
      queries.whereToSet,
      queries.aboutAssignment(texts),
      queries.assignmentOfDocument,
      queries.handIns,
      queries.papersOf(texts),
      queries.submissionAnswer,
    ],
    channels: [livePaper],
  };
}
