import {
  ConnectionQuality,
  DisconnectReason,
  MediaDeviceFailure,
  type Participant,
  type RemoteParticipant,
  Track,
  type TrackPublication,
} from 'livekit-client';
import type {
  DeviceTrouble,
  MediaEnd,
  MediaPeer,
  MediaQuality,
  MediaSource,
} from './media-line.ts';

// What livekit-client says, in terms of `media-line.ts`.

export const SOURCES = {
  microphone: Track.Source.Microphone,
  camera: Track.Source.Camera,
  screen: Track.Source.ScreenShare,
  'screen-audio': Track.Source.ScreenShareAudio,
} as const satisfies Record<MediaSource, Track.Source>;

export const identityOf = (peer: Participant): string => peer.identity;

const SOUNDS: ReadonlySet<MediaSource | undefined> = new Set(['microphone', 'screen-audio']);

/** Undefined for what no line of ours sends: a source that we do not have, or one that carries something else. */
export function sourceOf({ source, kind }: Sent): MediaSource | undefined {
  const entries = Object.entries(SOURCES) as [MediaSource, Track.Source][];
  const [found] = entries.find(([, one]) => one === source) ?? [];
  return SOUNDS.has(found) === (kind === Track.Kind.Audio) ? found : undefined;
}

/** Whether it is to be heard: sound that says it is one's own or a screen's, and nothing else. */
export const isSound = (publication: Sent): boolean => SOUNDS.has(sourceOf(publication));

/** Sends sound that is to be heard, and is not muted. */
export const isHeard = (peer: Participant): boolean =>
  [...peer.trackPublications.values()].some(
    (publication) => isSound(publication) && !publication.isMuted,
  );

type Sent = Pick<TrackPublication, 'source' | 'kind'>;

/** One tab in the room, and what it sends. `unreadable`: our key does not open it. */
export function peerOf(peer: Participant | RemoteParticipant, unreadable: boolean): MediaPeer {
  const tracks = [...peer.trackPublications.values()].flatMap((publication) => {
    const source = sourceOf(publication);
    if (!source) return [];
    const heldBack = publication.track?.streamState === Track.StreamState.Paused;
    return [
      { source, muted: publication.isMuted, received: publication.track !== undefined, heldBack },
    ];
  });
  return {
    identity: peer.identity,
    quality: qualityOf(peer.connectionQuality),
    tracks,
    unreadable,
  };
}

function qualityOf(quality: ConnectionQuality): MediaQuality {
  switch (quality) {
    case ConnectionQuality.Excellent:
    case ConnectionQuality.Good:
      return 'good';
    case ConnectionQuality.Poor:
      return 'poor';
    case ConnectionQuality.Lost:
      return 'lost';
    default:
      return 'unknown';
  }
}

/** The one place where the media server's reasons become ours. What says nothing about us is worth another try. */
export function endOf(reason: DisconnectReason | undefined): MediaEnd {
  switch (reason) {
    case DisconnectReason.DUPLICATE_IDENTITY:
      return 'taken-over';
    case DisconnectReason.PARTICIPANT_REMOVED:
      return 'removed';
    case DisconnectReason.ROOM_DELETED:
    case DisconnectReason.ROOM_CLOSED:
      return 'closed';
    default:
      return 'lost';
  }
}

/** Why a device was not to be had. */
export function troubleOf(error: unknown): DeviceTrouble {
  switch (MediaDeviceFailure.getFailure(error)) {
    case MediaDeviceFailure.PermissionDenied:
      return 'denied';
    case MediaDeviceFailure.NotFound:
      return 'missing';
    case MediaDeviceFailure.DeviceInUse:
      return 'busy';
    default:
      return /insufficient permissions/i.test(String(error)) ? 'locked' : 'other';
  }
}
