import { expect, test } from 'vitest';
import type { MediaPeer } from '../../../platform/media-line.ts';
import { peopleInMedia } from './people-in-media.ts';
import { type TileSays, type TileState, tileSays } from './tile-says.ts';

const CALM: TileState = {
  gone: false,
  onPause: false,
  seatLost: false,
  quality: 'good',
  speaks: false,
  hasTheWord: false,
  handUp: false,
  sharing: false,
  outside: false,
  heldBack: false,
  unseenByMe: false,
  leads: false,
};

test.each<[TileSays | undefined, Partial<TileState>]>([
  [undefined, {}],
  ['leads', { leads: true }],
  ['seen-by-others', { leads: true, unseenByMe: true }],
  ['held-back', { leads: true, heldBack: true }],
  ['weak', { heldBack: true, quality: 'poor' }],
  ['outside', { leads: true, outside: true }],
  ['sharing', { quality: 'poor', sharing: true }],
  ['hand', { outside: true, handUp: true }],
  ['hand', { sharing: true, handUp: true }],
  ['word', { handUp: true, hasTheWord: true }],
  ['speaks', { hasTheWord: true, speaks: true }],
  ['lost', { speaks: true, quality: 'lost' }],
  ['lost', { speaks: true, seatLost: true }],
  ['pause', { speaks: true, handUp: true, seatLost: true, onPause: true }],
  ['gone', { seatLost: true, onPause: true, gone: true }],
])('F24 a tile says %s before what matters less', (says, state) => {
  expect(tileSays({ ...CALM, ...state })).toBe(says);
});

test('F24 what the media server measures reaches the words: a weak line, a lost one, a picture held back', () => {
  const says = (peer: Partial<MediaPeer>) => {
    const [person] = peopleInMedia([
      { identity: 'kari:tab', quality: 'good', tracks: [], unreadable: false, ...peer },
    ]);
    const { quality, camera } = person ?? { quality: 'unknown', camera: null };
    return tileSays({ ...CALM, quality, heldBack: camera?.heldBack ?? false });
  };
  const camera = { source: 'camera', muted: false, received: true, heldBack: true } as const;
  expect(says({ quality: 'poor' })).toBe('weak');
  expect(says({ quality: 'lost' })).toBe('lost');
  expect(says({ tracks: [camera] })).toBe('held-back');
  expect(says({ quality: 'unknown' })).toBeUndefined();
});
