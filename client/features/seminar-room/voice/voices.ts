import { isVoice, personOf } from '#shared/features/seminar-room/identity.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { MediaPeer } from '../../../platform/media-line.ts';

/** Whose voice comes into the room from outside it, and is heard just now. */
export function voicesAmong(peers: readonly MediaPeer[]): readonly PersonId[] {
  const heard = peers.filter(
    ({ identity, tracks }) =>
      isVoice(identity) && tracks.some(({ source, muted }) => source === 'microphone' && !muted),
  );
  return [...new Set(heard.map(({ identity }) => personOf(identity)))];
}

export function isSameList<One>(a: readonly One[], b: readonly One[]): boolean {
  return a.length === b.length && a.every((one, nth) => one === b[nth]);
}
