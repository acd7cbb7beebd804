import * as z from 'zod/mini';
import type { Instant } from '#shared/kernel/duration.ts';
import { HOUR_MS } from '#shared/kernel/duration.ts';
import {
  type DocumentId,
  type ImageId,
  id,
  type PaperId,
  type PersonId,
  type SubmissionId,
} from '#shared/kernel/ids.ts';
import type { AssignmentStanding, Holder } from '../assignment/model.ts';

/** From so long before the due time those who have confirmed may hand in without the others (ASG-12). */
export const HAND_IN_ALONE_MS = 24 * HOUR_MS;

/** SHA-256 of a text's canonical form (docs/decisions/0044), as 64 hexadecimal digits. */
export const fingerprint = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Somebody says that a text may be handed in: that very text, so its fingerprint stands beside the name. */
export const confirmation = z.object({
  personId: id<'person'>(),
  fingerprint,
  at: z.number(),
});
export type Confirmation = z.infer<typeof confirmation>;

/** Somebody asks those they answer with to wait before they hand in. */
export const wait = z.object({ personId: id<'person'>(), at: z.number() });
export type Wait = z.infer<typeof wait>;

/** How a member stood to the text when it was handed in. */
export const memberStanding = z.enum(['confirmed', 'earlier-text', 'silent']);
export type MemberStanding = z.infer<typeof memberStanding>;

/** What was handed in last, and is not taken back. */
export const submissionGlance = z.object({
  submissionId: id<'submission'>(),
  at: z.number(),
  /** Handed in after the time that was due then. */
  late: z.boolean(),
  fingerprint,
  words: z.number(),
});
export type SubmissionGlance = z.infer<typeof submissionGlance>;

export const handedIn = z.object({
  ...submissionGlance.shape,
  by: id<'person'>(),
  members: z.array(z.object({ personId: id<'person'>(), standing: memberStanding })),
});
export type HandedIn = z.infer<typeof handedIn>;

/** Who took back what was handed in last, and when. */
const takenBack = z.object({ by: id<'person'>(), at: z.number() });
export type TakenBack = z.infer<typeof takenBack>;

/** Where a picture that was handed in is shown from, to whoever may read what was handed in. */
export const submissionImageAddress = (submissionId: SubmissionId, imageId: ImageId) =>
  `/api/submission/${submissionId}/image/${imageId}`;

/** How far those who answer together have come. */
export const paperState = z.object({
  confirmations: z.array(confirmation),
  waits: z.array(wait),
  handedIn: z.nullable(handedIn),
  /** Until something is handed in again. */
  takenBack: z.nullable(takenBack),
});
export type PaperState = z.infer<typeof paperState>;

export const NOTHING_YET: PaperState = {
  confirmations: [],
  waits: [],
  handedIn: null,
  takenBack: null,
};

/** The answer of a group, or of one person, with what a subject is to it just now. */
export type PaperStanding = {
  readonly assignment: AssignmentStanding;
  readonly holder: Holder;
  /** A member of that group, or that person; and a student of the cohort. */
  readonly mine: boolean;
  readonly groupName: string | null;
  /** Null until somebody has begun. */
  readonly paperId: PaperId | null;
  /** Null also when it is in the trash, or gone. */
  readonly documentId: DocumentId | null;
  /** Of a submission that is asked about: whether it was taken back. */
  readonly takenBack: boolean;
};

/** What the rules decide about: a paper as it stands. */
export type Paper = PaperState & {
  readonly members: readonly PersonId[];
  readonly dueAt: Instant;
};

/** The text that is about to be confirmed or handed in. */
export type TextNow = {
  readonly fingerprint: string;
  /** Of those who answer: what the template said is not counted with them. */
  readonly words: number;
  readonly fromTemplate: number;
};
