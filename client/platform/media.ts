import {
  AudioPresets,
  ConnectionState,
  RemoteAudioTrack,
  type RemoteTrackPublication,
  Room,
  RoomEvent,
  setLogLevel,
  type Track,
  TrackEvent,
  type TrackPublication,
  VideoPresets,
} from 'livekit-client';
import { chosenDevice } from './chosen-devices.ts';
import { useDevice } from './device-in-use.ts';
import {
  endOf,
  identityOf,
  isHeard,
  isSound,
  peerOf,
  SOURCES,
  sourceOf,
  troubleOf,
} from './livekit-terms.ts';
import { startEncryption, wasWrongKey } from './media-encryption.ts';
import { handOver, sendTaken } from './media-handover.ts';
import {
  DeviceFailure,
  type MediaLine,
  type MediaListener,
  type MediaSource,
  type OpenDevices,
  type PictureChange,
} from './media-line.ts';
import {
  dressCamera,
  openMicrophone,
  readOwnSound,
  renewMicrophone,
  reviveMicrophone,
  switchOwn,
} from './own-tracks.ts';
import { readLife, readLine } from './room-reading.ts';

// It would write names of rooms and people on the console; what matters of it is shown in words.
setLogLevel('silent');

/** The media server answers within a second or not at all; a phone on a train gets more. */
const CONNECT_TIMEOUT_MS = 15_000;

/**
 * A line by livekit-client. It carries nothing before `connect`, and asks for no device before `send`. With a key,
 * everything that it sends and hears is encrypted from browser to browser.
 */
export function makeMediaLine(hear: MediaListener, key?: string): MediaLine {
  const encryption = key === undefined ? undefined : startEncryption(key);
  const room = new Room({
    ...encryption?.options,
    adaptiveStream: true,
    dynacast: true,
    // Through an AudioContext, iOS would fall silent in the background (client-sdk-js#1116).
    webAudioMix: false,
    audioOutput: { deviceId: chosenDevice('audiooutput') ?? 'default' },
    videoCaptureDefaults: { resolution: VideoPresets.h720.resolution },
    publishDefaults: {
      videoCodec: 'vp8',
      simulcast: true,
      videoSimulcastLayers: [VideoPresets.h180, VideoPresets.h360],
      audioPreset: AudioPresets.speech,
      // Redundant sound and second codecs cannot be encrypted.
      ...(encryption ? { red: false, backupCodec: false } : {}),
    },
  });
  /** Tabs whose frames our key does not open. Coming back, with another key perhaps, they are heard anew. */
  const unreadable = new Set<string>();
  const changed = gathered(hear.changed);
  /** Sources that we are switching off ourselves, so that their end is no news. */
  const switchingOff = new Set<Track.Source>();
  /** Sources whose device has ended; livekit-client looks for another, and says that it stopped when there is none. */
  const lost = new Set<Track.Source>();
  let leaving = false;
  let pictureChange: PictureChange | undefined;
  /** What the line before this one had open. */
  let inherited: OpenDevices | undefined;
  hearRoom();

  function hearRoom(): void {
    const takeSound = (publication: RemoteTrackPublication) => {
      if (isSound(publication)) publication.setSubscribed(true);
      changed();
    };
    room
      .on(RoomEvent.TrackPublished, takeSound)
      .on(RoomEvent.ParticipantConnected, (peer) => {
        unreadable.delete(peer.identity);
        for (const publication of peer.trackPublications.values()) takeSound(publication);
      })
      .on(RoomEvent.TrackSubscribed, (track, publication) => {
        if (track instanceof RemoteAudioTrack && isSound(publication)) playSound(track);
        changed();
      })
      .on(RoomEvent.TrackUnsubscribed, (track) => {
        for (const element of track.detach()) element.remove();
        changed();
      })
      .on(RoomEvent.TrackMuted, (publication, peer) => {
        if (peer === room.localParticipant) ownStopped(publication);
        changed();
      })
      .on(RoomEvent.LocalTrackUnpublished, (publication) => {
        ownStopped(publication);
        changed();
      })
      .on(RoomEvent.LocalTrackPublished, ({ source, track }) => {
        track?.on(TrackEvent.Ended, () => lost.add(source));
        track?.on(TrackEvent.Restarted, () => lost.delete(source));
        changed();
      })
      .on(RoomEvent.EncryptionError, (error, peer) => {
        if (!peer || !wasWrongKey(error)) return;
        unreadable.add(peer.identity);
        changed();
      })
      .on(RoomEvent.ActiveSpeakersChanged, (peers) =>
        hear.speaking(peers.filter(isHeard).map(identityOf)),
      )
      .on(RoomEvent.AudioPlaybackStatusChanged, () => hear.soundBlocked(!room.canPlaybackAudio))
      .on(RoomEvent.Reconnecting, hear.dropped)
      .on(RoomEvent.Reconnected, () => {
        // Arrivals and departures during the drop are not all replayed (client-sdk-js#561).
        for (const peer of room.remoteParticipants.values())
          for (const publication of peer.trackPublications.values()) takeSound(publication);
        hear.mended();
        changed();
      })
      .on(RoomEvent.Disconnected, (reason) => {
        changed();
        if (!leaving) hear.ended(endOf(reason));
      });
    for (const event of [
      RoomEvent.ParticipantDisconnected,
      RoomEvent.TrackUnpublished,
      RoomEvent.TrackUnmuted,
      RoomEvent.TrackStreamStateChanged,
      RoomEvent.ConnectionQualityChanged,
      RoomEvent.ParticipantPermissionsChanged,
    ] as const)
      room.on(event, changed);
  }

  function ownStopped(publication: TrackPublication): void {
    const source = sourceOf(publication);
    const unplugged = lost.delete(publication.source);
    if (!source || leaving || switchingOff.has(publication.source)) return;
    // A line that ends, or that the library makes anew, takes everything down with it a moment before it says so.
    queueMicrotask(() => {
      if (room.state === ConnectionState.Connected) hear.ownStopped(source, unplugged);
    });
  }

  const remote = (identity: string, source: MediaSource): RemoteTrackPublication | undefined =>
    [...(room.remoteParticipants.get(identity)?.trackPublications.values() ?? [])].find(
      (publication) => sourceOf(publication) === source,
    );

  async function leave(): Promise<void> {
    leaving = true;
    await room.disconnect();
  }

  return {
    async connect(url, token) {
      leaving = false;
      await encryption?.begin(room);
      const timeout = {
        websocketTimeout: CONNECT_TIMEOUT_MS,
        peerConnectionTimeout: CONNECT_TIMEOUT_MS,
      };
      await room.connect(url, token, { autoSubscribe: false, maxRetries: 0, ...timeout });
      for (const peer of room.remoteParticipants.values())
        for (const publication of peer.trackPublications.values())
          if (isSound(publication)) publication.setSubscribed(true);
      hear.soundBlocked(!room.canPlaybackAudio);
      changed();
    },
    leave,
    async close() {
      inherited?.stop();
      await leave();
      encryption?.end();
    },
    handOver() {
      inherited?.stop();
      leaving = true;
      encryption?.end();
      return handOver(room);
    },
    takeOver(devices) {
      inherited = devices;
    },
    own: () => peerOf(room.localParticipant, false),
    others: () =>
      [...room.remoteParticipants.values()].map((peer) =>
        peerOf(peer, unreadable.has(peer.identity)),
      ),
    async send(source, on) {
      if (!on) switchingOff.add(SOURCES[source]);
      try {
        const change = pictureChange;
        const taken = on && source !== 'screen' ? await inherited?.take(source) : undefined;
        if (!(await sendTaken(room, taken, change))) await switchOwn(room, source, on, change);
        // Chosen anew while the camera was being opened.
        if (change !== pictureChange) await dressCamera(room, pictureChange);
      } catch (error) {
        throw error instanceof DeviceFailure ? error : new DeviceFailure(troubleOf(error), error);
      } finally {
        switchingOff.delete(SOURCES[source]);
        changed();
      }
    },
    async changePicture(change) {
      pictureChange = change;
      await dressCamera(room, pictureChange);
    },
    async useDevice(kind) {
      try {
        await useDevice(room, kind);
      } catch (error) {
        throw new DeviceFailure(troubleOf(error), error);
      } finally {
        changed();
      }
    },
    renewMicrophone: () => renewMicrophone(room),
    ownSound: () => readOwnSound(room),
    reviveMicrophone: () => reviveMicrophone(room),
    microphone: () => openMicrophone(room),
    receive(identity, source, wanted) {
      const publication = remote(identity, source);
      if (publication && publication.isDesired !== wanted) publication.setSubscribed(wanted);
    },
    show(identity, source, into) {
      const isOwn = identity === room.localParticipant.identity;
      const track = isOwn
        ? room.localParticipant.getTrackPublication(SOURCES[source])?.videoTrack
        : remote(identity, source)?.videoTrack;
      track?.attach(into);
      return () => void track?.detach(into);
    },
    async soundBytes() {
      const bytes = new Map<string, number>();
      for (const { identity } of room.remoteParticipants.values()) {
        const publication = remote(identity, 'microphone');
        if (!(publication?.track instanceof RemoteAudioTrack) || publication.isMuted) continue;
        const stats = await publication.track.getReceiverStats();
        bytes.set(identity, stats?.bytesReceived ?? 0);
      }
      return bytes;
    },
    read: () => readLine(room),
    signsOfLife: () => readLife(room),
    async takeSoundAnew(identity) {
      const publication = remote(identity, 'microphone');
      publication?.setSubscribed(false);
      await new Promise((done) => setTimeout(done, 250));
      publication?.setSubscribed(true);
    },
    startSound: () => room.startAudio(),
  };
}

/** An element of its own, outside what Solid draws: sound goes on whoever is on the screen. */
function playSound(track: RemoteAudioTrack): void {
  const element = track.attach();
  element.hidden = true;
  document.body.append(element);
}

/** Calls at most once for everything that happens in the same moment. */
function gathered(call: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    queueMicrotask(() => {
      asked = false;
      call();
    });
  };
}
