import type { Instant } from '../kernel/duration.ts';
import type { PersonId } from '../kernel/ids.ts';

/** The roles of docs/access.md §1. `groupMember` is a relation, not a role: it comes with the object. */
export const ROLES = [
  'student',
  'teacher',
  'practiceCoordinator',
  'practiceSupervisor',
  'studyAdviser',
  'admin',
  'rector',
  'guest',
  'examiner',
] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. `null` in place of a subject is somebody without a sign-in. */
export type Subject = {
  readonly personId: PersonId;
  /** A suspended person may do nothing, not even see that something exists. */
  readonly active: boolean;
  readonly roles: readonly { readonly role: Role; readonly until: Instant | null }[];
};

/** A document's kind decides its row of docs/access.md §2. */
export const DOCUMENT_KINDS = ['personal', 'group', 'session', 'course', 'template'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

const EVERY_KIND = { group: 29, session: 31, course: 32, template: 32, personal: 33 } as const;
/** Beyond reading and editing, a group's documents have a row of their own. */
const BEYOND_EDITING = { ...EVERY_KIND, group: 30 } as const;

/**
 * Everything that can be asked for, by row of docs/access.md §2. A right that is not listed does not exist.
 * The number is the row, or the row of each kind of document that the right exists for: a test checks that every
 * row built here has cases, and every contract a row.
 */
export const ACTIONS = {
  'cohort/create': 4,
  'cohort/enrol': 4,
  'cohort/run': 4,
  'group/make': 4,
  'cohort/list': 65,
  'cohort/see': 65,
  'people/see': 60,
  'people/about': 60,
  'people/suspend': 5,
  'people/give-role': 5,
  'people/role-by-two': 5,
  'people/invite': 5,
  'people/settle-invitation': 5,
  'calendar/see': 1,
  'session/see': 1,
  'roster/see': 2,
  'programme/edit': 6,
  'session/plan': 7,
  'study-plan/own': 48,
  'home/waiting': 48,
  'study-plan/see': 61,
  'study-plan/change': 61,
  'agenda/edit': 8,
  'session/write-notes': 8,
  'agreement/write': 8,
  'session/join': 9,
  'session/own-invitations': 9,
  'lobby/wait': 10,
  'lobby/keep': 10,
  'agenda/step': 11,
  'session/end': 11,
  'lead/pass': 11,
  'pause-for-all/steer': 11,
  'hand/own': 12,
  'hand/others': 12,
  'reaction/send': 13,
  'chat/read': 14,
  'chat/post': 14,
  'chat/react': 14,
  'chat/change-own': 15,
  'chat/hide': 15,
  'team-line/own': 16,
  'team-line/all': 16,
  'pause/own': 17,
  'pause/see-choice': 17,
  'poll/steer': 18,
  'poll/answer': 18,
  'quiz/steer': 18,
  'quiz/take': 18,
  'round/steer': 21,
  'round/own': 21,
  'breakout/steer': 26,
  'breakout/enter': 26,
  'attendance/see': 42,
  'attendance/correct': 42,
  'attendance/at-gathering': 59,
  'attendance/list': 48,
  'session/remove': 24,
  'session/log': 24,
  'session/keep-order': 24,
  'seminar-room/moderate': 24,
  'seminar-room/enter': 25,
  'recording/any': 27,
  'captions/read': 28,
  'captions/speak': 28,
  'captions/write': 28,
  'seminar-room/check': 51,
  'session/own-removal': 52,
  'support-card/change': 53,
  'concern/report': 54,
  'concern/receive': 54,
  'concern/name-reader': 54,
  'agreement/read': 55,
  'guest/invite': 58,
  'audit/all': 45,
  'audit/own': 45,
  'profile/own': 56,
  'own-data/export': 46,
  'notice/own': 64,
  'own-data/ask-erasure': 46,
  'own-data/see-erasures': 46,
  'own-data/run-erasure': 46,
  'document/read': EVERY_KIND,
  'document/edit': EVERY_KIND,
  'document/create': EVERY_KIND,
  'document/history': BEYOND_EDITING,
  'document/restore': BEYOND_EDITING,
  'document/delete': BEYOND_EDITING,
  'document/take-back': BEYOND_EDITING,
  'document/authorship': { group: 30, personal: 33 },
  'document/freeze': { group: 30 },
  'document/share': { personal: 33 },
  'document/of-session': 31,
  'document/list': 48,
  'assignment/set': 36,
  'assignment/read': 36,
  'submission/write': 37,
  'submission/read': 37,
  'assignment/list': 48,
} as const satisfies Record<string, number | Readonly<Partial<Record<DocumentKind, number>>>>;
export type Action = keyof typeof ACTIONS;

/** Does the subject hold the role at this moment? Ended roles give nothing. */
export function holds(subject: Subject, role: Role, now: Instant): boolean {
  return (
    subject.active &&
    subject.roles.some((held) => held.role === role && (held.until === null || held.until > now))
  );
}
