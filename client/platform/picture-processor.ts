import type { Track, TrackProcessor } from 'livekit-client';
import { type ChangedPicture, DeviceFailure, type PictureChange } from './media-line.ts';

/**
 * A change of picture as livekit-client wants it. One for each camera track: it dies with the track, and outlives
 * the camera being off and on.
 */
export function makeProcessor(change: PictureChange): TrackProcessor<Track.Kind.Video> {
  let changed: ChangedPicture | undefined;
  return {
    name: 'mellom-picture',
    async init({ track }) {
      try {
        changed = await change(track);
      } catch (error) {
        // Nobody else stops a camera whose picture was never sent.
        track.stop();
        throw new DeviceFailure('unchanged', error);
      }
    },
    async restart({ track }) {
      changed?.replace(track);
    },
    async destroy() {
      changed?.stop();
      changed = undefined;
    },
    get processedTrack() {
      return changed?.track as MediaStreamTrack;
    },
  };
}
