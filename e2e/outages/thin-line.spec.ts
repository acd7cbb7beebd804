import { expectPictures, expectSilence, expectSound, inbound } from '../media.ts';
import { expect } from '../people.ts';
import { expectSpoken } from '../room.ts';
import { camera, microphone } from '../seminar.ts';
import { test, useRelay } from './relayed.ts';

useRelay();

test('F6 a line below 256 kbit/s: after ten seconds pictures pause, sound goes on, and words say so', async ({
  teacher,
  student,
  lines,
}) => {
  await camera(teacher).click();
  await microphone(teacher).click();
  await camera(student).click();
  await expectPictures(student.page);
  await expectPictures(teacher.page);
  await expectSound(student.page);
  const words = student.page.getByText(
    /^Bare lyd\. Linja er svak\. Bildene og kameraet ditt er av til du trykker\./,
  );

  const thinSince = performance.now();
  lines.shape({ bitsPerSecond: 180_000 });
  await expect(words).toBeVisible({ timeout: 60_000 });
  expect(performance.now() - thinSince, 'not at the first hiccup').toBeGreaterThan(9_000);
  await expect(student.page.locator('video')).toHaveCount(0);
  await expect(camera(student)).toHaveText('Kamera av');
  await expectSpoken(student.page, 'Linja er svak');
  await expectSound(student.page);
  const before = (await inbound(student.page)).framesDecoded;
  await expectSound(student.page);
  expect((await inbound(student.page)).framesDecoded - before, 'no pictures').toBeLessThan(5);

  // Nothing flickers back by itself; a press brings the pictures, and the line carries them again.
  lines.shape(null);
  await expect(words).toBeVisible();
  await student.page.getByRole('button', { name: 'Vis bilder igjen' }).click();
  await expectPictures(student.page);
  await expect(words).toHaveCount(0);
  await expect(camera(student), 'one’s own camera waits for a press').toHaveText('Kamera av');
  const stillOff = student.page
    .getByRole('status')
    .filter({ hasText: 'Kameraet ditt er fortsatt av.' });
  await stillOff.getByRole('button', { name: 'Slå på kameraet' }).click();
  await expect(camera(student)).toHaveText('Kamera på');
  await expect(stillOff).toHaveCount(0);
  await microphone(teacher).click();
  await expectSilence(student.page);
});
