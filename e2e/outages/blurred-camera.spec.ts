import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { countSent, setClock, takeSmallCamera } from '../camera.ts';
import { expectPictures, mediaAt, WITH_DEVICES } from '../media.ts';
import { camera, enterRoom, needMedia } from '../seminar.ts';
import { lineFails } from './line-fails.ts';
import { expect, test } from './train.ts';

test.use({
  // On a machine without a graphics card, as those that test are, drawing is done by the processor.
  launchOptions: {
    ...WITH_DEVICES,
    args: [...(WITH_DEVICES.args ?? []), '--enable-unsafe-swiftshader'],
  },
});

test('F29 DEVICE-1 F8 on the line that comes after a drop nothing is sent of a camera but the blurred picture', async ({
  school,
  teacher,
  student,
  session,
}) => {
  test.setTimeout(400_000);
  await needMedia(school.url);
  test.setTimeout(150_000);
  await takeSmallCamera(student);
  await setClock(student, 0.1);
  const sent = await countSent(student);
  await student.page.addInitScript(() => localStorage.setItem('mellom.blur', 'on'));
  for (const person of [teacher, student]) {
    person.watch.expect(lineFails);
    await enterRoom(person, session);
  }
  await camera(student).click();
  await expect(camera(student)).toHaveText('Kamera på');
  await expectPictures(teacher.page);
  const before = await sent();
  expect(before).toEqual({ cameras: 0, others: expect.any(Number) });
  expect(before.others, 'the blurred one is counted').toBeGreaterThan(0);

  const pid = Number(await readFile(path.join(school.dataDir, 'livekit/livekit.pid'), 'utf8'));
  process.kill(pid, 'SIGKILL');
  await expect
    .poll(async () => (await sent()).others, { timeout: 40_000, message: 'sent anew' })
    .toBeGreaterThan(before.others);
  await expect.poll(() => mediaAt(school.url), { timeout: 30_000 }).toBe('ready');
  await student.page
    .getByRole('region', { name: 'Kontroller' })
    .getByRole('button', { name: /^Mer/ })
    .click();
  // The line may be made anew twice before it stands, and the blur with it.
  await expect(student.page.getByText('Bakgrunnen er sløret.').first()).toBeVisible({
    timeout: 40_000,
  });
  await student.page.keyboard.press('Escape');
  await expect(camera(student)).toHaveText('Kamera på');
  await expectPictures(teacher.page);
  expect((await sent()).cameras, 'the room itself is never sent').toBe(0);
});
