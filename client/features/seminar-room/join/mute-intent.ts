import type { MediaPeer, MediaSource } from '../../../platform/media-line.ts';

/** What a person can switch on and off. Nothing of it is ever switched on by software (F2). */
export type OwnSource = Extract<MediaSource, 'microphone' | 'camera' | 'screen'>;

/** What the person wants to send just now: their presses, and nothing else, decide. */
export type MuteIntent = Readonly<Record<OwnSource, boolean>>;

export const SILENT: MuteIntent = { microphone: false, camera: false, screen: false };

export type IntentEvent =
  | { readonly type: 'pressed'; readonly source: OwnSource; readonly on: boolean }
  /** A teacher muted or stopped it, a device was pulled out, or it could not be switched on. */
  | { readonly type: 'taken'; readonly source: OwnSource }
  /** Sound only was chosen, or the line is too poor for pictures. */
  | { readonly type: 'sound-only' }
  /** Joined anew: a screen must be chosen again, the rest is as it was. */
  | { readonly type: 'joined-anew' };

/** The intent after an event. Only a press can turn anything on. */
export function wish(intent: MuteIntent, event: IntentEvent): MuteIntent {
  switch (event.type) {
    case 'pressed':
      return { ...intent, [event.source]: event.on };
    case 'taken':
      return { ...intent, [event.source]: false };
    case 'sound-only':
      return { ...intent, camera: false };
    case 'joined-anew':
      return { ...intent, screen: false };
  }
}

/**
 * What must be switched so that the line sends what is wanted. Asked after every press and every reconnection:
 * muted people have come back live elsewhere (bigbluebutton#25271). Off comes before on.
 */
export function toSwitch(
  intent: MuteIntent,
  own: MediaPeer,
): readonly { readonly source: OwnSource; readonly on: boolean }[] {
  const sent = (source: OwnSource) =>
    own.tracks.some((track) => track.source === source && !track.muted);
  return (['microphone', 'camera', 'screen'] as const)
    .filter((source) => sent(source) !== intent[source])
    .map((source) => ({ source, on: intent[source] }))
    .sort((a, b) => Number(a.on) - Number(b.on));
}
