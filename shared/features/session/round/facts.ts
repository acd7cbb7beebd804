import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { round, writtenTurn } from './model.ts';
import { voiceNote } from './voice-note.ts';

const personId = id<'person'>();
const next = round.shape.next;

export const roundFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('round-started'), round }),
  /** The word goes on, or who gets it next is another. `been`: whose turn has been, said or passed. */
  z.object({
    type: z.literal('turn-moved'),
    turn: round.shape.turn,
    next,
    been: z.nullable(personId),
  }),
  z.object({ type: z.literal('turn-written'), turn: writtenTurn }),
  z.object({ type: z.literal('voice-note-given'), note: voiceNote }),
  /** A teacher has let somebody come next: they stand after whoever has the word. */
  z.object({ type: z.literal('ring-ordered'), ring: round.shape.ring, next }),
  z.object({ type: z.literal('ring-joined'), personId }),
  /** By a teacher, or by nobody when everybody has gone. */
  z.object({ type: z.literal('round-ended'), by: z.nullable(personId), at: z.number() }),
]);
export type RoundFact = z.infer<typeof roundFact>;
