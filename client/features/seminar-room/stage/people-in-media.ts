import { personOf } from '#shared/features/seminar-room/identity.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { MediaPeer, MediaQuality, MediaSource } from '../../../platform/media-line.ts';

/** Heard, here but silent, or not in the sound at all: three states that must never look alike (bigbluebutton#23732). */
export type MicrophoneState = 'live' | 'muted' | 'no-sound';

/** One person as the media line shows them, whatever number of devices they brought. */
export type PersonInMedia = {
  readonly personId: PersonId;
  readonly microphone: MicrophoneState;
  /** The device whose camera is on, if any. */
  readonly camera: Shown | null;
  readonly screen: Shown | null;
  readonly quality: MediaQuality;
  /** One holds another key than this person: neither hears the other. */
  readonly unreadable: boolean;
};

export type Shown = {
  readonly identity: string;
  /** The picture is here. False while it is on its way, or not asked for. */
  readonly received: boolean;
  /** Held back to save this line. */
  readonly heldBack: boolean;
};

/** Gathers devices into people. */
export function peopleInMedia(peers: readonly MediaPeer[]): readonly PersonInMedia[] {
  const byPerson = new Map<PersonId, MediaPeer[]>();
  for (const peer of peers) {
    const personId = personOf(peer.identity);
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), peer]);
  }
  return [...byPerson].map(([personId, devices]) => ({
    personId,
    microphone: devices.some((peer) => sends(peer, 'microphone')) ? 'live' : 'muted',
    camera: shown(devices, 'camera'),
    screen: shown(devices, 'screen'),
    quality: best(devices.map((peer) => peer.quality)),
    unreadable: devices.some((peer) => peer.unreadable),
  }));
}

function sends(peer: MediaPeer, source: MediaSource): boolean {
  return peer.tracks.some((track) => track.source === source && !track.muted);
}

function shown(devices: readonly MediaPeer[], source: MediaSource): Shown | null {
  for (const { identity, tracks } of devices) {
    const track = tracks.find((one) => one.source === source && !one.muted);
    if (track) return { identity, received: track.received, heldBack: track.heldBack };
  }
  return null;
}

/** A person is as well connected as the best of their devices: the phone in the pocket does not count. */
function best(qualities: readonly MediaQuality[]): MediaQuality {
  return (
    (['good', 'poor', 'unknown', 'lost'] as const).find((one) => qualities.includes(one)) ??
    'unknown'
  );
}
