import * as z from 'zod/mini';
import { type DocumentId, type ImageId, id } from '#shared/kernel/ids.ts';

/** What a camera of today gives, and more than anybody waits for on a train. */
export const IMAGE_FILE_BYTES_MAX = 25 * 1024 * 1024;
/** A description says what the picture shows; what needs more words belongs in the text. */
export const ALT_LENGTH_MAX = 300;
/** What can be sent: what every browser and telephone makes. All are redrawn as one kind. */
export const IMAGE_FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const;

/** Why a picture was not taken. */
export const IMAGE_REFUSALS = [
  /** More than `IMAGE_FILE_BYTES_MAX`. */
  'too-large',
  /** More pixels than are opened here. */
  'too-many-pixels',
  /** A kind that browsers cannot show, from certain telephones. */
  'heic',
  /** None of the kinds that we take, or broken. */
  'not-an-image',
  /** The document has as many as it can hold. */
  'too-many',
  /** The person has used up their room. */
  'no-room',
  'frozen',
  'too-many-calls',
  'signed-out',
  'not-found',
  'try-again',
] as const;
export type ImageRefusal = (typeof IMAGE_REFUSALS)[number];

/** The answer to a picture that was sent. */
export const imageAnswer = z.union([
  z.object({
    ok: z.literal(true),
    value: z.object({ imageId: id<'image'>(), width: z.number(), height: z.number() }),
  }),
  z.object({ ok: z.literal(false), refusal: z.enum(IMAGE_REFUSALS) }),
]);
export type ImageAnswer = z.infer<typeof imageAnswer>;

/** Where pictures of a document are sent to. */
export const imagesAddress = (documentId: DocumentId) => `/api/document/${documentId}/image`;

/** Where one is shown from, to whoever may read the document. */
export const imageAddress = (documentId: DocumentId, imageId: ImageId) =>
  `${imagesAddress(documentId)}/${imageId}`;
