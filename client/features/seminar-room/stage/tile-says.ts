import type { MediaQuality } from '../../../platform/media-line.ts';

/** What a tile says of somebody, one thing at a time: what matters most to those who listen. */
export type TileSays =
  | 'gone'
  | 'pause'
  | 'lost'
  | 'speaks'
  | 'word'
  | 'hand'
  | 'sharing'
  | 'outside'
  | 'weak'
  | 'held-back'
  | 'seen-by-others'
  | 'leads';

export type TileState = {
  readonly gone: boolean;
  /** Has quietly stepped away. */
  readonly onPause: boolean;
  /** The socket to our server dropped; the seat is held. */
  readonly seatLost: boolean;
  readonly quality: MediaQuality | undefined;
  readonly speaks: boolean;
  readonly hasTheWord: boolean;
  readonly handUp: boolean;
  readonly sharing: boolean;
  /** Whoever looks is not in the sound: how this person is heard there cannot be known. */
  readonly outside: boolean;
  /** The picture is held back to save the viewer's line. */
  readonly heldBack: boolean;
  /** Oneself, with the camera on and one's own picture put away: only the others see it. */
  readonly unseenByMe: boolean;
  readonly leads: boolean;
};

/** Either line being gone is a lost line: nobody may seem to listen who does not (element-call#3777). */
export const isLost = ({ seatLost, quality }: Pick<TileState, 'seatLost' | 'quality'>): boolean =>
  seatLost || quality === 'lost';

export function tileSays(state: TileState): TileSays | undefined {
  if (state.gone) return 'gone';
  if (state.onPause) return 'pause';
  if (isLost(state)) return 'lost';
  if (state.speaks) return 'speaks';
  if (state.hasTheWord) return 'word';
  if (state.handUp) return 'hand';
  if (state.sharing) return 'sharing';
  if (state.outside) return 'outside';
  if (state.quality === 'poor') return 'weak';
  if (state.heldBack) return 'held-back';
  if (state.unseenByMe) return 'seen-by-others';
  return state.leads ? 'leads' : undefined;
}
