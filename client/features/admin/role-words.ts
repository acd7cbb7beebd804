import type { Role } from '#shared/wire/access.ts';
import type { Dictionary } from '../../platform/language.ts';

type Roles = Readonly<Record<Role, string>>;

/** What each role is called by those who give it. */
const nb: Roles = {
  student: 'Student',
  teacher: 'Underviser',
  practiceCoordinator: 'Praksisansvarlig',
  practiceSupervisor: 'Praksisveileder',
  studyAdviser: 'Studierådgiver',
  admin: 'Administrator',
  rector: 'Rektor',
  guest: 'Gjest',
  examiner: 'Sensor',
};

const nn: Roles = {
  student: 'Student',
  teacher: 'Undervisar',
  practiceCoordinator: 'Praksisansvarleg',
  practiceSupervisor: 'Praksisrettleiar',
  studyAdviser: 'Studierådgjevar',
  admin: 'Administrator',
  rector: 'Rektor',
  guest: 'Gjest',
  examiner: 'Sensor',
};

const en: Roles = {
  student: 'Student',
  teacher: 'Teacher',
  practiceCoordinator: 'Practice coordinator',
  practiceSupervisor: 'Practice supervisor',
  studyAdviser: 'Study adviser',
  admin: 'Administrator',
  rector: 'Rector',
  guest: 'Guest',
  examiner: 'Examiner',
};

export const roleWords: Dictionary<Roles> = { nb, nn, en };
