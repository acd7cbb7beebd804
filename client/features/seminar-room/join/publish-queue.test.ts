import { expect, test } from 'vitest';
import { makePublishQueue } from './publish-queue.ts';

/** A switch that the test ends when it likes. */
function gate() {
  const open: (() => void)[] = [];
  let most = 0;
  let runs = 0;
  return {
    open,
    most: () => most,
    runs: () => runs,
    async pass() {
      runs += 1;
      most = Math.max(most, open.length + 1);
      await new Promise<void>((done) => open.push(done));
      open.shift();
    },
  };
}
const settle = () => new Promise((done) => setTimeout(done));

test('ten fast presses are never two switches at once', async () => {
  const door = gate();
  const queue = makePublishQueue(() => door.pass());
  for (let press = 0; press < 10; press += 1) queue.nudge();
  await settle();
  door.open[0]?.();
  await settle();
  door.open[0]?.();
  await settle();
  expect(door.most()).toBe(1);
  expect(door.runs()).toBe(2);
});

test('a run for an old line learns that it is old', async () => {
  const seen: boolean[] = [];
  const door = gate();
  const queue = makePublishQueue(async (current) => {
    await door.pass();
    seen.push(current());
  });
  queue.nudge();
  queue.renew();
  queue.nudge();
  door.open[0]?.();
  await settle();
  door.open[0]?.();
  await settle();
  expect(seen).toEqual([false, true]);
});

test('a switch that fails does not stop the next', async () => {
  let runs = 0;
  const queue = makePublishQueue(async () => {
    runs += 1;
    throw new Error('no camera');
  });
  queue.nudge();
  await settle();
  queue.nudge();
  await settle();
  expect(runs).toBe(2);
});
