import {
  VOICE_NOTE_BYTES_MAX,
  VOICE_NOTE_SECONDS_MAX,
  type VoiceNoteFault,
} from '#shared/features/session/round/voice-note.ts';
import { SECOND_MS } from '#shared/kernel/duration.ts';
import { EBML } from './ebml.ts';
import { checkMp4 } from './mp4.ts';
import { SoundFault } from './sound-fault.ts';
import { readWebm } from './webm-reading.ts';
import { writeWebm } from './webm-writing.ts';

/** What a press and its release leave. */
const SHORTEST_MS = 300;
/** A browser stops when its clock says so, and hands out what it still had. */
const LATE_MS = 5 * SECOND_MS;

/** A voice note as it is kept and heard. */
export type Sound = {
  readonly type: 'audio/webm' | 'audio/mp4';
  readonly bytes: Buffer;
  readonly ms: number;
};

/**
 * What a browser has recorded, if it is a voice and nothing else, told by its bytes and not by what was said of it. WebM is
 * written anew: of the file nothing is kept but its sound.
 */
export function soundIn(file: Buffer): Sound | VoiceNoteFault {
  if (file.length === 0) return 'empty';
  if (file.length > VOICE_NOTE_BYTES_MAX) return 'too-long';
  try {
    if (isMp4(file)) return asKept('audio/mp4', checkMp4(file), () => file);
    if (!isWebm(file)) return 'not-a-voice-note';
    const speech = readWebm(file);
    return asKept('audio/webm', speech.ms, () => writeWebm(speech));
  } catch (error) {
    if (error instanceof SoundFault) return error.fault;
    // A length that leads out of the file.
    if (error instanceof RangeError) return 'cut';
    throw error;
  }
}

const isWebm = (file: Buffer) => file.length >= 4 && file.readUInt32BE() === EBML.header;
const isMp4 = (file: Buffer) => file.toString('latin1', 4, 8) === 'ftyp';

function asKept(type: Sound['type'], ms: number, bytes: () => Buffer): Sound | VoiceNoteFault {
  if (ms < SHORTEST_MS) return 'empty';
  if (ms > VOICE_NOTE_SECONDS_MAX * SECOND_MS + LATE_MS) return 'too-long';
  return { type, bytes: bytes(), ms };
}
