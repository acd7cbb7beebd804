import type { Slice } from '../../platform/handler.ts';
import { homePage } from './calendar/home-page.ts';

export { relationsEnded } from './calendar/ended.ts';
export { expectedParticipants } from './calendar/expected.ts';
export { keepOut, keptOutOf, letBackIn, removalOf } from './calendar/removals.ts';
export {
  createSession,
  endSession,
  hasEnded,
  moveSession,
  sessionTimes,
} from './calendar/repository.ts';
export { invitedStandings, sessionStanding, sessionStandings } from './calendar/standing.ts';
export { assignedTeachers } from './calendar/teachers.ts';
export { createCohort, createGroup, enrol, joinGroup, restartCohort } from './cohort/repository.ts';
export { createGathering, moveGathering } from './gathering/repository.ts';
export { createCourse, createProgramme } from './programme/repository.ts';
export { anchorSchool, foundSchool, lockSchool } from './programme/school.ts';

export const programmeSlice: Slice = {
  name: 'programme',
  commands: [],
  queries: [homePage],
  channels: [],
};
