import { isDeepStrictEqual } from 'node:util';
import * as cohorts from '#shared/features/admin/cohort/commands.ts';
import { cohortList, cohortPage } from '#shared/features/admin/cohort/queries.ts';
import { firstHour } from '#shared/features/admin/first-hour/queries.ts';
import * as groups from '#shared/features/admin/group/commands.ts';
import { listPeople } from '#shared/features/admin/people/queries.ts';
import { saveSchool } from '#shared/features/admin/school/commands.ts';
import { aboutSchool } from '#shared/features/admin/school/queries.ts';
import * as standing from '#shared/features/admin/standing/commands.ts';
import { aboutPerson } from '#shared/features/admin/standing/queries.ts';
import * as welcome from '#shared/features/admin/welcome/commands.ts';
import * as assignments from '#shared/features/assignment/assignment/commands.ts';
import * as assignmentQueries from '#shared/features/assignment/assignment/queries.ts';
import { paperChannel } from '#shared/features/assignment/channel.ts';
import * as submissions from '#shared/features/assignment/submission/commands.ts';
import { handIns, submissionQuery } from '#shared/features/assignment/submission/queries.ts';
import * as attendance from '#shared/features/attendance/correction/commands.ts';
import { ownAttendance, sessionAttendance } from '#shared/features/attendance/presence/queries.ts';
import { setRequirement } from '#shared/features/attendance/requirement/commands.ts';
import { requirements } from '#shared/features/attendance/requirement/queries.ts';
import { takeOutSheet } from '#shared/features/attendance/sheet/commands.ts';
import { attendanceSheet, attendanceSheets } from '#shared/features/attendance/sheet/queries.ts';
import { takeOutLog } from '#shared/features/audit/commands.ts';
import * as auditQueries from '#shared/features/audit/queries.ts';
import { writeAgreement } from '#shared/features/care/agreement/commands.ts';
import { agreementOfSession, agreementVersions } from '#shared/features/care/agreement/queries.ts';
import * as concerns from '#shared/features/care/concern/commands.ts';
import * as concernQueries from '#shared/features/care/concern/queries.ts';
import { changeSupportCard } from '#shared/features/care/support-card/commands.ts';
import * as catalogue from '#shared/features/document/catalogue/commands.ts';
import * as lists from '#shared/features/document/catalogue/queries.ts';
import * as history from '#shared/features/document/history/commands.ts';
import * as versions from '#shared/features/document/history/queries.ts';
import * as sharing from '#shared/features/document/sharing/commands.ts';
import { documentReaders, peopleToShareWith } from '#shared/features/document/sharing/queries.ts';
import { waiting } from '#shared/features/home/queries.ts';
import { removePicture, saveProfile } from '#shared/features/identity/profile/commands.ts';
import { ownProfile } from '#shared/features/identity/profile/queries.ts';
import * as notices from '#shared/features/notification/commands.ts';
import { ownNotices } from '#shared/features/notification/queries.ts';
import { runErasure } from '#shared/features/own-data/erasure/commands.ts';
import * as erasureQueries from '#shared/features/own-data/erasure/queries.ts';
import {
  calendarBetween,
  homePage,
  pastSessions,
} from '#shared/features/programme/calendar/queries.ts';
import * as feed from '#shared/features/programme/feed/commands.ts';
import { calendarAddress } from '#shared/features/programme/feed/queries.ts';
import * as planning from '#shared/features/programme/planning/commands.ts';
import * as planningQueries from '#shared/features/programme/planning/queries.ts';
import * as year from '#shared/features/programme/programme/commands.ts';
import { programmeYear } from '#shared/features/programme/programme/queries.ts';
import * as studyPlan from '#shared/features/programme/study-plan/commands.ts';
import { ownStudyPlan, studyPlanOf } from '#shared/features/programme/study-plan/queries.ts';
import { seminarRoomChannel } from '#shared/features/seminar-room/channel.ts';
import * as room from '#shared/features/seminar-room/commands.ts';
import {
  checkMediaLine,
  joinSeminarRoom,
  speakToBreakouts,
} from '#shared/features/seminar-room/queries.ts';
import { beginFromLast, takeBeginningBack } from '#shared/features/session/afterwards/commands.ts';
import { sessionAfterwards } from '#shared/features/session/afterwards/queries.ts';
import * as agenda from '#shared/features/session/agenda/commands.ts';
import { agendaBeginningsQuery, editableAgenda } from '#shared/features/session/agenda/queries.ts';
import { breakoutChannel } from '#shared/features/session/breakout/channel.ts';
import * as breakouts from '#shared/features/session/breakout/commands.ts';
import * as breakoutQueries from '#shared/features/session/breakout/queries.ts';
import { captionsNow } from '#shared/features/session/captions/queries.ts';
import * as captions from '#shared/features/session/captions/signals.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import * as chat from '#shared/features/session/chat/commands.ts';
import {
  earlierMessages,
  exportChat,
  searchMessages,
} from '#shared/features/session/chat/queries.ts';
import * as ending from '#shared/features/session/ending/commands.ts';
import * as guests from '#shared/features/session/guest/commands.ts';
import { guestLinks } from '#shared/features/session/guest/queries.ts';
import * as hands from '#shared/features/session/hand-queue/commands.ts';
import { lobbyChannel, lobbyPlaceChannel } from '#shared/features/session/lobby/channels.ts';
import * as lobby from '#shared/features/session/lobby/commands.ts';
import * as moderation from '#shared/features/session/moderation/commands.ts';
import { ownRemoval, sessionLog } from '#shared/features/session/moderation/queries.ts';
import { writeNotes } from '#shared/features/session/notes/commands.ts';
import { sessionDoorChannel } from '#shared/features/session/order/channel.ts';
import { closeChat, lockSession } from '#shared/features/session/order/commands.ts';
import * as pause from '#shared/features/session/pause/commands.ts';
import { pauseChoices } from '#shared/features/session/pause/queries.ts';
import * as pauseForAll from '#shared/features/session/pause-for-all/commands.ts';
import { ownReady } from '#shared/features/session/pause-for-all/queries.ts';
import * as polls from '#shared/features/session/poll/commands.ts';
import * as pollQueries from '#shared/features/session/poll/queries.ts';
import * as quizzes from '#shared/features/session/quiz/commands.ts';
import * as quizQueries from '#shared/features/session/quiz/queries.ts';
import * as reactions from '#shared/features/session/reaction/signals.ts';
import * as roster from '#shared/features/session/roster/commands.ts';
import { ownInvitations, sessionDoor } from '#shared/features/session/roster/queries.ts';
import * as rounds from '#shared/features/session/round/commands.ts';
import { roundTemplates } from '#shared/features/session/round/queries.ts';
import { teamDeskChannel, teamLineChannel } from '#shared/features/session/team-line/channels.ts';
import * as teamLine from '#shared/features/session/team-line/commands.ts';
import { ownTeamLine, teamLinesOfSession } from '#shared/features/session/team-line/queries.ts';
import type { CohortId } from '#shared/kernel/ids.ts';
import { ACTIONS, type Action, DOCUMENT_KINDS, type DocumentKind } from '#shared/wire/access.ts';
import {
  type AnyChannel,
  type AnyCommand,
  type AnyQuery,
  type AnySignal,
  UNIVERSAL_REFUSALS,
} from '#shared/wire/contract.ts';
import type { Caller } from '../platform/dispatch.ts';
import { newId } from '../platform/new-id.ts';
import { expected, OWN_LISTS, type Right } from './access-cases.ts';
import type { AccessRow } from './access-table.ts';
import { type Asking, answeredByNobody, type Target } from './access-world.ts';

type AnyContract = AnyCommand | AnyQuery | AnyChannel | AnySignal;
export type Ask = Target &
  Pick<Asking, 'ownMessage' | 'ownLine' | 'ownDevice' | 'documents' | 'answered'>;

/** One way in: how a caller asks, and what comes back as it is on the wire. */
export type DoorUnderTest = {
  readonly name: string;
  ask(caller: Caller | null, contract: AnyContract, input: unknown): Promise<Answered>;
};
export type Answered = { readonly ok: boolean; readonly refusal?: string };

/** A contract, and the kind of document that it is asked about, where its row hangs on that. */
export type Question = {
  readonly contract: AnyContract;
  readonly kind?: DocumentKind;
  readonly input: (of: Ask) => unknown;
};

const SOME_DAYS = { name: 'Høst', firstDay: '2026-08-17', lastDay: '2026-12-18' };

const A_TIME = {
  ...{ day: '2026-11-06', from: '09:00', to: '11:00', room: 'Rom 2' },
  teachers: [{ personId: newId<'person'>(), isSubstitute: false }],
};

/** A template's row is course material's. */
const WITH_OWN_ROW: readonly DocumentKind[] = ['personal', 'group', 'session', 'course'];

const A_PLAN = {
  ...{ task: '', minutes: 5, choice: false },
  rooms: [{ name: 'Gruppe 1', members: [], after: null }],
};

const aStudent = (cohortId: CohortId) => ({
  ...{ name: 'Mari Berg', email: `${newId()}@skolen.example`, language: 'nb', roles: ['student'] },
  ...{ cohortId, rolesUntil: null },
});

/** What is asked through every door: each contract, with an input about a target. A channel's is its id. */
export const ASKED: readonly Question[] = [
  {
    contract: cohorts.createCohort,
    input: () => ({ name: `Kull ${newId()}`, mode: 'full-time', startsOn: '2027-08-16' }),
  },
  { contract: cohortList, input: () => ({}) },
  { contract: cohortPage, input: ({ cohortId }) => ({ cohortId }) },
  {
    contract: cohorts.copyCohort,
    input: ({ cohortId }) => ({ cohortId, name: `Kull ${newId()}`, startsOn: '2028-08-14' }),
  },
  {
    contract: cohorts.enrolStudent,
    input: ({ cohortId, studentId }) => ({ cohortId, personId: studentId }),
  },
  {
    contract: cohorts.moveStudent,
    input: ({ cohortId }) => ({
      ...{ cohortId, personId: newId(), toCohortId: newId(), reason: 'Etter avtale' },
    }),
  },
  {
    contract: cohorts.takeOutStudent,
    input: ({ cohortId }) => ({ cohortId, personId: newId(), reason: 'Etter avtale' }),
  },
  {
    contract: groups.createGroup,
    input: ({ cohortId }) => ({ cohortId, name: `Gruppe ${newId()}` }),
  },
  {
    contract: groups.renameGroup,
    input: ({ groupId }) => ({ groupId, name: `Gruppe ${newId()}` }),
  },
  { contract: groups.placeInGroup, input: ({ groupId }) => ({ groupId, personId: newId() }) },
  { contract: groups.takeOutOfGroup, input: ({ groupId }) => ({ groupId, personId: newId() }) },
  { contract: groups.archiveGroup, input: ({ groupId }) => ({ groupId, archived: false }) },
  { contract: listPeople, input: () => ({ search: '', role: null, state: null, after: 0 }) },
  { contract: aboutPerson, input: ({ studentId }) => ({ personId: studentId }) },
  {
    contract: standing.suspendPerson,
    input: ({ studentId }) => ({ personId: studentId, reason: 'Etter avtale' }),
  },
  {
    contract: standing.restorePerson,
    input: ({ studentId }) => ({ personId: studentId, reason: 'Etter avtale' }),
  },
  {
    contract: standing.resetSignIn,
    input: ({ studentId }) => ({ personId: studentId, reason: 'Etter avtale' }),
  },
  {
    contract: standing.askForRole,
    input: ({ studentId }) => ({ personId: studentId, role: 'rector', reason: 'Etter avtale' }),
  },
  {
    contract: standing.settleRole,
    input: ({ studentId, requestId }) => ({ personId: studentId, requestId, grant: false }),
  },
  {
    contract: standing.endRole,
    input: ({ studentId }) => ({ personId: studentId, role: 'teacher', reason: 'Etter avtale' }),
  },
  {
    contract: standing.giveRole,
    input: ({ studentId }) => ({
      ...{ personId: studentId, role: 'examiner', until: null },
    }),
  },
  { contract: welcome.invitePerson, input: ({ cohortId }) => aStudent(cohortId) },
  { contract: welcome.inviteList, input: ({ cohortId }) => ({ people: [aStudent(cohortId)] }) },
  { contract: welcome.sendWelcomeAgain, input: ({ welcomeId }) => ({ welcomeId }) },
  { contract: welcome.takeWelcomeBack, input: ({ welcomeId }) => ({ welcomeId }) },
  { contract: homePage, input: () => ({}) },
  { contract: pastSessions, input: () => ({}) },
  {
    contract: calendarBetween,
    input: () => ({ from: '2026-09-01', to: '2026-10-31' }),
  },
  { contract: firstHour, input: () => ({}) },
  { contract: aboutSchool, input: () => ({}) },
  {
    contract: saveSchool,
    input: () => ({ name: 'Fagskolen', contact: 'post@skolen.example' }),
  },
  { contract: programmeYear, input: () => ({}) },
  { contract: year.beginFromTemplate, input: () => ({}) },
  { contract: year.saveProgramme, input: () => ({ name: 'Utdanning', degree: 'Grad' }) },
  {
    contract: year.saveCourse,
    input: () => ({
      ...{ courseId: newId(), code: 'K2', title: 'Samtale', credits: 10 },
      ...{ kind: 'theory', semester: 'autumn' },
    }),
  },
  {
    contract: year.saveTerm,
    input: ({ cohortId }) => ({ termId: newId(), cohortId, courseIds: [], ...SOME_DAYS }),
  },
  { contract: year.dropTerm, input: () => ({ termId: newId() }) },
  {
    contract: year.saveGathering,
    input: ({ cohortId }) => ({
      ...{ gatheringId: newId(), title: 'Samling', place: 'Trondheim', mandatory: true },
      ...{ cohortIds: [cohortId], from: '10:00', to: '15:00', ...SOME_DAYS },
    }),
  },
  { contract: year.dropGathering, input: () => ({ gatheringId: newId() }) },
  { contract: year.saveDayOff, input: () => ({ dayOffId: newId(), ...SOME_DAYS }) },
  { contract: year.dropDayOff, input: () => ({ dayOffId: newId() }) },
  { contract: calendarAddress, input: () => ({}) },
  {
    contract: feed.makeCalendarAddress,
    input: () => ({ tokenHash: newId().replaceAll('-', '').padEnd(43, 'A') }),
  },
  { contract: feed.endCalendarAddress, input: () => ({}) },
  { contract: planningQueries.whereToPlan, input: () => ({}) },
  {
    contract: planningQueries.foreseePlan,
    input: ({ cohortId, courseId }) => ({
      ...{ cohortId, courseId, groupId: null, untilDay: '2026-11-20' },
      ...A_TIME,
    }),
  },
  {
    contract: planningQueries.foreseeChange,
    input: ({ sessionId }) => ({ sessionId, scope: 'following', ...A_TIME }),
  },
  { contract: planningQueries.plannedSession, input: ({ sessionId }) => ({ sessionId }) },
  {
    contract: planning.planSessions,
    input: ({ cohortId, courseId }) => ({
      ...{ cohortId, courseId, groupId: null, untilDay: null, title: 'Samtale' },
      ...{ kind: 'teaching', seen: [], ...A_TIME },
    }),
  },
  {
    contract: planning.changeSession,
    input: ({ sessionId }) => ({
      ...{ sessionId, version: 7, title: 'Samtale', scope: 'one', seen: [] },
      ...A_TIME,
    }),
  },
  {
    contract: planning.cancelSession,
    input: ({ sessionId }) => ({ sessionId, version: 7, scope: 'one', reason: 'Syk' }),
  },
  {
    contract: planning.takeBackCancelling,
    input: ({ sessionId }) => ({ sessionId, version: 7 }),
  },
  { contract: ownInvitations, input: () => ({}) },
  { contract: ownNotices, input: () => ({}) },
  {
    contract: notices.chooseNotice,
    input: () => ({ kind: 'gathering', way: 'mail', wanted: false }),
  },
  { contract: notices.setQuietHours, input: () => ({ quiet: { from: '22:00', until: '07:00' } }) },
  { contract: notices.removePushDevice, input: ({ ownDevice }) => ({ deviceId: ownDevice }) },
  { contract: notices.tryNotice, input: () => ({}) },
  { contract: ownProfile, input: () => ({}) },
  { contract: removePicture, input: () => ({}) },
  {
    contract: saveProfile,
    input: () => ({ name: `Ny ${newId()}`, givenName: 'Ny', pronouns: '' }),
  },
  { contract: sessionDoor, input: ({ sessionId }) => ({ sessionId }) },
  { contract: roster.joinSession, input: ({ sessionId }) => ({ sessionId }) },
  { contract: roster.choosePlace, input: ({ sessionId }) => ({ sessionId, place: 'trondheim' }) },
  { contract: roster.passLead, input: ({ sessionId }) => ({ sessionId, to: newId() }) },
  { contract: captionsNow, input: ({ sessionId }) => ({ sessionId }) },
  {
    contract: captions.speakCaption,
    input: ({ sessionId }) => ({
      sessionId,
      captionId: newId<'caption'>(),
      text: 'Hei',
      done: true,
    }),
  },
  {
    contract: captions.writeCaption,
    input: ({ sessionId }) => ({
      ...{ sessionId, captionId: newId<'caption'>(), speaker: null },
      ...{ text: 'Hei', done: true },
    }),
  },
  { contract: sessionChannel, input: ({ sessionId }) => sessionId },
  {
    contract: agenda.stepAgenda,
    input: ({ sessionId, item }) => ({ sessionId, from: null, to: item }),
  },
  {
    contract: agenda.editAgenda,
    input: ({ sessionId, item }) => ({
      ...{ sessionId, seen: 0, edit: { do: 'move', itemId: item, place: 0 } },
    }),
  },
  {
    contract: writeNotes,
    input: ({ sessionId }) => ({
      ...{ sessionId, seen: 0 },
      notes: { topics: 'Makt', workingForm: '', voluntary: '', alternatives: '' },
    }),
  },
  {
    contract: agenda.fillAgenda,
    input: ({ sessionId }) => ({ sessionId, seen: 0, from: { kind: 'last' } }),
  },
  {
    contract: agenda.keepTemplate,
    input: ({ sessionId }) => ({ sessionId, name: `Mal ${newId()}`, ofCourse: false }),
  },
  {
    contract: agenda.deleteTemplate,
    input: ({ sessionId }) => ({ sessionId, templateId: newId() }),
  },
  { contract: agendaBeginningsQuery, input: ({ sessionId }) => ({ sessionId }) },
  { contract: editableAgenda, input: ({ sessionId }) => ({ sessionId }) },
  { contract: hands.raiseHand, input: ({ sessionId }) => ({ sessionId }) },
  { contract: hands.lowerHand, input: ({ sessionId }) => ({ sessionId }) },
  { contract: hands.endWord, input: ({ sessionId }) => ({ sessionId }) },
  { contract: hands.lowerHandOf, input: ({ sessionId }) => ({ sessionId, personId: newId() }) },
  { contract: hands.giveWord, input: ({ sessionId }) => ({ sessionId, personId: newId() }) },
  { contract: hands.callNext, input: ({ sessionId }) => ({ sessionId, expected: newId() }) },
  { contract: hands.endWordOf, input: ({ sessionId }) => ({ sessionId, personId: newId() }) },
  { contract: hands.setQueueOpen, input: ({ sessionId }) => ({ sessionId, open: true }) },
  { contract: reactions.react, input: ({ sessionId }) => ({ sessionId, reaction: 'clap' }) },
  { contract: reactions.askForSlower, input: ({ sessionId }) => ({ sessionId }) },
  {
    contract: chat.postMessage,
    input: ({ sessionId, message }) => ({ sessionId, text: 'Hei', replyTo: message }),
  },
  {
    contract: earlierMessages,
    input: ({ sessionId, message }) => ({ sessionId, before: message }),
  },
  {
    contract: chat.reactToMessage,
    input: ({ sessionId, message }) => ({ sessionId, messageId: message, reaction: 'agree' }),
  },
  { contract: exportChat, input: ({ sessionId }) => ({ sessionId }) },
  { contract: chat.noteChatTakenOut, input: ({ sessionId }) => ({ sessionId }) },
  { contract: searchMessages, input: ({ sessionId }) => ({ sessionId, text: 'ord' }) },
  {
    contract: chat.editMessage,
    input: ({ sessionId, ownMessage }) => ({ sessionId, messageId: ownMessage, text: 'Hallo' }),
  },
  {
    contract: chat.deleteMessage,
    input: ({ sessionId, ownMessage }) => ({ sessionId, messageId: ownMessage }),
  },
  {
    contract: chat.restoreMessage,
    input: ({ sessionId, ownMessage }) => ({ sessionId, messageId: ownMessage, text: 'tilbake' }),
  },
  {
    contract: chat.hideMessage,
    input: ({ sessionId, message }) => ({ sessionId, messageId: message }),
  },
  {
    contract: chat.unhideMessage,
    input: ({ sessionId, message }) => ({ sessionId, messageId: message }),
  },
  { contract: teamLine.writeToTeam, input: ({ sessionId }) => ({ sessionId, text: 'Til dere' }) },
  { contract: teamLine.answerOnTeamLine, input: (of) => ({ ...aboutSomebody(of), text: 'Takk' }) },
  {
    contract: teamLine.readTeamLine,
    input: (of) => ({ ...aboutSomebody(of), readTo: newId<'team-message'>() }),
  },
  { contract: teamLinesOfSession, input: ({ sessionId }) => ({ sessionId }) },
  { contract: ownTeamLine, input: ({ sessionId }) => ({ sessionId }) },
  { contract: teamLineChannel, input: ({ ownLine }) => ownLine },
  { contract: teamDeskChannel, input: ({ sessionId }) => sessionId },
  { contract: lobby.waitInLobby, input: ({ sessionId }) => ({ sessionId }) },
  { contract: lobby.admitFromLobby, input: ({ sessionId }) => ({ sessionId, people: [newId()] }) },
  { contract: lobby.declineFromLobby, input: (of) => ({ ...aboutSomebody(of), words: 'Ikke nå' }) },
  { contract: lobby.sendToLobby, input: aboutSomebody },
  { contract: lobbyPlaceChannel, input: ({ ownLine }) => ownLine },
  { contract: lobbyChannel, input: ({ sessionId }) => sessionId },
  { contract: moderation.removeParticipant, input: aboutSomebody },
  { contract: moderation.readmitParticipant, input: aboutSomebody },
  { contract: ending.endSession, input: ({ sessionId }) => ({ sessionId }) },
  { contract: ending.undoEnding, input: ({ sessionId }) => ({ sessionId }) },
  { contract: pause.startPause, input: ({ sessionId }) => ({ sessionId }) },
  { contract: pause.choosePauseChoice, input: ({ sessionId }) => ({ sessionId, choice: 'fine' }) },
  { contract: pause.endPause, input: ({ sessionId }) => ({ sessionId }) },
  {
    contract: pauseForAll.startPauseForAll,
    input: ({ sessionId }) => ({ sessionId, minutes: 10 }),
  },
  {
    contract: pauseForAll.lengthenPauseForAll,
    input: ({ sessionId }) => ({ sessionId, minutes: 2, endsAt: 0 }),
  },
  { contract: pauseForAll.endPauseForAll, input: ({ sessionId }) => ({ sessionId }) },
  { contract: pauseForAll.sayReady, input: ({ sessionId }) => ({ sessionId, ready: true }) },
  {
    contract: rounds.startRound,
    input: ({ sessionId }) => ({ sessionId, prompt: 'Ett ord?', about: '', minutes: 2, ring: [] }),
  },
  {
    contract: rounds.keepRoundTemplate,
    input: ({ sessionId }) => ({
      ...{ sessionId, name: `Mal ${newId()}`, prompt: 'Ett ord?', about: '', minutes: 2 },
    }),
  },
  {
    contract: rounds.dropRoundTemplate,
    input: ({ sessionId }) => ({ sessionId, templateId: newId<'round-template'>() }),
  },
  { contract: roundTemplates, input: ({ sessionId }) => ({ sessionId }) },
  {
    contract: rounds.giveOn,
    input: ({ sessionId }) => ({ sessionId, roundId: newId<'round'>(), again: false }),
  },
  {
    contract: rounds.writeTurn,
    input: ({ sessionId }) => ({ sessionId, roundId: newId<'round'>(), text: 'Hei', lang: 'nb' }),
  },
  {
    contract: rounds.giveVoiceNote,
    input: ({ sessionId }) => ({
      ...{ sessionId, roundId: newId<'round'>(), noteId: newId<'voice-note'>(), bytes: 1 },
    }),
  },
  {
    contract: rounds.moveTurnOn,
    input: ({ sessionId }) => ({ sessionId, roundId: newId<'round'>(), from: newId() }),
  },
  {
    contract: rounds.setNextTurn,
    input: ({ sessionId }) => ({ sessionId, roundId: newId<'round'>(), personId: newId() }),
  },
  {
    contract: rounds.endRound,
    input: ({ sessionId }) => ({ sessionId, roundId: newId<'round'>() }),
  },
  { contract: breakoutChannel, input: ({ breakoutId }) => breakoutId },
  {
    contract: breakouts.openBreakouts,
    input: ({ sessionId }) => ({ sessionId, plan: A_PLAN }),
  },
  {
    contract: breakouts.prepareBreakouts,
    input: ({ sessionId }) => ({ sessionId, plan: A_PLAN }),
  },
  {
    contract: breakouts.goTo,
    input: ({ sessionId, breakoutId }) => ({ sessionId, breakoutId }),
  },
  {
    contract: breakouts.placePerson,
    input: ({ sessionId, breakoutId }) => ({ sessionId, breakoutId, personId: newId() }),
  },
  {
    contract: breakouts.letChoose,
    input: ({ sessionId }) => ({ sessionId, personId: newId() }),
  },
  {
    contract: breakouts.callTeachers,
    input: ({ sessionId, breakoutId }) => ({ sessionId, breakoutId, wanted: true }),
  },
  {
    contract: breakouts.askForMinute,
    input: ({ sessionId, breakoutId }) => ({ sessionId, breakoutId }),
  },
  {
    contract: breakouts.lengthenBreakouts,
    input: ({ sessionId }) => ({ sessionId, minutes: 1 }),
  },
  {
    contract: breakouts.bringBack,
    input: ({ sessionId }) => ({ sessionId, atOnce: false }),
  },
  {
    contract: breakouts.knockAt,
    input: ({ sessionId, breakoutId }) => ({ sessionId, breakoutId }),
  },
  {
    contract: breakouts.answerKnock,
    input: ({ sessionId, breakoutId }) => ({
      ...{ sessionId, breakoutId, teacherId: newId(), letIn: true },
    }),
  },
  {
    contract: breakouts.writeToAll,
    input: ({ sessionId }) => ({ sessionId, text: 'Ett ord holder', lang: 'nb' }),
  },
  { contract: breakoutQueries.breakoutPlans, input: ({ sessionId }) => ({ sessionId }) },
  { contract: breakoutQueries.breakoutActivity, input: ({ sessionId }) => ({ sessionId }) },
  {
    contract: speakToBreakouts,
    input: ({ sessionId, breakoutId }) => ({
      ...{ sessionId, tab: 'abcdefgh', breakoutIds: [breakoutId] },
    }),
  },
  {
    contract: polls.openPoll,
    input: ({ sessionId }) => ({
      ...{ sessionId, occasion: 'poll', question: 'Passer det?', named: false },
      ...{ form: { kind: 'single', options: ['Ja', 'Nei'] }, prepared: null },
    }),
  },
  {
    contract: polls.preparePoll,
    input: ({ sessionId }) => ({
      ...{ sessionId, occasion: 'poll', question: 'Passer det?', named: false },
      form: { kind: 'text' },
    }),
  },
  {
    contract: polls.dropPreparedPoll,
    input: ({ sessionId }) => ({ sessionId, preparedId: newId<'prepared-poll'>() }),
  },
  {
    contract: polls.answerPoll,
    input: ({ sessionId }) => ({ sessionId, pollId: newId<'poll'>(), choices: [0], text: '' }),
  },
  {
    contract: polls.closePoll,
    input: ({ sessionId }) => ({ sessionId, pollId: newId<'poll'>() }),
  },
  {
    contract: polls.putPollAway,
    input: ({ sessionId }) => ({ sessionId, pollId: newId<'poll'>() }),
  },
  {
    contract: pollQueries.ownAnswer,
    input: ({ sessionId }) => ({ sessionId, pollId: newId<'poll'>() }),
  },
  {
    contract: pollQueries.namedAnswers,
    input: ({ sessionId }) => ({ sessionId, pollId: newId<'poll'>() }),
  },
  { contract: pollQueries.preparedPolls, input: ({ sessionId }) => ({ sessionId }) },
  { contract: pollQueries.heldPolls, input: ({ sessionId }) => ({ sessionId }) },
  {
    contract: quizzes.prepareQuiz,
    input: ({ sessionId }) => ({ sessionId, change: null, ...A_QUIZ }),
  },
  {
    contract: quizzes.dropQuiz,
    input: ({ sessionId }) => ({ sessionId, quizId: newId<'quiz'>() }),
  },
  {
    contract: quizzes.openQuiz,
    input: ({ sessionId }) => ({ sessionId, quizId: newId<'quiz'>() }),
  },
  {
    contract: quizzes.answerQuiz,
    input: ({ sessionId }) => ({ sessionId, quizId: newId<'quiz'>(), nth: 0, choices: [0] }),
  },
  {
    contract: quizzes.closeQuiz,
    input: ({ sessionId }) => ({ sessionId, quizId: newId<'quiz'>() }),
  },
  {
    contract: quizQueries.quizQuestions,
    input: ({ sessionId }) => ({ sessionId, quizId: newId<'quiz'>() }),
  },
  {
    contract: quizQueries.quizTotals,
    input: ({ sessionId }) => ({ sessionId, quizId: newId<'quiz'>() }),
  },
  { contract: quizQueries.heldQuizzes, input: ({ sessionId }) => ({ sessionId }) },
  { contract: quizQueries.preparedQuizzes, input: ({ sessionId }) => ({ sessionId }) },
  { contract: ownReady, input: ({ sessionId }) => ({ sessionId }) },
  {
    contract: guests.makeGuestLink,
    input: ({ sessionId }) => ({
      ...{ sessionId, note: 'Til foreleseren', as: 'lecturer', untilAt: null },
      tokenHash: newId().replaceAll('-', '').padEnd(43, 'A'),
    }),
  },
  {
    contract: guests.withdrawGuestLink,
    input: ({ sessionId }) => ({ sessionId, linkId: newId() }),
  },
  { contract: guestLinks, input: ({ sessionId }) => ({ sessionId }) },
  { contract: pauseChoices, input: ({ sessionId }) => ({ sessionId }) },
  { contract: sessionLog, input: ({ sessionId }) => ({ sessionId }) },
  { contract: lockSession, input: ({ sessionId }) => ({ sessionId, locked: false }) },
  { contract: closeChat, input: ({ sessionId }) => ({ sessionId, closed: false }) },
  { contract: sessionDoorChannel, input: ({ sessionId }) => sessionId },
  { contract: ownRemoval, input: ({ sessionId }) => ({ sessionId }) },
  { contract: seminarRoomChannel, input: ({ sessionId }) => sessionId },
  { contract: joinSeminarRoom, input: ({ sessionId }) => ({ sessionId, tab: 'abcdefgh' }) },
  { contract: checkMediaLine, input: () => ({}) },
  { contract: room.muteParticipant, input: aboutSomebody },
  { contract: room.muteEveryone, input: ({ sessionId }) => ({ sessionId }) },
  { contract: room.askToUnmute, input: aboutSomebody },
  { contract: room.answerUnmute, input: ({ sessionId }) => ({ sessionId, answer: 'on' }) },
  { contract: room.lockMicrophones, input: ({ sessionId }) => ({ sessionId, locked: true }) },
  { contract: room.stopSource, input: (of) => ({ ...aboutSomebody(of), source: 'camera' }) },
  { contract: room.setSpotlight, input: aboutSomebody },
  { contract: room.allowScreen, input: (of) => ({ ...aboutSomebody(of), allowed: true }) },
  { contract: room.closeRoom, input: ({ sessionId }) => ({ sessionId }) },
  { contract: room.openRoom, input: ({ sessionId }) => ({ sessionId }) },
  { contract: lists.documentList, input: () => ({ trashed: false }) },
  { contract: lists.searchDocuments, input: () => ({ text: 'ord' }) },
  { contract: lists.whereToCreate, input: () => ({}) },
  { contract: lists.documentTemplates, input: () => ({}) },
  { contract: lists.sessionDocuments, input: ({ sessionId }) => ({ sessionId }) },
  ...ofKinds(DOCUMENT_KINDS, lists.aboutDocument, () => ({})),
  ...ofKinds(DOCUMENT_KINDS, assignmentQueries.assignmentOfDocument, () => ({})),
  ...ofKinds(WITH_OWN_ROW, documentReaders, () => ({})),
  ...ofKinds(WITH_OWN_ROW, versions.documentVersions, () => ({})),
  ...ofKinds(WITH_OWN_ROW, versions.versionState, ({ documents: { version } }) => ({
    versionId: version,
  })),
  ...ofKinds(['group', 'personal'], versions.documentAuthors, () => ({})),
  ...ofKinds(['group', 'personal'], handIns, () => ({})),
  ...DOCUMENT_KINDS.map((kind) => ({
    ...{ contract: catalogue.createDocument, kind },
    input: (of: Ask) => ({ kind, title: 'Nytt', ...placeOf(kind, of) }),
  })),
  {
    contract: catalogue.openSessionNote,
    kind: 'session',
    input: ({ sessionId }) => ({ sessionId, title: 'Felles notat' }),
  },
  ...ofKinds(DOCUMENT_KINDS, catalogue.renameDocument, () => ({ title: 'Nytt navn' })),
  ...ofKinds(['personal'], peopleToShareWith, () => ({})),
  ...ofKinds(['personal'], sharing.shareDocument, () => ({
    ...{ with: { personId: newId() }, right: 'read' },
  })),
  ...ofKinds(['personal'], sharing.unshareDocument, () => ({ personId: newId() })),
  ...ofKinds(WITH_OWN_ROW, history.nameVersion, () => ({ name: 'Før samlingen' })),
  ...ofKinds(WITH_OWN_ROW, history.restoreVersion, () => ({ versionId: newId() })),
  ...ofKinds(WITH_OWN_ROW, history.liftQuarantine, () => ({})),
  ...ofKinds(['group'], sharing.freezeDocument, () => ({})),
  ...ofKinds(['group'], sharing.thawDocument, () => ({})),
  ...ofKinds(DOCUMENT_KINDS, catalogue.trashDocument, () => ({})),
  ...[lists.trashedDocument, catalogue.takeBackDocument].flatMap((contract) =>
    WITH_OWN_ROW.map((kind) => ({
      ...{ contract, kind },
      input: ({ documents }: Ask) => ({ documentId: documents.trashed[kind] }),
    })),
  ),
  { contract: assignmentQueries.assignmentList, input: () => ({}) },
  { contract: assignmentQueries.whereToSet, input: () => ({}) },
  {
    contract: assignmentQueries.aboutAssignment,
    input: ({ answered }) => ({ assignmentId: answered.assignmentId }),
  },
  {
    contract: assignmentQueries.papersOf,
    input: ({ answered }) => ({ assignmentId: answered.assignmentId }),
  },
  {
    contract: assignments.setAssignment,
    input: ({ cohortId, courseId }) => ({
      ...{ cohortId, courseId, mode: 'individual', templateId: null, ...A_BRIEF },
    }),
  },
  {
    contract: assignments.changeAssignment,
    input: ({ answered }) => ({ assignmentId: answered.assignmentId, ...A_BRIEF }),
  },
  {
    contract: submissions.openPaper,
    input: ({ answered: { assignmentId, holder } }) => ({ assignmentId, ...holder }),
  },
  { contract: submissionQuery, input: ({ answered: { submissionId } }) => ({ submissionId }) },
  { contract: paperChannel, input: ({ answered }) => answered.paperId },
  {
    contract: submissions.confirmPaper,
    input: ({ answered: { paperId } }) => ({ paperId, fingerprint: SOME_FINGERPRINT }),
  },
  {
    contract: submissions.handInPaper,
    input: ({ answered: { paperId } }) => ({ paperId, fingerprint: SOME_FINGERPRINT }),
  },
  {
    contract: submissions.withdrawConfirmation,
    input: ({ answered: { paperId } }) => ({ paperId }),
  },
  {
    contract: submissions.askToWait,
    input: ({ answered: { paperId } }) => ({ paperId, wait: true }),
  },
  {
    contract: submissions.takeBackSubmission,
    input: ({ answered: { paperId, submissionId } }) => ({ paperId, submissionId }),
  },
  { contract: changeSupportCard, input: () => ({ from: 0, entries: [] }) },
  {
    contract: concerns.reportConcern,
    input: () => ({ readerId: newId(), sessionId: null, text: 'Noe som ble sagt' }),
  },
  { contract: concerns.nameConcernReader, input: () => ({ personId: newId() }) },
  { contract: concerns.openConcerns, input: () => ({ latest: newId() }) },
  { contract: concernQueries.concernsUnread, input: () => ({}) },
  { contract: concernQueries.ownConcerns, input: () => ({}) },
  { contract: concernQueries.concernsReceived, input: () => ({}) },
  { contract: concernQueries.possibleConcernReaders, input: () => ({}) },
  { contract: requirements, input: () => ({}) },
  {
    contract: setRequirement,
    input: () => ({ courseId: newId(), sessions: 80, gatherings: null }),
  },
  { contract: waiting, input: () => ({}) },
  { contract: ownStudyPlan, input: () => ({}) },
  { contract: studyPlanOf, input: ({ learnerId }) => ({ personId: learnerId }) },
  {
    contract: studyPlan.changeRate,
    input: ({ learnerId }) => ({ personId: learnerId, rate: 'part-time' }),
  },
  {
    contract: studyPlan.moveCourse,
    input: ({ learnerId }) => ({ personId: learnerId, courseId: newId(), to: null }),
  },
  {
    contract: studyPlan.recogniseCourse,
    input: ({ learnerId }) => ({ personId: learnerId, courseId: newId(), reason: null }),
  },
  { contract: erasureQueries.ownErasureWish, input: () => ({}) },
  { contract: erasureQueries.erasuresToRun, input: () => ({}) },
  { contract: runErasure, input: ({ studentId }) => ({ personId: studentId }) },
  { contract: auditQueries.auditLog, input: () => ({}) },
  { contract: auditQueries.ownAuditLog, input: () => ({}) },
  { contract: auditQueries.auditChain, input: () => ({}) },
  { contract: takeOutLog, input: () => ({ from: 0, until: 1 }) },
  { contract: sessionAfterwards, input: ({ sessionId }) => ({ sessionId }) },
  { contract: sessionAttendance, input: ({ sessionId }) => ({ sessionId }) },
  { contract: ownAttendance, input: () => ({}) },
  { contract: attendanceSheets, input: () => ({}) },
  { contract: attendanceSheet, input: ({ cohortId }) => ({ cohortId, courseCode: null }) },
  {
    contract: takeOutSheet,
    input: ({ cohortId }) => ({ scope: { cohortId, courseCode: null }, form: 'csv' }),
  },
  {
    contract: attendance.correctAttendance,
    input: (of) => ({ ...aboutSomebody(of), seen: 0, to: { as: 'present' }, reason: 'Var her' }),
  },
  {
    contract: attendance.tickInSession,
    input: (of) => ({ ...aboutSomebody(of), present: true }),
  },
  {
    contract: attendance.correctGatheringDay,
    input: (of) => ({ ...thatDay(of), seen: 0, to: { as: 'present' }, reason: 'Var her' }),
  },
  { contract: attendance.tickAtGathering, input: (of) => ({ ...thatDay(of), present: true }) },
  {
    contract: beginFromLast,
    input: ({ sessionId }) => ({ sessionId, from: newId<'session'>(), seen: 0 }),
  },
  {
    contract: takeBeginningBack,
    input: ({ sessionId }) => ({ sessionId, from: newId<'session'>() }),
  },
  { contract: agreementOfSession, input: ({ sessionId }) => ({ sessionId }) },
  { contract: agreementVersions, input: ({ sessionId }) => ({ sessionId }) },
  {
    contract: writeAgreement,
    input: ({ sessionId }) => ({ sessionId, from: 0, text: 'Alle kan si pass.' }),
  },
];

const A_QUIZ = {
  title: 'Makt',
  questions: [{ question: 'Hva er makt?', options: ['Ja', 'Nei'], right: [0], explanation: '' }],
};

/** The clock of a test stands before that. */
const A_BRIEF = {
  title: 'Makt i møtet',
  brief: 'Velg et møte der noen bestemte mer enn de sa.',
  criteria: ['Situasjonen er tydelig.'],
  dueDay: '2026-10-02',
  dueTime: '23:59',
};
const SOME_FINGERPRINT = '0'.repeat(64);

/** One question about a document for each of these kinds. */
function ofKinds(
  kinds: readonly DocumentKind[],
  contract: AnyContract,
  more: (of: Ask) => object,
): Question[] {
  return kinds.map((kind) => ({
    ...{ contract, kind },
    input: (of: Ask) => ({ documentId: of.documents.live[kind], ...more(of) }),
  }));
}

function placeOf(kind: DocumentKind, { sessionId, groupId, courseId }: Ask): object {
  if (kind === 'group') return { groupId };
  if (kind === 'session') return { sessionId };
  return kind === 'personal' ? {} : { courseId };
}

/** The first day of a gathering in the test's world. */
function thatDay({ gatheringId }: Ask) {
  return { gatheringId, day: '2026-09-29', personId: newId<'person'>() };
}

function aboutSomebody({ sessionId }: Ask) {
  return { sessionId, personId: newId<'person'>() };
}

export type Result = {
  readonly question: Question;
  readonly contract: AnyContract;
  readonly asking: Asking;
  readonly allowed: boolean;
  readonly answered: Answered;
  /** The same person's same question about ids that nobody has, where this one is forbidden. */
  readonly unknown: Answered;
};

/** Asks everything of everybody through one door: first all that is forbidden, so that it can be seen to change nothing. */
export async function askEverything(
  door: DoorUnderTest,
  rows: ReadonlyMap<number, AccessRow>,
  asking: readonly Asking[],
): Promise<{ forbidden: () => Promise<Result[]>; allowed: () => Promise<Result[]> }> {
  // Channels last: whoever lets go of a session's has left it a moment later, by a real clock.
  const isChannel = ({ contract }: Question) => Number(contract.kind === 'channel');
  const inOrder = ASKED.toSorted((one, other) => isChannel(one) - isChannel(other));
  const questions = inOrder.flatMap((question) =>
    asking.map((each) => ({ question, each, may: mayAsk(rows, rightOf(question), each) })),
  );
  const askAll = async (may: boolean) => {
    const results: Result[] = [];
    for (const { question, each } of questions.filter((asked) => asked.may === may)) {
      const { contract, input } = question;
      const { caller, target, ownMessage, ownLine, ownDevice, documents, answered: paper } = each;
      const unknown = await door.ask(caller, contract, input(nothing()));
      const answered = await door.ask(
        caller,
        contract,
        input({ ...target, ownMessage, ownLine, ownDevice, documents, answered: paper }),
      );
      results.push({ question, contract, asking: each, allowed: may, answered, unknown });
    }
    return results;
  };
  return { forbidden: () => askAll(false), allowed: () => askAll(true) };
}

export function rightOf({ contract, kind }: Question): Right {
  return { action: contract.action, kind: kind ?? null };
}

/** One's own calendar or list is asked for without an id: a role that has one is enough, whatever lies in it. */
function mayAsk(rows: ReadonlyMap<number, AccessRow>, right: Right, { case: of }: Asking): boolean {
  const ownPlace = right.action === 'document/create' && right.kind === 'personal';
  if (!ownPlace && !OWN_LISTS.includes(right.action)) return expected(rows, right, of);
  const gone = of.situation === 'role ended' || of.situation === 'suspended';
  return !gone && expected(rows, right, { ...of, situation: 'own' });
}

function nothing(): Ask {
  return {
    sessionId: newId<'session'>() as never,
    item: newId<'agenda-item'>() as never,
    message: newId<'message'>() as never,
    breakoutId: newId<'breakout'>() as never,
    ownMessage: newId<'message'>() as never,
    ownLine: newId<'team-line'>() as never,
    ownDevice: newId<'push-device'>() as never,
    groupId: newId<'group'>() as never,
    gatheringId: newId<'gathering'>() as never,
    courseId: newId<'course'>() as never,
    cohortId: newId<'cohort'>() as never,
    welcomeId: newId<'welcome'>() as never,
    studentId: newId<'person'>() as never,
    learnerId: newId<'person'>() as never,
    requestId: newId<'role-request'>() as never,
    answered: answeredByNobody(),
    documents: {
      live: documentsOfNobody(),
      trashed: documentsOfNobody(),
      version: newId<'version'>() as never,
    },
  };
}

function documentsOfNobody(): Asking['documents']['live'] {
  const ids = DOCUMENT_KINDS.map((kind) => [kind, newId<'document'>()]);
  return Object.fromEntries(ids) as Asking['documents']['live'];
}

/** What is wrong with an answer, in words; null when the table would give the same. */
export function faultOf({ contract, asking, allowed, answered, unknown }: Result): string | null {
  const { column, situation } = asking.case;
  const what = `${contract.kind} ${contract.name} by ${column}, ${situation}: ${JSON.stringify(answered)}`;
  if (!allowed) {
    const same = JSON.stringify(answered) === JSON.stringify(unknown);
    return same && !answered.ok && ['not-found', 'signed-out'].includes(answered.refusal ?? '')
      ? null
      : `${what} where unknown is ${JSON.stringify(unknown)}`;
  }
  if (answered.ok)
    return isExactly(contract, answered) ? null : `${what} holds more than its contract`;
  return (UNIVERSAL_REFUSALS as readonly string[]).includes(answered.refusal ?? '') ? what : null;
}

/** Does the answer hold what its contract lists, and nothing beside? */
function isExactly(contract: AnyContract, answered: object): boolean {
  // Whoever shows something is answered that it was shown.
  if (contract.kind === 'signal') return isDeepStrictEqual(answered, { ok: true });
  const [schema, value] =
    contract.kind === 'channel'
      ? [contract.state, (answered as { snapshot?: unknown }).snapshot]
      : [contract.output, (answered as { value?: unknown }).value];
  const parsed = schema.safeParse(value);
  return parsed.success && isDeepStrictEqual(parsed.data, value);
}

/** Rows 60 and 65 alone hold people's addresses (row 3). */
export const withAddress = ({ action }: { readonly action: Action }): boolean =>
  [60, 65].includes(ACTIONS[action] as number);
