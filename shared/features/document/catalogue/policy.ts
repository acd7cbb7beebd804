import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, ROLES, type Role, type Subject } from '#shared/wire/access.ts';
import {
  isItsStudent,
  isItsTeacher,
  type SessionStanding,
} from '../../programme/calendar/model.ts';
import type { DocumentPlace, DocumentStanding } from './model.ts';

type Placed = Pick<DocumentStanding, 'place'>;
type Standing = Placed & Pick<DocumentStanding, 'trashedAt' | 'sharedWithMe'>;

/** "i" in row 31. */
const INVITED_TO_NOTES: readonly Role[] = [
  'practiceCoordinator',
  'practiceSupervisor',
  'studyAdviser',
  'guest',
];
/** "Y" over the whole school in row 32. */
const READ_EVERY_COURSE: readonly Role[] = [
  'practiceCoordinator',
  'studyAdviser',
  'admin',
  'rector',
];
/** "o" in row 33. */
const HAVE_PERSONAL: readonly Role[] = [
  'student',
  'teacher',
  'practiceCoordinator',
  'studyAdviser',
  'admin',
  'rector',
];
/** "n" in row 33: whom a personal document can be shared with. */
const CAN_BE_SHARED_WITH: readonly Role[] = [
  'student',
  'teacher',
  'practiceCoordinator',
  'studyAdviser',
];

const holdsAny = (subject: Subject, roles: readonly Role[], now: Instant) =>
  roles.some((role) => holds(subject, role, now));

/** What somebody is to the place of a document: from this each right follows. */
type Standpoint = 'owner' | 'member' | 'teacher' | 'invited' | 'reader' | null;

function standpointOf(subject: Subject, place: DocumentPlace, now: Instant): Standpoint {
  switch (place.kind) {
    case 'personal':
      return place.ownerId === subject.personId && holdsAny(subject, HAVE_PERSONAL, now)
        ? 'owner'
        : null;
    case 'group':
      if (place.inGroup && holds(subject, 'student', now)) return 'member';
      return place.teachesCohort && holds(subject, 'teacher', now) ? 'teacher' : null;
    case 'session':
      return standpointInSession(subject, place.session, now);
    case 'course':
    case 'template':
      if (place.teachesCourse && holds(subject, 'teacher', now)) return 'teacher';
      if (place.takesCourse && holds(subject, 'student', now)) return 'reader';
      return holdsAny(subject, READ_EVERY_COURSE, now) ? 'reader' : null;
    default:
      return assertNever(place);
  }
}

/** Row 31. Whoever is kept out of the session is kept out of what is written in it. */
function standpointInSession(subject: Subject, session: SessionStanding, now: Instant): Standpoint {
  if (isItsTeacher(subject, session, now)) return 'teacher';
  if (session.keptOut) return null;
  if (isItsStudent(subject, session, now)) return 'member';
  const invited = session.invitedUntil !== null && session.invitedUntil > now;
  return invited && holdsAny(subject, INVITED_TO_NOTES, now) ? 'invited' : null;
}

/** Rows 29, 31, 32, 33: reading. What lies in the trash is read by nobody. */
export function mayReadDocument(subject: Subject, document: Standing, now: Instant): boolean {
  if (document.trashedAt !== null) return false;
  return (
    standpointOf(subject, document.place, now) !== null || isSharedWith(subject, document, now)
  );
}

function isSharedWith(subject: Subject, document: Standing, now: Instant): boolean {
  return (
    document.place.kind === 'personal' &&
    document.sharedWithMe !== null &&
    holdsAny(subject, CAN_BE_SHARED_WITH, now)
  );
}

/** Rows 29, 31, 32, 33: editing, as a right; whether it is frozen is another question. */
export function mayEditDocument(subject: Subject, document: Standing, now: Instant): boolean {
  return document.trashedAt === null && mayWriteIn(subject, document.place, now);
}

/** The same rows: making one. Who may edit a place's documents may make them. */
export function mayCreateDocument(subject: Subject, { place }: Placed, now: Instant): boolean {
  return mayWriteIn(subject, place, now);
}

function mayWriteIn(subject: Subject, place: DocumentPlace, now: Instant): boolean {
  const standpoint = standpointOf(subject, place, now);
  if (standpoint === null || standpoint === 'reader') return false;
  // A group's text is the group's: its teacher reads it, and comments.
  return !(place.kind === 'group' && standpoint === 'teacher');
}

/** Rows 30, 31, 32, 33: earlier versions. */
export function maySeeHistory(subject: Subject, document: Standing, now: Instant): boolean {
  if (document.trashedAt !== null) return false;
  const standpoint = standpointOf(subject, document.place, now);
  return standpoint !== null && standpoint !== 'reader' && standpoint !== 'invited';
}

/** Rows 30, 31, 32, 33: making an earlier version the newest. */
export function mayRestoreVersion(subject: Subject, document: Standing, now: Instant): boolean {
  return maySeeHistory(subject, document, now) && mayEditDocument(subject, document, now);
}

/** Row 30: who wrote how much, seen by the group alone; row 33: by the owner. */
export function maySeeAuthorship(subject: Subject, document: Standing, now: Instant): boolean {
  if (document.trashedAt !== null) return false;
  const standpoint = standpointOf(subject, document.place, now);
  const { kind } = document.place;
  return (
    (kind === 'group' && standpoint === 'member') || (kind === 'personal' && standpoint === 'owner')
  );
}

/** Row 30: the teacher's freeze of a group's document, and its end. */
export function mayFreezeDocument(subject: Subject, document: Standing, now: Instant): boolean {
  if (document.trashedAt !== null) return false;
  const { place } = document;
  return place.kind === 'group' && standpointOf(subject, place, now) === 'teacher';
}

/** Rows 30, 31, 32, 33: putting it into the trash. */
export function mayDeleteDocument(subject: Subject, document: Standing, now: Instant): boolean {
  return document.trashedAt === null && mayDisposeOf(subject, document.place, now);
}

/** The same rows: taking it out of the trash again. */
export function mayTakeBackDocument(subject: Subject, document: Standing, now: Instant): boolean {
  return document.trashedAt !== null && mayDisposeOf(subject, document.place, now);
}

function mayDisposeOf(subject: Subject, place: DocumentPlace, now: Instant): boolean {
  switch (standpointOf(subject, place, now)) {
    case 'owner':
      return true;
    case 'member':
      // Of what a whole session writes, its teacher disposes.
      return place.kind === 'group';
    case 'teacher':
      return place.kind !== 'group';
    default:
      return false;
  }
}

/** Row 33: naming who may read. */
export function mayShareDocument(subject: Subject, document: Standing, now: Instant): boolean {
  if (document.trashedAt !== null) return false;
  return standpointOf(subject, document.place, now) === 'owner';
}

/** Row 33, "n": whether somebody can be named at all. */
export function mayBeNamed(subject: Subject, now: Instant): boolean {
  return holdsAny(subject, CAN_BE_SHARED_WITH, now);
}

/** Row 31: that a session has documents, and which. */
export function maySeeSessionDocuments(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): boolean {
  return standpointInSession(subject, session, now) !== null;
}

/** Row 48: one's own list; what stands in it is asked for each document. */
export function mayListDocuments(
  subject: Subject,
  list: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  return list.ownerId === subject.personId && holdsAny(subject, ROLES, now);
}
