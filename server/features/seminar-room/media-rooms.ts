import {
  type ParticipantInfo,
  RoomServiceClient,
  type TrackInfo,
  TrackSource,
  TrackType,
} from 'livekit-server-sdk';
import { personOf } from '#shared/features/seminar-room/identity.ts';
import { SOURCES, type Source } from '#shared/features/seminar-room/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { MediaServer, MediaState } from '../../platform/livekit/media-server.ts';
import type { MediaEndpoint } from '../../platform/livekit/settings.ts';
import { checkRoomOf, isCheckRoom } from './identity.ts';
import type { RoomId } from './place.ts';

/** What our slice needs of the media server's process. */
export type Media = Pick<MediaServer, 'state' | 'endpoint' | 'whenChanged'>;

/** One tab in a room, as the media server sees it just now. */
export type InRoom = {
  readonly room: RoomId;
  readonly identity: string;
  readonly personId: PersonId;
  /** The media server's name for this visit. */
  readonly sid: string;
  readonly maySend: readonly Source[];
  readonly mayHear: boolean;
  readonly tracks: readonly Sent[];
};

/** Something that a tab sends. */
export type Sent = {
  readonly sid: string;
  /** What it says it is: the media server asks no further when it looks for the right. */
  readonly source: Source;
  /** What it carries is what it says: sound from a microphone, pictures from a camera. */
  readonly fits: boolean;
  /** Somebody's own sound, whatever it says it is. That of a shared screen goes with the screen. */
  readonly isVoice: boolean;
  readonly muted: boolean;
};

/** The media server cannot be asked just now. */
export class MediaUnavailable extends Error {
  override readonly name = 'MediaUnavailable';
}

const ANSWERS_WITHIN_S = 3;
/** An empty room is kept this long, and one that somebody has just left this long. */
const EMPTY_TIMEOUT_S = 300;
const DEPARTURE_TIMEOUT_S = 60;
const PARTICIPANTS_MAX = 250;
/** So long a room that was made is not made again. A media server takes longer to die, and to be seen dead. */
const STANDS_MS = 1_000;
/** A room for trying the line is for one try. */
const CHECK_EMPTY_TIMEOUT_S = 30;
const CHECK_DEPARTURE_TIMEOUT_S = 5;

export const TRACK_SOURCES: Readonly<Record<Source, TrackSource>> = {
  microphone: TrackSource.MICROPHONE,
  camera: TrackSource.CAMERA,
  screen: TrackSource.SCREEN_SHARE,
  'screen-audio': TrackSource.SCREEN_SHARE_AUDIO,
};

export type MediaRooms = ReturnType<typeof makeMediaRooms>;

/**
 * The rooms of the media server; a room's name is its breakout's id, or the session's. Every call may throw `MediaUnavailable`: the server
 * holds nothing that we do not know, and is asked again.
 */
export function makeMediaRooms(media: Media) {
  /** Rooms that are being made, or have been a moment ago: a whole class asks for a pass at once. */
  const made = new Map<RoomId, Promise<unknown>>();

  async function ask<T>(question: (client: RoomServiceClient) => Promise<T>): Promise<T> {
    const endpoint = media.endpoint();
    if (!endpoint || media.state().status !== 'ready') throw new MediaUnavailable();
    try {
      return await question(clientOf(endpoint));
    } catch (error) {
      // Whatever answers next may be another, which knows no rooms.
      made.clear();
      throw new MediaUnavailable('the media server did not do as asked', { cause: error });
    }
  }

  /** Who or what has gone in the meantime needs nothing more. */
  async function askUnlessGone(
    question: (client: RoomServiceClient) => Promise<unknown>,
  ): Promise<void> {
    await ask((client) =>
      question(client).catch((error) => {
        if (error?.status !== 404 && error?.code !== 'not_found') throw error;
      }),
    );
  }

  return {
    state: (): MediaState => media.state(),
    endpoint: media.endpoint,

    /** Makes the room where there is none. Safe to repeat: what was made within the last second stands. */
    ensure: (room: RoomId): Promise<unknown> => {
      const before = made.get(room);
      if (before && media.state().status === 'ready') return before;
      const making = ask((client) =>
        client.createRoom({
          name: room,
          emptyTimeout: EMPTY_TIMEOUT_S,
          departureTimeout: DEPARTURE_TIMEOUT_S,
          maxParticipants: PARTICIPANTS_MAX,
        }),
      );
      made.set(room, making);
      const forget = () => made.get(room) === making && made.delete(room);
      making.then(() => setTimeout(forget, STANDS_MS).unref(), forget);
      return making;
    },

    /** The media server may be another than it was: nothing is known of its rooms. */
    forgetMade: (): void => made.clear(),

    /** Makes the room in which one person alone tries the line. Safe to repeat. */
    ensureCheck: (personId: PersonId) =>
      ask((client) =>
        client.createRoom({
          name: checkRoomOf(personId),
          emptyTimeout: CHECK_EMPTY_TIMEOUT_S,
          departureTimeout: CHECK_DEPARTURE_TIMEOUT_S,
          maxParticipants: 1,
        }),
      ),

    /** Every room of a session. Rooms for trying the line are nobody's business, and go by themselves. */
    all: async (): Promise<RoomId[]> =>
      (await ask((client) => client.listRooms())).flatMap(({ name }) =>
        isCheckRoom(name) ? [] : [name as RoomId],
      ),

    /** Who is in the room. Nobody, when there is no such room. */
    participants: async (room: RoomId): Promise<InRoom[]> => {
      const found = await ask((client) =>
        client.listParticipants(room).catch((error): ParticipantInfo[] => {
          if (error?.status === 404 || error?.code === 'not_found') return [];
          throw error;
        }),
      );
      return found.map((one) => inRoom(room, one));
    },

    /** Replaces what one tab may send: what it sends without the right ends at once. */
    permit: (room: RoomId, identity: string, sources: readonly Source[], hears: boolean) =>
      askUnlessGone((client) =>
        client.updateParticipant(room, identity, { permission: permissionFor(sources, hears) }),
      ),

    /** Silences one thing that is sent. Its owner can start it again; we cannot. */
    mute: (room: RoomId, identity: string, trackSid: string) =>
      askUnlessGone((client) => client.mutePublishedTrack(room, identity, trackSid, true)),

    /** Ends the room for whoever is in it. */
    close: (room: RoomId) => {
      made.delete(room);
      return askUnlessGone((client) => client.deleteRoom(room));
    },

    remove: (room: RoomId, identity: string) =>
      askUnlessGone((client) => client.removeParticipant(room, identity)),
  };
}

/** The whole set each time: what is left out of it is taken away. */
function permissionFor(sources: readonly Source[], hears: boolean) {
  return {
    canSubscribe: hears,
    canPublish: sources.length > 0,
    canPublishSources: sources.map((source) => TRACK_SOURCES[source]),
    canPublishData: false,
    canUpdateMetadata: false,
    hidden: false,
  };
}

function inRoom(room: RoomId, { identity, sid, permission, tracks }: ParticipantInfo): InRoom {
  return {
    room,
    identity,
    personId: personOf(identity),
    sid,
    maySend: sourcesIn(permission?.canPublishSources ?? []),
    mayHear: permission?.canSubscribe ?? false,
    tracks: tracks.flatMap(sentAs),
  };
}

const SOUNDS: readonly Source[] = ['microphone', 'screen-audio'];

/** Nothing for what cannot be seen or heard. Exported for its test. */
export function sentAs(track: TrackInfo): Sent[] {
  const [source] = sourcesIn([track.source]);
  if (source === undefined || track.type === TrackType.DATA) return [];
  const formats = [track.mimeType, ...track.codecs.map((codec) => codec.mimeType)];
  // The type is the sender's word; the format is what comes in.
  const kinds = [
    track.type === TrackType.AUDIO ? 'audio' : 'video',
    ...formats.filter(Boolean).map((format) => format.toLowerCase().split('/', 1)[0]),
  ];
  const meant = SOUNDS.includes(source) ? 'audio' : 'video';
  const { sid, muted } = track;
  const isVoice = kinds.includes('audio') && source !== 'screen-audio';
  return [{ sid, source, muted, isVoice, fits: kinds.every((kind) => kind === meant) }];
}

function sourcesIn(sources: readonly TrackSource[]): Source[] {
  return SOURCES.filter((source) => sources.includes(TRACK_SOURCES[source]));
}

function clientOf({ url, apiKey, apiSecret }: MediaEndpoint): RoomServiceClient {
  return new RoomServiceClient(url, apiKey, apiSecret, {
    requestTimeout: ANSWERS_WITHIN_S,
    failover: false,
  });
}
