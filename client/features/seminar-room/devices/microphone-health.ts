import type { Instant } from '#shared/kernel/duration.ts';
import type { OwnSound } from '../../../platform/media-line.ts';

/** A room in which nobody speaks still hums. Nothing at all for so long comes from a switch, or from the wrong plug. */
const SILENT_MS = 10_000;
/** Energy per second (1 is the loudest) under which it is not a quiet room: about -100 dB. */
const NOTHING = 1e-10;

/** How one's own open microphone has been lately. */
export type MicrophoneHealth =
  | { readonly status: 'closed' }
  | {
      readonly status: 'open';
      readonly energy: number;
      readonly at: Instant;
      /** Since when nothing at all has been heard; null when something was. */
      readonly silentSince: Instant | null;
    }
  /** The browser gives nothing of it any more: it must be asked for anew. */
  | { readonly status: 'dead' };

/** Carries it on by one reading. A browser that does not tell is believed to hear. */
export function readMicrophone(
  before: MicrophoneHealth,
  sound: Pick<OwnSound, 'dead' | 'energy'> | undefined,
  now: Instant,
): MicrophoneHealth {
  if (!sound) return { status: 'closed' };
  if (sound.dead) return { status: 'dead' };
  if (sound.energy === undefined) return { status: 'closed' };
  const { energy } = sound;
  if (before.status !== 'open') return { status: 'open', energy, at: now, silentSince: now };
  const heard = energy - before.energy > (NOTHING * (now - before.at)) / 1_000;
  const silentSince = heard ? null : (before.silentSince ?? before.at);
  return { status: 'open', energy, at: now, silentSince };
}

/** What should be said of it, if anything. */
export function complaintOf(health: MicrophoneHealth, now: Instant): 'silent' | 'dead' | undefined {
  if (health.status === 'dead') return 'dead';
  if (health.status === 'closed' || health.silentSince === null) return undefined;
  return now - health.silentSince >= SILENT_MS ? 'silent' : undefined;
}
