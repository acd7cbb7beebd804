import {
  VOICE_NOTE_BYTES_MAX,
  VOICE_NOTE_SECONDS_MAX,
} from '#shared/features/session/round/voice-note.ts';
import { SECOND_MS } from '#shared/kernel/duration.ts';
import { wishFor } from '../../../../platform/chosen-devices.ts';
import { soundWish } from '../../../../platform/noise.ts';

/** What browsers record, the one that most can play first. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4;codecs=mp4a.40.2'] as const;
/** Plenty for a voice, and a note of three minutes is well within what is taken. */
const BITS_PER_SECOND = 32_000;
/** How often the recorder hands out what it has: what is more is lost if the page dies. */
const HANDS_OUT_EVERY_MS = 1_000;

/** What was recorded, on this device alone. */
export type Take = {
  readonly sound: Blob;
  readonly ms: number;
  /** Why it ended: by a press, because it was as long as it may be, or because the microphone went. */
  readonly ended: 'pressed' | 'full' | 'lost';
};

/** A recording that is going on. */
export type Recording = {
  readonly stream: MediaStream;
  readonly since: number;
  readonly stop: () => void;
  /** Resolves when it is over; undefined where nothing was recorded. */
  readonly take: Promise<Take | undefined>;
};

const typeHere = () => TYPES.find((type) => MediaRecorder.isTypeSupported(type));

type WithPolicy = Document & {
  readonly featurePolicy?: { readonly allowsFeature: (name: string) => boolean };
};

/** Whether this browser can record a voice, on a page that may ask for the microphone. */
export function canRecord(): boolean {
  return (
    typeof MediaRecorder !== 'undefined' &&
    navigator.mediaDevices?.getUserMedia !== undefined &&
    typeHere() !== undefined &&
    (document as WithPolicy).featurePolicy?.allowsFeature('microphone') !== false
  );
}

/** Asks for the microphone, and begins. @throws what the browser says where it gives none */
export async function beginRecording(): Promise<Recording> {
  const audio = { ...(await wishFor('audioinput')), ...soundWish(), channelCount: 1 };
  const stream = await navigator.mediaDevices.getUserMedia({ audio });
  try {
    return record(stream);
  } catch (error) {
    letGo(stream);
    throw error;
  }
}

function record(stream: MediaStream): Recording {
  const mimeType = typeHere();
  const recorder = new MediaRecorder(stream, {
    ...(mimeType && { mimeType }),
    audioBitsPerSecond: BITS_PER_SECOND,
  });
  const chunks: Blob[] = [];
  const since = Date.now();
  let bytes = 0;
  let isFull = false;
  let ended: Take['ended'] | undefined;
  const stop = (why: Take['ended']) => {
    if (recorder.state === 'inactive') return;
    ended = why;
    recorder.stop();
  };
  const full = setTimeout(() => stop('full'), VOICE_NOTE_SECONDS_MAX * SECOND_MS);
  const take = new Promise<Take | undefined>((resolve) => {
    recorder.addEventListener('dataavailable', ({ data }) => {
      // What would be too much to send is not taken: the recording ends before it.
      isFull ||= bytes + data.size > VOICE_NOTE_BYTES_MAX;
      if (isFull) return stop('full');
      bytes += data.size;
      chunks.push(data);
    });
    recorder.addEventListener('stop', () => {
      clearTimeout(full);
      letGo(stream);
      const ms = Math.min(Date.now() - since, VOICE_NOTE_SECONDS_MAX * SECOND_MS);
      const sound = new Blob(chunks, { type: recorder.mimeType });
      // A recorder whose microphone is unplugged stops by itself.
      resolve(bytes > 0 ? { sound, ms, ended: ended ?? 'lost' } : undefined);
    });
  });
  recorder.start(HANDS_OUT_EVERY_MS);
  return { stream, since, stop: () => stop('pressed'), take };
}

function letGo(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
