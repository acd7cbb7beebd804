import * as z from 'zod/mini';
import { LANGUAGES } from '#shared/features/identity/sign-in/model.ts';
import { id } from '#shared/kernel/ids.ts';

/** Characters (UTF-16 code units) in one message. */
export const MESSAGE_LENGTH_MAX = 4000;
/** How long a message can be changed after it was sent (docs/access.md row 15). */
export const EDIT_WINDOW_MS = 10 * 60_000;
/** How long words that were taken back can be put back: the ten seconds of the offer, and a line that drops meanwhile. */
export const RESTORE_WINDOW_MS = 60_000;
/** How many messages the live state holds; earlier ones are asked for by `chat/earlier`. */
export const RECENT_MESSAGES = 200;

/** Any control character but line break and tab. */
const CONTROL_CHARACTER = /[^\P{Cc}\n\t]/u;

/** Trimmed, not empty, no control characters but line breaks and tabs, no lone surrogates. */
export const messageText = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(MESSAGE_LENGTH_MAX),
  z.refine((text) => text.isWellFormed() && !CONTROL_CHARACTER.test(text)),
);

/**
 * 128 bits in hex from the browser that takes words back. It makes the fingerprint by which the server knows them again,
 * and is kept in that browser alone: without it, a fingerprint says nothing of the words.
 */
export const undoKey = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/** The language of the writer's interface, which is the best that is known of that of the words. */
export const writtenIn = z.enum(LANGUAGES);

/** What one can say to others' words without writing: six, the same everywhere, in words and not in signs. */
export const MESSAGE_REACTIONS = [
  'recognise',
  'agree',
  'thanks',
  'warmth',
  'thinking',
  'glad',
] as const;
export const messageReaction = z.enum(MESSAGE_REACTIONS);
export type MessageReaction = z.infer<typeof messageReaction>;

/** A message as it is said. */
export const saidMessage = z.object({
  id: id<'message'>(),
  by: id<'person'>(),
  /** The name at the time of writing, so that it stays readable when the person is no longer on the list. */
  byName: z.string(),
  at: z.number(),
  /** Empty while deleted. */
  text: z.string(),
  /** For whoever reads aloud (SC 3.1.2); null where nobody has said. */
  lang: z.nullable(writtenIn),
  replyTo: z.nullable(id<'message'>()),
  editedAt: z.nullable(z.number()),
  deletedAt: z.nullable(z.number()),
  /** A teacher wrote it to every room of a split session. */
  toAll: z.optional(z.boolean()),
});
export type SaidMessage = z.infer<typeof saidMessage>;

/** The same, with what others have done with it and said to it: one reaction of each person, in the order they came. */
export const chatMessage = z.extend(saidMessage, {
  /** When a teacher hid it: then its text is empty. Which teacher stands in the hosts' log. */
  hiddenAt: z.nullable(z.number()),
  reactions: z.array(z.object({ by: id<'person'>(), reaction: messageReaction })),
});
export type ChatMessage = z.infer<typeof chatMessage>;

/** The latest messages, oldest first, in the order of the channel's revisions. */
export const chat = z.object({ messages: z.array(chatMessage), hasEarlier: z.boolean() });
export type Chat = z.infer<typeof chat>;
