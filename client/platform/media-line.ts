import type { DeviceKind } from './chosen-devices.ts';

/**
 * What the client needs of a media line, without naming who carries it: `media.ts` is the only module that knows
 * livekit-client, and it comes in a chunk of its own. Persons are known by the line's identities here.
 */

export type MediaSource = 'microphone' | 'camera' | 'screen' | 'screen-audio';

/** How well one person's line carries, as the media server measures it. */
export type MediaQuality = 'unknown' | 'good' | 'poor' | 'lost';

export type MediaTrack = {
  readonly source: MediaSource;
  /** The sender sends silence or no pictures just now. */
  readonly muted: boolean;
  /** It comes in here, so that it can be shown or heard. Always true for one's own. */
  readonly received: boolean;
  /** The media server holds the pictures back to save this line. */
  readonly heldBack: boolean;
};

/** The counters of a line that carries pictures, read at one moment; those of sound alone need no such care. */
export type LineReading = {
  /** Over the whole line, so far. */
  readonly receivedBytes: number;
  /** What the browser thinks it could send, while it sends pictures; null where it does not, or cannot tell. */
  readonly canSendBitsPerSecond: number | null;
  /** Of one picture that comes in, so far. */
  readonly packets: number;
  readonly packetsLost: number;
  readonly roundTripMs: number;
  /** The share of one's own pictures' packets that did not get there lately; 0 where nobody has told. */
  readonly sentLostShare: number;
  /** The machine, and not the line, makes one's own pictures smaller. */
  readonly limitedByCpu: boolean;
  /** The media server holds pictures back to save this line. */
  readonly heldBack: boolean;
};

/** One browser tab with a media line. The same person may have several. */
export type MediaPeer = {
  readonly identity: string;
  readonly quality: MediaQuality;
  readonly tracks: readonly MediaTrack[];
  /** What comes from this tab was encrypted with another key than this line's. */
  readonly unreadable: boolean;
};

/** Why a line ended without our asking. Only `lost` is worth another try. */
export type MediaEnd = 'taken-over' | 'removed' | 'closed' | 'lost';

/** Why a microphone, camera or screen could not be switched on. */
export type DeviceTrouble = 'denied' | 'missing' | 'busy' | 'locked' | 'other';

/** Changes a camera's picture on its way out. Rejects when it cannot: then nothing is sent at all. */
export type PictureChange = (camera: MediaStreamTrack) => Promise<ChangedPicture>;

export type ChangedPicture = {
  readonly track: MediaStreamTrack;
  /** Another picture from the same camera, as after it was off. */
  readonly replace: (camera: MediaStreamTrack) => void;
  readonly stop: () => void;
};

/** One's own microphone and camera on their way from one line to the next: open, and sent on neither. */
export type OpenDevices = {
  /** What was open, for the next line to send on; once. Undefined when it was off. */
  readonly take: (source: 'microphone' | 'camera') => Promise<unknown>;
  /** Lets go of what nobody has taken up. */
  readonly stop: () => void;
};

export class DeviceFailure extends Error {
  /** `unchanged`: the camera is there, but its picture could not be changed as wished. */
  readonly trouble: DeviceTrouble | 'unchanged';
  constructor(trouble: DeviceTrouble | 'unchanged', cause: unknown) {
    super(`device: ${trouble}`, { cause });
    this.trouble = trouble;
  }
}

export type OwnSound = {
  readonly dead: boolean;
  readonly energy: number | undefined;
  /** Bytes of it that have been sent, and bytes of anything that have come in on the line. Undefined where it is not told. */
  readonly sent: number | undefined;
  readonly heard: number | undefined;
};

/** What a line tells of. It never tells of our own `leave`. */
export type MediaListener = {
  /** Peers or tracks have changed: read `own` and `others` anew. Several changes of one moment are told once. */
  readonly changed: () => void;
  /** Who speaks just now, loudest first. */
  readonly speaking: (identities: readonly string[]) => void;
  /** The line dropped and tries to mend itself. */
  readonly dropped: () => void;
  readonly mended: () => void;
  readonly ended: (why: MediaEnd) => void;
  /** One's own source ended without our asking: `unplugged`, else stopped in the browser's own bar or from afar. */
  readonly ownStopped: (source: MediaSource, unplugged: boolean) => void;
  /** The browser plays no sound before somebody presses something. */
  readonly soundBlocked: (blocked: boolean) => void;
};

export type MediaLine = {
  /** Resolves when people can be heard. Rejects when the line does not come up; `connect` may be called again. */
  readonly connect: (url: string, token: string) => Promise<void>;
  readonly leave: () => Promise<void>;
  /** Leaves for good. A line cannot become encrypted, or another key's, afterwards: that takes a new one. */
  readonly close: () => Promise<void>;
  /** Leaves for good as well, but keeps the microphone and the camera open, if they are on, for the line that comes next. */
  readonly handOver: () => OpenDevices;
  /** From now on `send` sends what another line had open, where it did, in place of opening it anew. */
  readonly takeOver: (devices: OpenDevices) => void;
  readonly own: () => MediaPeer;
  readonly others: () => readonly MediaPeer[];
  /** Switches one's own source on or off. Rejects with `DeviceFailure` when it cannot be switched on. */
  readonly send: (source: 'microphone' | 'camera' | 'screen', on: boolean) => Promise<void>;
  /** How one's own camera's picture is changed before it is sent, from now on; `undefined` sends it as it is. */
  readonly changePicture: (change: PictureChange | undefined) => Promise<void>;
  /**
   * Takes up the device that is chosen now, or the browser's own when it is not there. Whoever is muted stays so, and has it
   * when they press. Rejects with `DeviceFailure` when what was on cannot go on.
   */
  readonly useDevice: (kind: DeviceKind) => Promise<void>;
  /** Takes up what has been chosen for the microphone's sound, live. Whoever is muted stays so. */
  readonly renewMicrophone: () => Promise<void>;
  /**
   * How one's own open microphone is: `dead` when the browser gives nothing of it any more, as after a call on an iPhone;
   * else the energy of all that it has heard, where the browser tells. Undefined when it is not open.
   */
  readonly ownSound: () => Promise<OwnSound | undefined>;
  /** Asks the browser for the microphone anew. */
  readonly reviveMicrophone: () => Promise<void>;
  /** What one's own open microphone gives; undefined when it is not open. */
  readonly microphone: () => MediaStreamTrack | undefined;
  /** Whether pictures of this source should come in. Sound always does. */
  readonly receive: (identity: string, source: 'camera' | 'screen', wanted: boolean) => void;
  /** Shows a source in the element until the returned function is called. False when there is nothing to show. */
  readonly show: (
    identity: string,
    source: 'camera' | 'screen',
    into: HTMLVideoElement,
  ) => () => void;
  /** Bytes of sound that have come in so far from each open microphone, by identity. */
  readonly soundBytes: () => Promise<ReadonlyMap<string, number>>;
  /** Null when no pictures go either way. */
  readonly read: () => Promise<LineReading | null>;
  /**
   * Grows as long as the media server is there, seconds before the browser gives a dead line up; undefined when nobody sends
   * anything, and there is nothing to tell by.
   */
  readonly signsOfLife: () => Promise<number | undefined>;
  /** Lets go of somebody's microphone and takes it again: the first cure when it is silent for no reason. */
  readonly takeSoundAnew: (identity: string) => Promise<void>;
  /** To be called in the press itself. */
  readonly startSound: () => Promise<void>;
};
