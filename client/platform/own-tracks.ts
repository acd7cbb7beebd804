import { AudioPresets, LocalAudioTrack, LocalVideoTrack, type Room, Track } from 'livekit-client';
import { wishFor } from './chosen-devices.ts';
import { freshen } from './device-in-use.ts';
import { bytesIn } from './line-reading.ts';
import type { OwnSound, PictureChange } from './media-line.ts';
import { soundWish } from './noise.ts';
import { makeProcessor } from './picture-processor.ts';

/** Turns a device of one's own on or off, as the person has chosen it. */
export async function switchOwn(
  room: Room,
  source: 'microphone' | 'camera' | 'screen',
  on: boolean,
  change: PictureChange | undefined,
): Promise<void> {
  const own = room.localParticipant;
  if (source === 'microphone') {
    if (on) await freshen(room, 'audioinput');
    await own.setMicrophoneEnabled(on, { ...(await wishFor('audioinput')), ...soundWish() });
    if (on) await freshen(room, 'audioinput');
  } else if (source === 'camera') {
    if (on) await freshen(room, 'videoinput');
    // Before the first frame is sent: a room that is to be hidden is never shown for a moment.
    const processor = on && change ? { processor: makeProcessor(change) } : {};
    await own.setCameraEnabled(on, { ...(await wishFor('videoinput')), ...processor });
    if (on) await freshen(room, 'videoinput');
  } else
    await own.setScreenShareEnabled(
      on,
      {
        // With the computer's own sound the others' voices would come back to them.
        audio: { restrictOwnAudio: true },
        contentHint: 'detail',
        selfBrowserSurface: 'exclude',
        surfaceSwitching: 'include',
        systemAudio: 'include',
      },
      // What is shared is as often music or a film as a voice.
      { audioPreset: AudioPresets.music },
    );
}

const ownMicrophone = (room: Room): LocalAudioTrack | undefined => {
  const { track } = room.localParticipant.getTrackPublication(Track.Source.Microphone) ?? {};
  return track instanceof LocalAudioTrack ? track : undefined;
};

/** What one's own microphone gives just now; undefined when it is not open. */
export function openMicrophone(room: Room): MediaStreamTrack | undefined {
  const track = ownMicrophone(room);
  return track && !track.isMuted ? track.mediaStreamTrack : undefined;
}

/** Changes the picture of a camera that is there already, on or off. */
export async function dressCamera(room: Room, change: PictureChange | undefined): Promise<void> {
  const camera = room.localParticipant.getTrackPublication(Track.Source.Camera)?.track;
  if (!(camera instanceof LocalVideoTrack)) return;
  if (change) await camera.setProcessor(makeProcessor(change));
  else if (camera.getProcessor()) await camera.stopProcessor();
}

/** Takes up what has been chosen for the microphone's sound, live. Whoever is muted stays so. */
export async function renewMicrophone(room: Room): Promise<void> {
  const track = ownMicrophone(room);
  // A track that has ended takes its wishes up when it is asked for anew.
  if (track?.mediaStreamTrack.readyState !== 'live') return;
  const wished = soundWish();
  await track.applyConstraints(wished).catch(() => undefined);
  const { noiseSuppression } = track.mediaStreamTrack.getSettings();
  // Most browsers decide it when they open the microphone, and say nothing to a later wish.
  if (noiseSuppression !== undefined && noiseSuppression !== wished.noiseSuppression)
    await track.restartTrack({ ...(await wishFor('audioinput')), ...wished });
}

/** Asks the browser for the microphone anew. */
export async function reviveMicrophone(room: Room): Promise<void> {
  const wished = { ...(await wishFor('audioinput')), ...soundWish() };
  await ownMicrophone(room)?.restartTrack(wished);
}

/** How one's own open microphone is; undefined when it is not open. */
export async function readOwnSound(room: Room): Promise<OwnSound | undefined> {
  const track = ownMicrophone(room);
  if (!track || track.isMuted) return undefined;
  const device = track.mediaStreamTrack;
  const stats = await track.getRTCStatsReport();
  const all = [...(stats?.values() ?? [])];
  const source = all.find((one) => one.type === 'media-source');
  const dead = device.readyState === 'ended' || device.muted;
  return {
    dead,
    energy: source?.totalAudioEnergy,
    sent: all.find((one) => one.type === 'outbound-rtp')?.bytesSent,
    heard: stats && bytesIn(stats),
  };
}
