import type { Slice } from '../../platform/handler.ts';
import { calendarBetween } from './calendar/between.ts';
import { homePage } from './calendar/home-page.ts';
import { pastSessions } from './calendar/past-sessions.ts';
import { calendarAddress, endCalendarAddress, makeCalendarAddress } from './feed/handlers.ts';
import {
  cancelSession,
  changeSession,
  planSessions,
  takeBackCancelling,
} from './planning/handlers.ts';
import { foreseeChange, foreseePlan, plannedSession, whereToPlan } from './planning/queries.ts';
import * as year from './programme/handlers.ts';
import * as studyPlan from './study-plan/handlers.ts';
import { ownStudyPlan, studyPlanOf } from './study-plan/queries.ts';

export { saveAdmissions, sentBackOf } from './calendar/admissions.ts';
export { gatheringsOfCourses, recognisedOf, sessionsOfCourses } from './calendar/duties.ts';
export { relationsEnded } from './calendar/ended.ts';
export { expectedParticipants } from './calendar/expected.ts';
export { endInvitation, inviteAsGuest, invitedAs } from './calendar/invitations.ts';
export { keptSessions } from './calendar/keeping.ts';
export { sessionKindOf } from './calendar/kind.ts';
export { gatheringsBetween, type PlanAhead, plansAhead } from './calendar/plans-ahead.ts';
export { keepOut, keptOutOf, letBackIn, removalOf } from './calendar/removals.ts';
export {
  courseOf,
  createSession,
  endSession,
  hasEnded,
  moveSession,
  saveNotes,
  sessionTimes,
} from './calendar/repository.ts';
export {
  invitedStandings,
  sessionStanding,
  sessionStandings,
  standingsBetween,
  standingsOfCohort,
} from './calendar/standing.ts';
export { studentsOfGatherings, studentsOfSessions } from './calendar/students.ts';
export { assignedTeachers } from './calendar/teachers.ts';
export {
  archiveGroup,
  leaveCohort,
  leaveGroup,
  moveToGroup,
  renameGroup,
  setUpOf,
} from './cohort/membership.ts';
export {
  cohortsNamed,
  createCohort,
  createGroup,
  enrol,
  isInCohort,
  joinGroup,
  restartCohort,
} from './cohort/repository.ts';
export { serveCalendarFeed } from './feed/http.ts';
export { createGathering, moveGathering } from './gathering/repository.ts';
export { gatheringStanding, gatheringStandings } from './gathering/standing.ts';
export { planAtDoor } from './planning/at-door.ts';
export { onlyProgramme } from './programme/only.ts';
export { pauseMinutesOf } from './programme/pause-minutes.ts';
export { createCourse, createProgramme } from './programme/repository.ts';
export {
  anchorSchool,
  foundSchool,
  lockSchool,
  saveSchoolCard,
  schoolCard,
  schoolName,
} from './programme/school.ts';
export { keepTerm } from './programme/year.ts';

export const programmeSlice: Slice = {
  name: 'programme',
  commands: [
    planSessions,
    changeSession,
    cancelSession,
    takeBackCancelling,
    makeCalendarAddress,
    endCalendarAddress,
    year.beginFromTemplate,
    year.saveProgramme,
    year.saveCourse,
    year.saveTerm,
    year.dropTerm,
    year.saveGathering,
    year.dropGathering,
    year.saveDayOff,
    year.dropDayOff,
    studyPlan.changeRate,
    studyPlan.moveCourse,
    studyPlan.recogniseCourse,
  ],
  queries: [
    homePage,
    pastSessions,
    calendarBetween,
    calendarAddress,
    whereToPlan,
    foreseePlan,
    foreseeChange,
    plannedSession,
    year.programmeYear,
    ownStudyPlan,
    studyPlanOf,
  ],
  channels: [],
};
