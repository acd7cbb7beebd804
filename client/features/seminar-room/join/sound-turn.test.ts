import { expect, test } from 'vitest';
import type { SessionId } from '#shared/kernel/ids.ts';
import { makeSoundTurn } from './sound-turn.ts';

let nth = 0;
/** Two tabs of one browser in a session that no other test knows; Node keeps the same locks as a browser does. */
function twoTabs() {
  nth += 1;
  const sessionId = `session-${nth}` as SessionId;
  const heard: string[] = [];
  const tab = (name: string) => makeSoundTurn(sessionId, () => heard.push(name));
  return { first: tab('first'), second: tab('second'), heard };
}

test('ROOM-11 one tab has the sound, again and again, and the next has not', async () => {
  const { first, second, heard } = twoTabs();
  expect(await first.take()).toBe(true);
  expect(await first.take(), 'coming back').toBe(true);
  expect(await second.take()).toBe(false);
  first.letGo();
  expect(await second.take()).toBe(true);
  expect(heard, 'nobody has taken anything from anybody').toEqual([]);
});

test('ROOM-11 the sound is moved by a press, there and back, and the tab that had it hears of it once', async () => {
  const { first, second, heard } = twoTabs();
  await first.take();
  expect(await second.takeOver()).toBe(true);
  await expect.poll(() => heard).toEqual(['first']);
  expect(await first.take()).toBe(false);
  expect(await first.takeOver()).toBe(true);
  await expect.poll(() => heard).toEqual(['first', 'second']);
});

test('ROOM-11 who waits hears when the tab is closed, and not while it only loads again', async () => {
  const { first, second } = twoTabs();
  await first.take();
  let free = false;
  const waiting = second.whenFree(new AbortController().signal).then(() => {
    free = true;
  });
  first.letGo();
  expect(await first.take(), 'loaded again').toBe(true);
  await new Promise((done) => setTimeout(done, 5_000));
  expect(free).toBe(false);
  first.letGo();
  await waiting;
  expect(await second.take()).toBe(true);
});

test('ROOM-11 a browser that cannot tell tabs apart lets every tab in', async () => {
  const alone = makeSoundTurn('session-alone' as SessionId, () => undefined, null as never);
  expect(await alone.take()).toBe(true);
  expect(await alone.takeOver()).toBe(true);
});
