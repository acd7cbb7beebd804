import { LocalTrack, LocalVideoTrack, type Room, Track } from 'livekit-client';
import type { OpenDevices, PictureChange } from './media-line.ts';
import { makeProcessor } from './picture-processor.ts';

const GOES_ALONG = [Track.Source.Microphone, Track.Source.Camera] as const;

/** Whoever takes nothing up has changed their mind: no device burns for nobody. */
const TAKEN_WITHIN_MS = 10_000;

/**
 * Leaves the room, and keeps what is sent into it open: the microphone and the camera of somebody who goes to another room,
 * without a gap in the picture or a question by the browser. What is muted or shared ends here.
 */
export function handOver(room: Room): OpenDevices {
  const open = new Map<Track.Source, LocalTrack>();
  const ends: LocalTrack[] = [];
  for (const { source, track } of room.localParticipant.trackPublications.values()) {
    if (!(track instanceof LocalTrack)) continue;
    if (GOES_ALONG.some((one) => one === source) && !track.isMuted) open.set(source, track);
    else ends.push(track);
  }
  const left = room.disconnect(false).catch(() => undefined);
  for (const track of ends) track.stop();
  const stop = () => {
    for (const track of open.values()) track.stop();
    open.clear();
  };
  const timer = setTimeout(stop, TAKEN_WITHIN_MS);
  return {
    async take(source) {
      const name = source === 'camera' ? Track.Source.Camera : Track.Source.Microphone;
      const track = open.get(name);
      open.delete(name);
      // Until then it is still bound to the line that it was sent on.
      await left;
      if (track?.mediaStreamTrack.readyState === 'live') return track;
      track?.stop();
      return undefined;
    },
    stop() {
      clearTimeout(timer);
      stop();
    },
  };
}

/**
 * Sends what another line had open; false when there is nothing of it. A camera is dressed as is wished by now before a frame
 * of it is sent.
 */
export async function sendTaken(
  room: Room,
  taken: unknown,
  change: PictureChange | undefined,
): Promise<boolean> {
  if (!(taken instanceof LocalTrack)) return false;
  try {
    if (taken instanceof LocalVideoTrack) {
      const dressed = taken.getProcessor() !== undefined;
      if (change && !dressed) await taken.setProcessor(makeProcessor(change));
      if (!change && dressed) await taken.stopProcessor();
    }
    await room.localParticipant.publishTrack(taken);
    return true;
  } catch (error) {
    taken.stop();
    throw error;
  }
}
