import {
  mayListAssignments,
  mayReadAssignment,
  mayReadSubmission,
  maySetAssignment,
  mayWriteSubmission,
} from '#shared/features/assignment/assignment/policy.ts';
import {
  mayCreateDocument,
  mayDeleteDocument,
  mayEditDocument,
  mayFreezeDocument,
  mayListDocuments,
  mayReadDocument,
  mayRestoreVersion,
  maySeeAuthorship,
  maySeeHistory,
  maySeeSessionDocuments,
  mayShareDocument,
  mayTakeBackDocument,
} from '#shared/features/document/catalogue/policy.ts';
import { maySeeCalendar, maySeeSession } from '#shared/features/programme/calendar/policy.ts';
import {
  mayCheckLine,
  mayEnterSeminarRoom,
  mayModerateRoom,
} from '#shared/features/seminar-room/policy.ts';
import { mayStepAgenda } from '#shared/features/session/agenda/policy.ts';
import {
  mayChangeOwnMessage,
  mayPostMessage,
  mayReadChat,
} from '#shared/features/session/chat/policy.ts';
import { mayEndSession } from '#shared/features/session/ending/policy.ts';
import { mayCallOthers, mayQueueForTheWord } from '#shared/features/session/hand-queue/policy.ts';
import {
  mayRemove,
  maySeeLog,
  maySeeOwnRemoval,
} from '#shared/features/session/moderation/policy.ts';
import {
  mayJoinSession,
  mayPassLead,
  maySeeInvitations,
  maySeeRoster,
} from '#shared/features/session/roster/policy.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { Action, Subject } from '#shared/wire/access.ts';

type Policy = (subject: Subject, object: never, now: Instant) => boolean;

/** No role has it: there is no recorder, and so nothing to start (docs/access.md row 27). */
const nobody: Policy = () => false;

const POLICIES: Readonly<Record<Action, Policy>> = {
  'calendar/see': maySeeCalendar,
  'session/see': maySeeSession,
  'roster/see': maySeeRoster,
  'session/join': mayJoinSession,
  'session/own-invitations': maySeeInvitations,
  'agenda/step': mayStepAgenda,
  'session/end': mayEndSession,
  'lead/pass': mayPassLead,
  'hand/own': mayQueueForTheWord,
  'hand/others': mayCallOthers,
  'chat/read': mayReadChat,
  'chat/post': mayPostMessage,
  'chat/change-own': mayChangeOwnMessage,
  'session/remove': mayRemove,
  'session/log': maySeeLog,
  'seminar-room/moderate': mayModerateRoom,
  'seminar-room/enter': mayEnterSeminarRoom,
  'recording/any': nobody,
  'seminar-room/check': mayCheckLine,
  'session/own-removal': maySeeOwnRemoval,
  'document/read': mayReadDocument,
  'document/edit': mayEditDocument,
  'document/create': mayCreateDocument,
  'document/history': maySeeHistory,
  'document/restore': mayRestoreVersion,
  'document/delete': mayDeleteDocument,
  'document/take-back': mayTakeBackDocument,
  'document/authorship': maySeeAuthorship,
  'document/freeze': mayFreezeDocument,
  'document/share': mayShareDocument,
  'document/of-session': maySeeSessionDocuments,
  'document/list': mayListDocuments,
  'assignment/set': maySetAssignment,
  'assignment/read': mayReadAssignment,
  'submission/write': mayWriteSubmission,
  'submission/read': mayReadSubmission,
  'assignment/list': mayListAssignments,
};

/**
 * May this subject do this to this object, now? The one judge for HTTP, sockets, files, search, export and
 * jobs, composed of the slices' own policies. Pure; the object brings its relations to the subject along.
 * Denied when nobody is signed in, when the person is suspended, and when no policy says yes.
 */
export function can(
  subject: Subject | null,
  action: Action,
  object: unknown,
  context: { readonly now: Instant },
): boolean {
  if (!subject?.active) return false;
  return POLICIES[action](subject, object as never, context.now);
}
