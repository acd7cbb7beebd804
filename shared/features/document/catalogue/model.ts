import * as z from 'zod/mini';
import type { Instant } from '#shared/kernel/duration.ts';
import {
  type CohortId,
  type CourseId,
  type DocumentId,
  type GroupId,
  id,
  type PersonId,
} from '#shared/kernel/ids.ts';
import { RETENTION } from '#shared/kernel/retention.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '#shared/wire/access.ts';
import type { SessionStanding } from '../../programme/calendar/model.ts';

export const documentKind = z.enum(DOCUMENT_KINDS);
export type { DocumentKind };

/** What is shared with a named person: reading, or reading and commenting. */
export const shareRight = z.enum(['read', 'comment']);
export type ShareRight = z.infer<typeof shareRight>;

export const TITLE_LENGTH_MAX = 120;
/** How long a document in the trash can be taken back (DOC-9). */
export const TRASH_KEPT_MS = RETENTION.trash;

/** Any control character. */
const CONTROL_CHARACTER = /\p{Cc}/u;

/** Trimmed, one line, not empty. */
export const documentTitle = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(TITLE_LENGTH_MAX),
  z.refine((text) => text.isWellFormed() && !CONTROL_CHARACTER.test(text)),
);

/**
 * Where a document of a kind belongs, with one subject's relations to that place, read in the same transaction.
 * Rights come from here (docs/access.md rows 29–33).
 */
export type DocumentPlace =
  | { readonly kind: 'personal'; readonly ownerId: PersonId }
  | {
      readonly kind: 'group';
      readonly groupId: GroupId;
      readonly cohortId: CohortId;
      /** A member just now, and a student of its cohort. */
      readonly inGroup: boolean;
      /** Assigned to some session of its cohort. */
      readonly teachesCohort: boolean;
    }
  | {
      readonly kind: 'session';
      readonly session: SessionStanding;
      /** Of a text that is for some of those in the session, such as a breakout's: whether this is one of them; else null. */
      readonly forSome: { readonly inIt: boolean } | null;
    }
  | {
      readonly kind: 'course' | 'template';
      /** Null: a template of the whole school. */
      readonly courseId: CourseId | null;
      /** A student of a cohort that has a session of the course; of any cohort for the whole school's. */
      readonly takesCourse: boolean;
      /** Assigned to some session of the course; to any session for the whole school's. */
      readonly teachesCourse: boolean;
    };

/** A document as the policies need it. One that is gone for good, or never was, has no standing. */
export type DocumentStanding = {
  readonly documentId: DocumentId;
  readonly place: DocumentPlace;
  readonly title: string;
  /** What the place is called; null for a personal one and for the whole school's. */
  readonly placeName: string | null;
  readonly ownerName: string | null;
  /** What the owner has shared with this subject. */
  readonly sharedWithMe: ShareRight | null;
  /** The session's one shared note. */
  readonly isNote: boolean;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly frozenAt: Instant | null;
  /** Handed in as an answer to an assignment, and not taken back: closed to every edit. */
  readonly handedInAt: Instant | null;
  readonly trashedAt: Instant | null;
  /** Its stored updates can no longer be read; the last good state is what is shown (X18). */
  readonly quarantinedAt: Instant | null;
};

export const documentItem = z.object({
  documentId: id<'document'>(),
  kind: documentKind,
  title: z.string(),
  /** The name of its group, session or course; null for a personal document and a template of the whole school. */
  place: z.nullable(z.string()),
  updatedAt: z.number(),
  /** Of a personal document. */
  ownerName: z.nullable(z.string()),
  /** One's own, or of a group that one is in. */
  mine: z.boolean(),
  /** The session's one shared note. */
  isNote: z.boolean(),
  frozen: z.boolean(),
  /** Closed because it was handed in. */
  handedIn: z.boolean(),
  trashed: z.boolean(),
  /** When a document in the trash goes for good. */
  goneAt: z.nullable(z.number()),
  /** Whether it can be edited now: a right, and neither frozen nor in quarantine. */
  mayEdit: z.boolean(),
  mayDelete: z.boolean(),
});
export type DocumentItem = z.infer<typeof documentItem>;

/** What the asking person may do with a document now. What is frozen can be neither edited nor restored. */
export const documentRights = z.object({
  read: z.boolean(),
  edit: z.boolean(),
  history: z.boolean(),
  authorship: z.boolean(),
  restore: z.boolean(),
  /** Opening it again from its last good state, while it is set aside. */
  lift: z.boolean(),
  freeze: z.boolean(),
  delete: z.boolean(),
  share: z.boolean(),
});
export type DocumentRights = z.infer<typeof documentRights>;

/** A place where one may make a document. */
export const creationPlace = z.object({
  kind: documentKind,
  groupId: z.nullable(id<'group'>()),
  sessionId: z.nullable(id<'session'>()),
  courseId: z.nullable(id<'course'>()),
  name: z.nullable(z.string()),
});
export type CreationPlace = z.infer<typeof creationPlace>;
