import { expect, test } from 'vitest';
import { createGivingWay } from './giving-way.ts';
import { words } from './words.ts';

function onAPoorLine(camera: boolean) {
  const on = { camera, microphone: true, screen: false };
  const own = {
    wanted: (source: 'camera' | 'microphone' | 'screen') => on[source],
    soundOnly: () => {
      on.camera = false;
    },
  };
  const room = { stays: true };
  const way = createGivingWay(own, () => room.stays);
  way.giveWay();
  return { way, on, room };
}

test('F6 that one’s own camera went off is said where it did, and it comes on by a press alone', () => {
  const { way, on } = onAPoorLine(true);
  expect([way.poor(), way.says()]).toEqual([true, 'waiting-camera-too']);
  way.end(true);
  expect([way.poor(), way.says(), on.camera]).toEqual([false, 'camera-off', false]);
  on.camera = true;
  expect(way.says()).toBeUndefined();
});

test('F6 nothing is said of a camera that was off', () => {
  const { way } = onAPoorLine(false);
  expect(way.says()).toBe('waiting');
  way.end(true);
  expect(way.says()).toBeUndefined();
});

test('F6 what is said can be put away, and pictures wait as before', () => {
  const { way } = onAPoorLine(true);
  way.putAway();
  expect([way.poor(), way.says()]).toEqual([true, undefined]);
  way.end(true);
  expect(way.says()).toBe('camera-off');
  way.putAway();
  expect(way.says()).toBeUndefined();
});

test('F6 whoever chooses sound alone hears no more of a camera', () => {
  const { way } = onAPoorLine(true);
  way.end(false);
  expect([way.poor(), way.says()]).toEqual([false, undefined]);
});

test('F6 of pictures that are not to be had at all nothing is said, and of a camera that went off it is when they are', () => {
  const { way, room } = onAPoorLine(true);
  room.stays = false;
  expect(way.says()).toBeUndefined();
  way.end(true);
  expect(way.says()).toBeUndefined();
  room.stays = true;
  expect(way.says()).toBe('camera-off');
});

test('F6 what is said promises nothing that does not come by itself: it takes a press, in every language', () => {
  for (const { gaveWay } of Object.values(words))
    for (const said of [gaveWay.about, gaveWay.cameraToo]) {
      expect(said).toMatch(/trykker|trykkjer|press/);
      expect(said).not.toMatch(/vente?r|så lenge|wait|for now/);
    }
});
