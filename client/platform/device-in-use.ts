import { type Room, Track } from 'livekit-client';
import { chosenDevice, type DeviceKind, pluggedIn } from './chosen-devices.ts';

/** What livekit-client and Chromium call the device that the browser takes by itself. Elsewhere it fits none, to the same end. */
const BROWSERS_OWN = 'default';

type InputKind = 'audioinput' | 'videoinput';

const ownTrack = (room: Room, kind: InputKind) => {
  const source = kind === 'videoinput' ? Track.Source.Camera : Track.Source.Microphone;
  return room.localParticipant.getTrackPublication(source)?.track;
};

/** What a microphone or camera is opened on just now, muted or not; what changes its picture is not it. */
const openedOn = (room: Room, kind: InputKind): string | undefined =>
  ownTrack(room, kind)
    ?.mediaStream?.getTracks()
    .find(({ readyState }) => readyState === 'live')
    ?.getSettings().deviceId;

/** Goes over to the chosen device, or to the browser's own where the chosen one is gone. Turns nothing on. */
export async function useDevice(room: Room, kind: DeviceKind): Promise<void> {
  const chosen = await pluggedIn(kind);
  if (kind === 'audiooutput') {
    await room.switchActiveDevice(kind, chosen ?? BROWSERS_OWN);
    return;
  }
  const opened = openedOn(room, kind);
  // Opening anew what is open already would be heard as a gap; and what the browser took in place of one that is gone is as good.
  if (opened && opened === (chosen ?? (chosenDevice(kind) ? opened : BROWSERS_OWN))) return;
  await room.switchActiveDevice(kind, chosen ?? BROWSERS_OWN, chosen !== undefined);
  // Stopped by a teacher while it was being opened: a camera that nobody sees must not burn. What changes its picture stays.
  const track = ownTrack(room, kind);
  if (kind === 'videoinput' && track?.isMuted)
    for (const late of track.mediaStream?.getTracks() ?? []) late.stop();
}

/**
 * Before and after a source is switched on: the device that it was muted with may be gone, or another chosen; and some
 * browsers name a device, so that it can be demanded, only once they have let one in.
 */
export async function freshen(room: Room, kind: InputKind): Promise<void> {
  if (!ownTrack(room, kind)) return;
  if (chosenDevice(kind) !== undefined || !openedOn(room, kind)) await useDevice(room, kind);
}
