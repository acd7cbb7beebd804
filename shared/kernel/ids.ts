import * as z from 'zod/mini';

declare const kind: unique symbol;

/** A UUID that knows what it names, so that a person's id cannot stand where a session's belongs. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type PersonId = Id<'person'>;
export type CohortId = Id<'cohort'>;
export type GroupId = Id<'group'>;
export type CourseId = Id<'course'>;
export type GatheringId = Id<'gathering'>;
export type SessionId = Id<'session'>;
export type SeriesId = Id<'series'>;
export type AgendaItemId = Id<'agenda-item'>;
export type AgendaTemplateId = Id<'agenda-template'>;
export type MessageId = Id<'message'>;
export type RoundId = Id<'round'>;
export type VoiceNoteId = Id<'voice-note'>;
export type RoundTemplateId = Id<'round-template'>;
export type PollId = Id<'poll'>;
export type BreakoutId = Id<'breakout'>;
export type PreparedPollId = Id<'prepared-poll'>;
export type QuizId = Id<'quiz'>;
export type GuestLinkId = Id<'guest-link'>;
export type TeamLineId = Id<'team-line'>;
export type CaptionId = Id<'caption'>;
export type DocumentId = Id<'document'>;
export type VersionId = Id<'version'>;
export type ImageId = Id<'image'>;
export type AssignmentId = Id<'assignment'>;
export type PaperId = Id<'paper'>;
export type SubmissionId = Id<'submission'>;
export type CallId = Id<'call'>;
export type SignInId = Id<'sign-in'>;
export type RoleRequestId = Id<'role-request'>;
export type WelcomeId = Id<'welcome'>;
export type PasskeyId = Id<'passkey'>;
export type ConnectionId = Id<'connection'>;

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A schema for one kind of id: a lower-case UUID and nothing else. */
export function id<Kind extends string>(): z.ZodMiniType<Id<Kind>, string> {
  return z.pipe(
    z.string().check(z.regex(UUID)),
    z.transform((value) => value as Id<Kind>),
  );
}

/**
 * Makes a UUIDv7 (RFC 9562 §5.7) from a moment and 10 random bytes: both are passed in, because
 * `shared` has no clock and no chance of its own.
 */
export function uuidV7<Kind extends string>(unixMs: number, random: Uint8Array): Id<Kind> {
  const bytes = new Uint8Array(16);
  let rest = unixMs;
  for (let place = 5; place >= 0; place--) {
    bytes[place] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const parts = [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ] as const;
  return parts.map(([from, to]) => hex.slice(from, to)).join('-') as Id<Kind>;
}
