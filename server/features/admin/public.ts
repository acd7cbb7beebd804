import type { Slice } from '../../platform/handler.ts';
import * as cohort from './cohort/handlers.ts';
import { cohortList, cohortPage } from './cohort/queries.ts';
import { firstHour } from './first-hour/queries.ts';
import * as group from './group/handlers.ts';
import { listPeople } from './people/queries.ts';
import { aboutSchool, saveSchool } from './school/handlers.ts';
import * as standing from './standing/handlers.ts';
import * as welcome from './welcome/handlers.ts';

export { peopleWaiting } from './people/waiting.ts';
export {
  findPerson,
  isLastAdministrator,
  lockStandings,
  rolesAsked,
} from './standing/repository.ts';
export { renewFirstLink } from './welcome/first-administrator.ts';
export { serveWelcomeDoor } from './welcome/http.ts';

/** Who is in the school: invited to it, let in, and looked after by those who run it. */
export const adminSlice: Slice = {
  name: 'admin',
  commands: [
    cohort.createCohort,
    cohort.copyCohort,
    cohort.enrolStudent,
    cohort.moveStudent,
    cohort.takeOutStudent,
    group.createGroup,
    group.renameGroup,
    group.placeInGroup,
    group.takeOutOfGroup,
    group.archiveGroup,
    saveSchool,
    welcome.invitePerson,
    welcome.inviteList,
    welcome.sendWelcomeAgain,
    welcome.takeWelcomeBack,
    standing.suspendPerson,
    standing.restorePerson,
    standing.resetSignIn,
    standing.giveRole,
    standing.endRole,
    standing.askForRole,
    standing.settleRole,
  ],
  queries: [cohortList, cohortPage, listPeople, standing.aboutPerson, aboutSchool, firstHour],
  channels: [],
};
