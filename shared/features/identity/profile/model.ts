import * as z from 'zod/mini';
import { type Id, id } from '#shared/kernel/ids.ts';

/** Longer than any name in the school's lists, short enough for a row on a phone. */
export const NAME_MAX = 60;
export const PRONOUNS_MAX = 30;
/** Beyond this nothing is read at all. */
const SENT_MAX = 1_000;

/** As it came in; `tidyName` and `tidyPronouns` say what it is. */
const sent = z.string().check(z.maxLength(SENT_MAX));

/** What somebody says of themselves to others. */
export const writtenProfile = z.object({ name: sent, givenName: sent, pronouns: sent });
export type WrittenProfile = z.infer<typeof writtenProfile>;

/** The same as it stands, with the names that the school has. */
export const ownProfile = z.object({
  ...writtenProfile.shape,
  registeredName: z.string(),
  registeredGivenName: z.string(),
  /** Null: a drawing. */
  picture: z.nullable(id<'picture'>()),
});
export type OwnProfile = z.infer<typeof ownProfile>;

export type PictureId = Id<'picture'>;
/** A photo of any telephone; what is kept of it is a small square. */
export const PICTURE_FILE_BYTES_MAX = 15 * 1024 * 1024;
export const PICTURE_FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const;

/** Why a picture of oneself was not taken. */
export const PICTURE_REFUSALS = [
  /** More than `PICTURE_FILE_BYTES_MAX`. */
  'too-large',
  /** More pixels than are opened here. */
  'too-many-pixels',
  /** A kind that browsers cannot show, from certain telephones. */
  'heic',
  /** None of the kinds that we take, or broken. */
  'not-an-image',
  'too-many-calls',
  'signed-out',
  'not-found',
  'try-again',
] as const;
export type PictureRefusal = (typeof PICTURE_REFUSALS)[number];

/** The answer to a picture that was sent. */
export const pictureAnswer = z.union([
  z.object({ ok: z.literal(true), value: z.object({ picture: id<'picture'>() }) }),
  z.object({ ok: z.literal(false), refusal: z.enum(PICTURE_REFUSALS) }),
]);
export type PictureAnswer = z.infer<typeof pictureAnswer>;

/** Where one sends a picture of oneself, and sees it. */
export const OWN_PICTURE_PATH = '/api/profile/picture';
