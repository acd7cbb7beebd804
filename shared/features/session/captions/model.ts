import * as z from 'zod/mini';
import type { Instant } from '#shared/kernel/duration.ts';
import { id } from '#shared/kernel/ids.ts';
import { RETENTION } from '#shared/kernel/retention.ts';

/** A line that is longer is another line: nobody reads more at a glance. */
export const CAPTION_LENGTH_MAX = 160;
/** So many stand at a time. */
export const CAPTION_LINES = 3;
/** So long a line stands, for whoever comes late too. After that it is nowhere. */
export const CAPTION_KEPT_MS = RETENTION.caption;

/** Somebody invited to write for all, or whoever speaks, by their own device. */
export const CAPTION_SOURCES = ['captioner', 'speaker'] as const;
export type CaptionSource = (typeof CAPTION_SOURCES)[number];

/** One line of print: what is written is shown as it is, and nothing in it moves the text around it. */
export const captionText = z
  .string()
  .check(z.maxLength(CAPTION_LENGTH_MAX), z.regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u));

/** A line as it is just now. The same id again is the same line: it grows, is corrected, or is empty and gone. */
export const captionLine = z.object({
  captionId: id<'caption'>(),
  /** Whose text it is: said by the server, never by the one who writes. */
  by: id<'person'>(),
  source: z.enum(CAPTION_SOURCES),
  /** Whose words they are, as the captioner heard it; null where that is not said. */
  speaker: z.nullable(id<'person'>()),
  text: captionText,
  /** Nothing more is written on it; it may still be corrected. */
  done: z.boolean(),
});
export type CaptionLine = z.infer<typeof captionLine>;

/** A line, and when it was last written on. */
export type HeardCaption = { readonly line: CaptionLine; readonly at: Instant };
