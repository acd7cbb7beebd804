import { RemoteVideoTrack, type Room, Track } from 'livekit-client';
import { readingOf, signsOfLife } from './line-reading.ts';
import type { LineReading } from './media-line.ts';

/** By one picture that comes in and by one's own: every report also holds what the whole line counts. */
export async function readLine(room: Room): Promise<LineReading | null> {
  const others = [...room.remoteParticipants.values()]
    .flatMap((peer) => [...peer.videoTrackPublications.values()])
    .filter(({ isMuted }) => !isMuted)
    .map(({ track }) => track)
    .filter((track) => track instanceof RemoteVideoTrack);
  const own = [...room.localParticipant.videoTrackPublications.values()]
    .filter(({ isMuted }) => !isMuted)
    .map(({ videoTrack }) => videoTrack)
    .find((track) => track !== undefined);
  const ownReport = await own?.getRTCStatsReport();
  const report = (await others[0]?.getRTCStatsReport()) ?? ownReport;
  if (!report) return null;
  const heldBack = others.some(({ streamState }) => streamState === Track.StreamState.Paused);
  return readingOf(report, { heldBack, own: ownReport });
}

/** By the first track there is, one's own or another's. */
export async function readLife(room: Room): Promise<number | undefined> {
  for (const peer of [room.localParticipant, ...room.remoteParticipants.values()]) {
    for (const { track } of peer.trackPublications.values()) {
      const report = await track?.getRTCStatsReport();
      if (report) return signsOfLife(report);
    }
  }
  return undefined;
}
