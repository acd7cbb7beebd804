import {
  VOICE_PART_BYTES,
  VOICE_PARTS_MAX,
  type VoicePartRefusal,
} from '#shared/features/session/round/voice-note.ts';
import type { RoundId, SessionId, VoiceNoteId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../../../platform/clock.ts';
import type { Caller, Can, SubjectOf } from '../../../../platform/dispatch.ts';
import type { Database, Tx } from '../../../../storage/database.ts';
import { inTransaction } from '../../../../storage/transaction.ts';
import { sessionStanding } from '../../../programme/public.ts';
import { lockAtSeat } from '../../live-session.ts';
import { roundOf } from '../repository.ts';
import { rangeIn, type Stretch } from './range.ts';
import { keepPart, type NoteSize, sizeOfNote, stretchOfNote } from './repository.ts';

export type NoteAsked = {
  readonly sessionId: SessionId;
  readonly roundId: RoundId;
  readonly noteId: VoiceNoteId;
};

/** What is heard of a note: some of it, or all. `unsatisfiable`: what was asked for lies outside it. */
export type Heard = NoteSize &
  ({ readonly stretch: Stretch; readonly bytes: Buffer } | { readonly stretch: 'unsatisfiable' });

/** Voice notes of rounds: taken part by part from whoever has the word, and heard by whoever is in the ring, asked each time. */
export function makeVoiceNotes(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly can: Can;
  readonly subjectOf: SubjectOf;
}) {
  /** Whether one may be in this session's rounds at all. */
  async function admit(tx: Tx, caller: Caller, sessionId: SessionId) {
    const now = parts.clock.now();
    const subject = await parts.subjectOf(tx, caller.personId, caller.signInId, now);
    if (!subject?.active) return 'signed-out';
    const session = await sessionStanding(tx, subject, sessionId, now);
    return session && parts.can(subject, 'round/own', session, { now }) ? 'admitted' : 'not-found';
  }

  return {
    /** Null when it is kept, or was already. */
    takePart(
      caller: Caller,
      { sessionId, roundId, noteId }: NoteAsked,
      nth: number,
      bytes: Buffer,
    ): Promise<VoicePartRefusal | null> {
      return inTransaction(parts.database, 'change', async (tx) => {
        const admitted = await admit(tx, caller, sessionId);
        if (admitted !== 'admitted') return admitted;
        const { personId } = caller;
        if (!(await lockAtSeat(tx, sessionId, personId))) return 'not-joined';
        const held = await roundOf(tx, sessionId);
        if (held?.round.id !== roundId) return 'no-round';
        if (held.round.turn?.personId !== personId) return 'not-your-turn';
        if (nth >= VOICE_PARTS_MAX) return 'too-long';
        if (bytes.length === 0 || bytes.length > VOICE_PART_BYTES) return 'bad-part';
        const isKept = await keepPart(tx, { noteId, sessionId, personId }, nth, bytes);
        return isKept ? null : 'bad-part';
      });
    },

    /** Null for one that is not there, or not for who asks: one answer. */
    hear(
      caller: Caller,
      { sessionId, roundId, noteId }: NoteAsked,
      range: string | undefined,
    ): Promise<Heard | null> {
      return inTransaction(parts.database, 'view', async (tx) => {
        if ((await admit(tx, caller, sessionId)) !== 'admitted') return null;
        const round = (await roundOf(tx, sessionId))?.round;
        if (round?.id !== roundId || !round.ring.includes(caller.personId)) return null;
        const size = await sizeOfNote(tx, sessionId, noteId);
        if (!size) return null;
        const stretch = rangeIn(range, size.length);
        if (stretch === 'unsatisfiable') return { ...size, stretch };
        const { from, length } = stretch;
        return { ...size, stretch, bytes: await stretchOfNote(tx, noteId, from, length) };
      });
    },
  };
}
