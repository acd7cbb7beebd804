import {
  VOICE_PART_BYTES,
  type VoicePartRefusal,
  voicePartAnswer,
} from '#shared/features/session/round/voice-note.ts';
import { retryDelayMs } from '../../../../platform/retry-delay.ts';

/** What passes by itself: the part is sent again. */
const PASSES = ['offline', 'try-again', 'too-many-calls'] as const;
type Passing = (typeof PASSES)[number];
const passes = (answer: VoicePartRefusal | Passing): answer is Passing =>
  PASSES.some((one) => one === answer);

/** A part takes this long on the thinnest line that carries a voice at all. */
const SENT_WITHIN_MS = 60_000;

export type Parts = {
  readonly sound: Blob;
  readonly addressOf: (nth: number) => string;
  /** Those that the server has: what is sent is added, and what is in it is not sent. */
  readonly arrived: Set<number>;
  /** After each part, and when the line is gone or back. */
  readonly onMoved: (now: { readonly share: number; readonly waits: boolean }) => void;
  readonly signal: AbortSignal;
};

/**
 * Sends a recording part by part, each until the server has it, over dropped lines and restarts. Null when all are there.
 * @throws when it is given up
 */
export async function sendParts(parts: Parts): Promise<Exclude<VoicePartRefusal, Passing> | null> {
  const { sound, arrived } = parts;
  const count = Math.ceil(sound.size / VOICE_PART_BYTES);
  const moved = (waits: boolean) => parts.onMoved({ share: arrived.size / count, waits });
  moved(false);
  for (let nth = 0; nth < count; nth++) {
    if (arrived.has(nth)) continue;
    for (let tries = 0; ; tries++) {
      const bytes = sound.slice(nth * VOICE_PART_BYTES, (nth + 1) * VOICE_PART_BYTES);
      const answer = await put(parts.addressOf(nth), bytes, parts.signal);
      if (answer === null) break;
      if (!passes(answer)) return answer;
      moved(true);
      await until(retryDelayMs(tries, Math.random()), parts.signal);
    }
    arrived.add(nth);
    moved(false);
  }
  return null;
}

async function put(
  address: string,
  body: Blob,
  signal: AbortSignal,
): Promise<VoicePartRefusal | Passing | null> {
  // Not `AbortSignal.any`: telephones of 2023 lack it.
  const within = new AbortController();
  const end = () => within.abort();
  const timer = setTimeout(end, SENT_WITHIN_MS);
  signal.addEventListener('abort', end);
  try {
    const headers = { 'content-type': 'application/octet-stream', 'x-mellom': '1' };
    const response = await fetch(address, { method: 'PUT', headers, body, signal: within.signal });
    const answer = voicePartAnswer.parse(await response.json());
    return answer.ok ? null : answer.refusal;
  } catch {
    signal.throwIfAborted();
    // No answer, or not one of ours. Whether the part came is not known: it is the same when it comes again.
    return 'offline';
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}

/** After a while, or as soon as the device says that there is a network again. */
function until(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(end, ms);
    addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
