import {
  mayCreateCohort,
  mayEnrol,
  mayListCohorts,
  mayMakeGroups,
  mayRunCohort,
  maySeeCohort,
} from '#shared/features/admin/cohort/policy.ts';
import {
  mayActOn,
  mayAskForRole,
  mayGiveRole,
  mayInvite,
  maySeePeople,
  maySeePerson,
} from '#shared/features/admin/people/policy.ts';
import {
  mayListAssignments,
  mayReadAssignment,
  mayReadSubmission,
  maySetAssignment,
  mayWriteSubmission,
} from '#shared/features/assignment/assignment/policy.ts';
import {
  mayCorrectAttendance,
  mayRegisterAtGathering,
  maySeeAttendance,
  maySeeOwnAttendance,
} from '#shared/features/attendance/presence/policy.ts';
import { mayReadLog, mayReadOwnLog } from '#shared/features/audit/policy.ts';
import { mayReadAgreement, mayWriteAgreement } from '#shared/features/care/agreement/policy.ts';
import {
  mayNameConcernReader,
  mayReceiveConcerns,
  mayReportConcern,
} from '#shared/features/care/concern/policy.ts';
import { mayChangeSupportCard } from '#shared/features/care/support-card/policy.ts';
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
import { maySeeWaiting } from '#shared/features/home/policy.ts';
import { mayHaveProfile } from '#shared/features/identity/profile/policy.ts';
import { mayChooseNotices } from '#shared/features/notification/policy.ts';
import { mayHaveOwnData, mayRunErasure, maySeeErasures } from '#shared/features/own-data/policy.ts';
import { maySeeCalendar, maySeeSession } from '#shared/features/programme/calendar/policy.ts';
import { mayPlanSession } from '#shared/features/programme/planning/policy.ts';
import { mayEditProgramme } from '#shared/features/programme/programme/policy.ts';
import {
  mayChangePlan,
  maySeeOwnPlan,
  maySeePlan,
} from '#shared/features/programme/study-plan/policy.ts';
import {
  mayCheckLine,
  mayEnterSeminarRoom,
  mayModerateRoom,
} from '#shared/features/seminar-room/policy.ts';
import { mayEditAgenda, mayStepAgenda } from '#shared/features/session/agenda/policy.ts';
import { mayEnterBreakouts, maySteerBreakouts } from '#shared/features/session/breakout/policy.ts';
import {
  mayCaptionOwnSpeech,
  mayReadCaptions,
  mayWriteCaptions,
} from '#shared/features/session/captions/policy.ts';
import {
  mayChangeOwnMessage,
  mayHideMessage,
  mayPostMessage,
  mayReactToMessage,
  mayReadChat,
} from '#shared/features/session/chat/policy.ts';
import { mayEndSession } from '#shared/features/session/ending/policy.ts';
import { mayInviteGuests } from '#shared/features/session/guest/policy.ts';
import { mayCallOthers, mayQueueForTheWord } from '#shared/features/session/hand-queue/policy.ts';
import { mayKeepLobby, mayWaitInLobby } from '#shared/features/session/lobby/policy.ts';
import {
  mayRemove,
  maySeeLog,
  maySeeOwnRemoval,
} from '#shared/features/session/moderation/policy.ts';
import { mayWriteNotes } from '#shared/features/session/notes/policy.ts';
import { mayKeepOrder } from '#shared/features/session/order/policy.ts';
import { mayPause, maySeePauseChoice } from '#shared/features/session/pause/policy.ts';
import { maySteerPauseForAll } from '#shared/features/session/pause-for-all/policy.ts';
import { mayAnswerPoll, maySteerPoll } from '#shared/features/session/poll/policy.ts';
import { maySteerQuiz, mayTakeQuiz } from '#shared/features/session/quiz/policy.ts';
import { mayReact } from '#shared/features/session/reaction/policy.ts';
import {
  mayJoinSession,
  mayPassLead,
  maySeeInvitations,
  maySeeRoster,
} from '#shared/features/session/roster/policy.ts';
import { mayBeInRound, maySteerRound } from '#shared/features/session/round/policy.ts';
import { maySeeTeamLines, mayUseOwnTeamLine } from '#shared/features/session/team-line/policy.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { Action, Subject } from '#shared/wire/access.ts';

type Policy = (subject: Subject, object: never, now: Instant) => boolean;

/** No role has it: there is no recorder, and so nothing to start (docs/access.md row 27). */
const nobody: Policy = () => false;

const POLICIES: Readonly<Record<Action, Policy>> = {
  'cohort/create': mayCreateCohort,
  'cohort/enrol': mayEnrol,
  'cohort/run': mayRunCohort,
  'group/make': mayMakeGroups,
  'cohort/list': mayListCohorts,
  'cohort/see': maySeeCohort,
  'people/see': maySeePeople,
  'people/about': maySeePerson,
  'people/suspend': mayActOn,
  'people/give-role': mayGiveRole,
  'people/role-by-two': mayAskForRole,
  'people/invite': mayInvite,
  'people/settle-invitation': mayActOn,
  'calendar/see': maySeeCalendar,
  'session/see': maySeeSession,
  'roster/see': maySeeRoster,
  'programme/edit': mayEditProgramme,
  'session/plan': mayPlanSession,
  'study-plan/own': maySeeOwnPlan,
  'home/waiting': maySeeWaiting,
  'study-plan/see': maySeePlan,
  'study-plan/change': mayChangePlan,
  'agenda/edit': mayEditAgenda,
  'session/write-notes': mayWriteNotes,
  'session/join': mayJoinSession,
  'session/own-invitations': maySeeInvitations,
  'lobby/wait': mayWaitInLobby,
  'lobby/keep': mayKeepLobby,
  'agenda/step': mayStepAgenda,
  'session/end': mayEndSession,
  'lead/pass': mayPassLead,
  'hand/own': mayQueueForTheWord,
  'hand/others': mayCallOthers,
  'reaction/send': mayReact,
  'chat/read': mayReadChat,
  'chat/post': mayPostMessage,
  'chat/react': mayReactToMessage,
  'chat/change-own': mayChangeOwnMessage,
  'chat/hide': mayHideMessage,
  'team-line/own': mayUseOwnTeamLine,
  'team-line/all': maySeeTeamLines,
  'pause-for-all/steer': maySteerPauseForAll,
  'poll/steer': maySteerPoll,
  'poll/answer': mayAnswerPoll,
  'quiz/steer': maySteerQuiz,
  'quiz/take': mayTakeQuiz,
  'round/steer': maySteerRound,
  'round/own': mayBeInRound,
  'breakout/steer': maySteerBreakouts,
  'breakout/enter': mayEnterBreakouts,
  'pause/own': mayPause,
  'pause/see-choice': maySeePauseChoice,
  'attendance/see': maySeeAttendance,
  'attendance/correct': mayCorrectAttendance,
  'attendance/at-gathering': mayRegisterAtGathering,
  'attendance/list': maySeeOwnAttendance,
  'session/remove': mayRemove,
  'session/keep-order': mayKeepOrder,
  'session/log': maySeeLog,
  'seminar-room/moderate': mayModerateRoom,
  'seminar-room/enter': mayEnterSeminarRoom,
  'recording/any': nobody,
  'captions/read': mayReadCaptions,
  'captions/speak': mayCaptionOwnSpeech,
  'captions/write': mayWriteCaptions,
  'seminar-room/check': mayCheckLine,
  'session/own-removal': maySeeOwnRemoval,
  'support-card/change': mayChangeSupportCard,
  'concern/report': mayReportConcern,
  'concern/receive': mayReceiveConcerns,
  'concern/name-reader': mayNameConcernReader,
  'audit/all': mayReadLog,
  'audit/own': mayReadOwnLog,
  'profile/own': mayHaveProfile,
  'own-data/export': mayHaveOwnData,
  'notice/own': mayChooseNotices,
  'own-data/ask-erasure': mayHaveOwnData,
  'own-data/see-erasures': maySeeErasures,
  'own-data/run-erasure': mayRunErasure,
  'agreement/write': mayWriteAgreement,
  'agreement/read': mayReadAgreement,
  'guest/invite': mayInviteGuests,
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
