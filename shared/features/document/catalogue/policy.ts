import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds, ROLES, type Role, type Subject } from '#shared/wire/access.ts';
import {
  isInvitedInside,
  isItsStudentInside,
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

/** What somebody is to the place of a document: from these each right follows. One may be several things at once. */
type Standpoint = 'owner' | 'member' | 'teacher' | 'invited' | 'reader';

function standpointsOf(
  subject: Subject,
  place: DocumentPlace,
  now: Instant,
): readonly Standpoint[] {
  const as = (standpoint: Standpoint, stands: boolean) => (stands ? [standpoint] : []);
  switch (place.kind) {
    case 'personal': {
      const owns = place.ownerId === subject.personId && holdsAny(subject, HAVE_PERSONAL, now);
      return as('owner', owns);
    }
    case 'group':
      return [
        ...as('member', place.inGroup && holds(subject, 'student', now)),
        ...as('teacher', place.teachesCohort && holds(subject, 'teacher', now)),
      ];
    case 'session':
      return isForOthers(subject, place, now)
        ? []
        : standpointsInSession(subject, place.session, now);
    case 'course':
    case 'template': {
      const takes = place.takesCourse && holds(subject, 'student', now);
      return [
        ...as('teacher', place.teachesCourse && holds(subject, 'teacher', now)),
        ...as('reader', takes || holdsAny(subject, READ_EVERY_COURSE, now)),
      ];
    }
    default:
      return assertNever(place);
  }
}

/** A text of some of those in a session is theirs, and its teachers'. */
function isForOthers(
  subject: Subject,
  { session, forSome }: Extract<DocumentPlace, { kind: 'session' }>,
  now: Instant,
): boolean {
  return forSome !== null && !forSome.inIt && !isItsTeacher(subject, session, now);
}

/** Row 31. Whoever is kept out of the session, or in its lobby, is out of what is written in it too. */
function standpointsInSession(
  subject: Subject,
  session: SessionStanding,
  now: Instant,
): readonly Standpoint[] {
  if (isItsTeacher(subject, session, now)) return ['teacher'];
  if (session.keptOut) return [];
  if (isItsStudentInside(subject, session, now)) return ['member'];
  return isInvitedInside(session, now) && holdsAny(subject, INVITED_TO_NOTES, now)
    ? ['invited']
    : [];
}

/** Rows 29, 31, 32, 33: reading. What lies in the trash is read by nobody. */
export function mayReadDocument(subject: Subject, document: Standing, now: Instant): boolean {
  if (document.trashedAt !== null) return false;
  return (
    standpointsOf(subject, document.place, now).length > 0 || isSharedWith(subject, document, now)
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
  return standpointsOf(subject, place, now).some(
    (standpoint) =>
      standpoint !== 'reader' &&
      // A group's text is the group's: its teacher reads it, and comments.
      !(place.kind === 'group' && standpoint === 'teacher'),
  );
}

/** Rows 30, 31, 32, 33: earlier versions. */
export function maySeeHistory(subject: Subject, document: Standing, now: Instant): boolean {
  if (document.trashedAt !== null) return false;
  return standpointsOf(subject, document.place, now).some(
    (standpoint) => standpoint !== 'reader' && standpoint !== 'invited',
  );
}

/** Rows 30, 31, 32, 33: making an earlier version the newest. */
export function mayRestoreVersion(subject: Subject, document: Standing, now: Instant): boolean {
  return maySeeHistory(subject, document, now) && mayEditDocument(subject, document, now);
}

/** Row 30: who wrote how much, seen by the group alone; row 33: by the owner. */
export function maySeeAuthorship(subject: Subject, document: Standing, now: Instant): boolean {
  if (document.trashedAt !== null) return false;
  const standpoints = standpointsOf(subject, document.place, now);
  const { kind } = document.place;
  return (
    (kind === 'group' && standpoints.includes('member')) ||
    (kind === 'personal' && standpoints.includes('owner'))
  );
}

/** Row 30: the teacher's freeze of a group's document, and its end. */
export function mayFreezeDocument(subject: Subject, document: Standing, now: Instant): boolean {
  if (document.trashedAt !== null) return false;
  const { place } = document;
  return place.kind === 'group' && standpointsOf(subject, place, now).includes('teacher');
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
  const standpoints = standpointsOf(subject, place, now);
  if (standpoints.includes('owner')) return true;
  // A group disposes of its own text; of what a whole session or course writes, its teacher.
  return standpoints.includes(place.kind === 'group' ? 'member' : 'teacher');
}

/** Row 33: naming who may read. */
export function mayShareDocument(subject: Subject, document: Standing, now: Instant): boolean {
  if (document.trashedAt !== null) return false;
  return standpointsOf(subject, document.place, now).includes('owner');
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
  return standpointsInSession(subject, session, now).length > 0;
}

/** Row 48: one's own list; what stands in it is asked for each document. */
export function mayListDocuments(
  subject: Subject,
  list: { readonly ownerId: PersonId },
  now: Instant,
): boolean {
  return list.ownerId === subject.personId && holdsAny(subject, ROLES, now);
}
