import * as z from 'zod/mini';
import { id, type RoundId, type SessionId, type VoiceNoteId } from '#shared/kernel/ids.ts';

/** A turn in a ring, and no lecture. */
export const VOICE_NOTE_SECONDS_MAX = 180;
/** Four times what a voice takes for so long: some browsers choose how finely they record. */
export const VOICE_NOTE_BYTES_MAX = 3 * 1024 * 1024;
/** Some seconds of speech: what a line that drops makes one send again. */
export const VOICE_PART_BYTES = 32 * 1024;
export const VOICE_PARTS_MAX = VOICE_NOTE_BYTES_MAX / VOICE_PART_BYTES;

/** A turn that somebody recorded in place of saying it. It goes with the round. */
export const voiceNote = z.object({
  id: id<'voice-note'>(),
  personId: id<'person'>(),
  at: z.number(),
  seconds: z.int(),
});
export type VoiceNote = z.infer<typeof voiceNote>;

/** What is wrong with the sound itself. Nothing of it is kept then. */
export const VOICE_NOTE_FAULTS = [
  /** Nothing was recorded, or next to nothing. */
  'empty',
  /** More bytes than `VOICE_NOTE_BYTES_MAX`, or more seconds than `VOICE_NOTE_SECONDS_MAX`. */
  'too-long',
  /** It ends before it says that it does. */
  'cut',
  /** No sound, or of another kind than browsers make here. */
  'not-a-voice-note',
] as const;
export type VoiceNoteFault = (typeof VOICE_NOTE_FAULTS)[number];

/** Why a part of one was not taken. */
export const VOICE_PART_REFUSALS = [
  /** None of the lengths that a part has, or another than had come under its number. */
  'bad-part',
  'too-long',
  'not-joined',
  'no-round',
  'not-your-turn',
  'too-many-calls',
  'signed-out',
  'not-found',
  'try-again',
] as const;
export type VoicePartRefusal = (typeof VOICE_PART_REFUSALS)[number];

/** The answer to a part that was sent. The same part twice is told the same. */
export const voicePartAnswer = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), refusal: z.enum(VOICE_PART_REFUSALS) }),
]);
export type VoicePartAnswer = z.infer<typeof voicePartAnswer>;

/** Where one is heard, by whoever is in its ring. */
export const voiceNoteAddress = (sessionId: SessionId, roundId: RoundId, noteId: VoiceNoteId) =>
  `/api/session/${sessionId}/round/${roundId}/voice-note/${noteId}`;

/** Where a part of one is put: `nth` counts from 0, and every part but the last is `VOICE_PART_BYTES` long. */
export const voicePartAddress = (...[sessionId, roundId, noteId, nth]: PartAddress) =>
  `${voiceNoteAddress(sessionId, roundId, noteId)}/part/${nth}`;
type PartAddress = [...Parameters<typeof voiceNoteAddress>, nth: number];
