import { expectAccessible } from '../axe.ts';
import { disposeBots, enterAsSpeaker } from '../bots.ts';
import { expectPictures, expectSilence, expectSound, inbound, keepLines } from '../media.ts';
import { expect, type Person, test } from '../people.ts';
import { expectSpoken, join, openPanel, rowOf } from '../room.ts';
import { camera, enterRoom, microphone, refuseDevices, useMedia } from '../seminar.ts';

useMedia();

test('F2 F24 two people see and hear each other, and nothing is on before they press', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  await expect(camera(student)).toHaveText('Kamera av');
  await expectSilence(teacher.page);

  await microphone(student).click();
  await expect(microphone(student)).toHaveText('Mikrofon på');
  await expectSound(teacher.page);
  await camera(student).click();
  await expect(camera(student)).toHaveText('Kamera på');
  await expectPictures(teacher.page);

  await microphone(teacher).click();
  await camera(teacher).click();
  await expectSound(student.page);
  await expectPictures(student.page);
  await expectAccessible(student.page, 'the seminar room');

  await microphone(student).click();
  await expect(microphone(student)).toHaveText('Mikrofon av');
  await expectSilence(teacher.page);
});

test('F30 the teacher mutes, asks, locks and opens; the person decides about unmuting', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  await microphone(student).click();
  await expectSound(teacher.page);

  await openPanel(teacher.page, 'Folk');
  const row = rowOf(teacher.page, student.name);
  await row.getByRole('button', { name: /^Valg/ }).click();
  await row.getByRole('button', { name: 'Demp' }).click();
  await expect(student.page.getByText('Berit dempet mikrofonen din.').first()).toBeVisible();
  await expect(microphone(student)).toHaveText('Mikrofon av');
  await expectSilence(teacher.page);

  await row.getByRole('button', { name: 'Be om mikrofon' }).click();
  await expect(student.page.getByText('Berit ber deg slå på mikrofonen.').first()).toBeVisible();
  await expect(microphone(student), 'nobody is unmuted by others').toHaveText('Mikrofon av');
  await student.page.getByRole('button', { name: 'Slå på', exact: true }).click();
  await expectSound(teacher.page);
  await expect(
    student.page.getByText('Berit dempet mikrofonen din.'),
    'a notice goes when it is no longer so',
  ).toHaveCount(0);

  await teacher.page.getByRole('button', { name: 'For alle', exact: true }).click();
  await teacher.page.getByRole('button', { name: /^Lås mikrofonene/ }).click();
  await expect(microphone(student)).toHaveText('Mikrofon låst');
  const sign = ({ page }: Person) =>
    page.getByRole('banner').getByText('Mikrofonene er låst').filter({ visible: true });
  await expect(sign(teacher), 'as long as they are').toBeVisible();
  await expect(sign(student), 'it stands on their own button').toHaveCount(0);
  await expectSilence(teacher.page);
  await expect(microphone(student)).toHaveAttribute('aria-disabled', 'true');
  await microphone(student).press('Enter');
  const why = 'Underviseren har låst mikrofonene. Rekk opp hånda når du vil si noe.';
  await expect(
    student.page.getByRole('region', { name: 'Beskjed' }).filter({ hasText: why }),
    'pressed, it says why it is locked',
  ).toBeVisible();
  await expectSpoken(student.page, why);
  await teacher.page.getByRole('button', { name: 'For alle', exact: true }).click();
  await teacher.page.getByRole('button', { name: /^Åpne mikrofonene/ }).click();
  await expect(microphone(student)).toHaveText('Mikrofon av');
  await expect(sign(teacher)).toHaveCount(0);
  await expect(microphone(student)).not.toHaveAttribute('aria-disabled');
});

test('STAGE-9 on a desktop a notice that stands while a dialog opens leaves what we do now in sight', async ({
  teacher,
  session,
}) => {
  const { page } = teacher;
  await page.setViewportSize({ width: 1366, height: 768 });
  await enterRoom(teacher, session);
  // As long as the slowest machine needs to open a dialog.
  await page.evaluate(() => {
    const later = window.setTimeout;
    window.setTimeout = ((work: () => void, ms = 0) =>
      later(work, ms === 6_000 ? 60_000 : ms)) as typeof setTimeout;
  });
  await page.getByRole('button', { name: 'For alle', exact: true }).click();
  await page.getByRole('button', { name: /^Lås mikrofonene/ }).click();
  const notice = page.getByRole('region', { name: 'Beskjed' });
  await expect(notice).toHaveText('Mikrofonene er låst.');
  await page.getByRole('button', { name: 'For alle', exact: true }).click();
  const over = page.locator('body > div > [aria-label="Beskjed"]');
  await expect(over).toHaveText('Mikrofonene er låst.');
  const place = await over.boundingBox();
  const dialog = await page.getByRole('dialog').boundingBox();
  expect(place?.y).toBeGreaterThanOrEqual((dialog?.y ?? 0) + (dialog?.height ?? 0));
});

test('F30 ROOM-8 whoever asks for a microphone is told what came of it, not what was meant to', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  await refuseDevices(student.page);
  await openPanel(teacher.page, 'Folk');
  const row = rowOf(teacher.page, student.name);
  await row.getByRole('button', { name: /^Valg/ }).click();
  const ask = row.getByRole('button', { name: /^Be om mikrofon/ });
  const yes = student.page.getByRole('button', { name: 'Slå på', exact: true });
  const told = (what: string) =>
    teacher.page.getByRole('status').filter({ hasText: `${student.called} ${what}` });
  const isOn = told('har slått på mikrofonen.');
  const failed = told('ville slå på mikrofonen, men det gikk ikke.');

  await ask.click();
  await yes.click();
  await expect(failed).toBeVisible();
  await expect(isOn, 'it is not').toHaveCount(0);
  await expect(yes, 'it is answered').toHaveCount(0);
  await expect(
    student.page.getByRole('button', { name: 'Prøv igjen' }),
    'who it concerns keeps the advice',
  ).toBeVisible();
  await expectAccessible(teacher.page, 'a microphone that could not be switched on');

  // From now on it is let, and takes its time, as when somebody reads what the browser asks.
  await student.page.evaluate(() => {
    const { mediaDevices } = navigator;
    mediaDevices.getUserMedia = async (wish) => {
      await new Promise((done) => setTimeout(done, 3_000));
      return MediaDevices.prototype.getUserMedia.call(mediaDevices, wish);
    };
  });
  await ask.click();
  await yes.click();
  await expect(yes, 'pressed, the question has gone').toHaveCount(0);
  await teacher.page.waitForTimeout(1_500);
  await expect(isOn, 'not before it is').toHaveCount(0);
  await expect(row.getByRole('button', { name: /^Du har bedt om mikrofon/ })).toBeVisible();
  await expect(isOn).toBeVisible();
  await expectSound(teacher.page);
});

test('F30 ROOM-6 while microphones are locked nobody is heard through what says it is a camera', async ({
  school,
  cast,
  teacher,
  session,
}) => {
  await enterRoom(teacher, session);
  const { page } = teacher;
  const lock = async (name: RegExp) => {
    await page.getByRole('button', { name: 'For alle', exact: true }).click();
    await page.getByRole('button', { name }).click();
  };
  await lock(/^Lås mikrofonene/);
  const speaker = await enterAsSpeaker(school, cast.student, session);
  try {
    await speaker.speakAs('camera');
    await page.waitForTimeout(4_000);
    expect((await inbound(page)).audioBytes, 'nothing of it came in').toBe(0);
    const [firstName = ''] = cast.student.name.split(' ');
    const tile = page.locator('#stage [data-person]').filter({ hasText: firstName });
    await expect(tile).toContainText('mikrofon av');
    await expect(tile).not.toContainText('snakker');

    // That it would be heard as what it is.
    await lock(/^Åpne mikrofonene/);
    await expect
      .poll(() => speaker.speakAs('microphone').then(() => 'sent', String), { timeout: 40_000 })
      .toBe('sent');
    await expectSound(page);
    await expect(tile).toContainText(/mikrofon på|snakker/);
  } finally {
    await speaker.leave();
    await disposeBots();
  }
});

test('F30 ROOM-8 while microphones are locked nobody is asked to unmute, and what a lock says ends with it', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  const lock = async (name: RegExp) => {
    await teacher.page.getByRole('button', { name: 'For alle', exact: true }).click();
    await teacher.page.getByRole('button', { name }).click();
  };
  await openPanel(teacher.page, 'Folk');
  const row = rowOf(teacher.page, student.name);
  await row.getByRole('button', { name: /^Valg/ }).click();
  const ask = row.getByRole('button', { name: /^Be om mikrofon/ });
  const question = student.page.getByText('Berit ber deg slå på mikrofonen.').last();
  await ask.click();
  await expect(question).toBeVisible();

  // Somebody presses just as the lock comes: the browser is still opening the microphone.
  await student.page.evaluate(() => {
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wish) => {
      await new Promise((done) => setTimeout(done, 3_000));
      return open(wish);
    };
  });
  await microphone(student).click();
  await lock(/^Lås mikrofonene/);
  await expect(microphone(student)).toHaveText('Mikrofon låst');
  await expect(question, 'it could only be answered in vain').toHaveCount(0);
  const said = student.page.getByRole('status').filter({ hasText: 'Mikrofonene er låst.' });
  await expect(said).toBeAttached({ timeout: 15_000 });
  await expect(ask).toHaveAccessibleName(`Be om mikrofon: ${student.name}. Mikrofonene er låst`);
  await expect(ask.getByText('Mikrofonene er låst', { exact: true })).toBeVisible();
  await expect(ask).toHaveAttribute('aria-disabled', 'true');
  await ask.click({ force: true });

  await lock(/^Åpne mikrofonene/);
  await expect(microphone(student)).toHaveText('Mikrofon av');
  await expect(said, 'it is no longer so').toHaveCount(0);
  await expect(ask).not.toHaveAttribute('aria-disabled');
  await expect(question).toHaveCount(0);
});

test('F24 a key that is held speaks while it is held, and mutes nobody who was heard before', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  const { keyboard } = student.page;
  await student.page.getByRole('radio', { name: 'Den som snakker' }).focus();
  await keyboard.down('v');
  await expect(microphone(student)).toHaveText('Mikrofon på');
  await expectSound(teacher.page);
  await keyboard.up('v');
  await expect(microphone(student)).toHaveText('Mikrofon av');
  await expectSilence(teacher.page);

  await keyboard.press('Control+d');
  await expect(microphone(student)).toHaveText('Mikrofon på');
  await keyboard.press('v');
  await expectSound(teacher.page);
  await expect(microphone(student)).toHaveText('Mikrofon på');
  await keyboard.press('F2');
  await expect(microphone(student)).toBeFocused();
});

test('F6 sound only is one press, and turns pictures off both ways', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  await camera(teacher).click();
  await camera(student).click();
  await expectPictures(student.page);
  await student.page.getByRole('radio', { name: 'Bare lyd' }).check();
  await expect(camera(student)).toHaveText('Kamera av');
  await expect(student.page.locator('video')).toHaveCount(0);
  await student.page.getByRole('radio', { name: 'Den som snakker' }).check();
  await expectPictures(student.page);
  await expect(camera(student), 'one’s own camera waits for a press').toHaveText('Kamera av');
});

test('ROOM-11 of two tabs one has the sound, a press moves it, and nobody is on the air by it', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await microphone(teacher).click();
  await enterRoom(student, session);
  await microphone(student).click();
  await expectSound(teacher.page);
  await expectSound(student.page);

  const second = { ...student, page: await student.context.newPage() };
  await keepLines(second.page);
  await join(second, session);
  const notice = second.page.getByText('Lyden er i en annen fane.').first();
  await expect(notice).toBeVisible();
  await second.page.setViewportSize({ width: 360, height: 740 });
  const heightPx = () => notice.evaluate((words) => words.closest('div')?.offsetHeight ?? 0);
  await expect.poll(heightPx, 'what is on keeps its lines').toBeLessThanOrEqual(72);
  const says = second.page.getByText('uten lyd her');
  await expect(says.first()).toBeVisible();
  for (const words of await says.all())
    expect(await words.evaluate((seen) => seen.scrollWidth - seen.clientWidth)).toBe(0);
  await second.page.setViewportSize({ width: 1280, height: 800 });
  await microphone(second).click();
  await expect(microphone(second), 'nothing waits to be heard').toHaveText('Ingen lyd');
  await expectAccessible(second.page, 'a tab beside the one that has the sound');
  await expectSilence(second.page);
  await expectSound(student.page);

  await second.page.getByRole('button', { name: 'Flytt lyden hit' }).click();
  await expect(microphone(second)).toHaveText('Mikrofon av');
  await expectSound(second.page);
  await expect(student.page.getByText('Lyden er flyttet til en annen fane.').first()).toBeVisible();
  await expect(microphone(student)).toHaveText('Ingen lyd');
  await expectSilence(teacher.page);

  await second.page.close();
  await expect(microphone(student), 'back, and off').toHaveText('Mikrofon av', { timeout: 20_000 });
  await expectSound(student.page);
  await expectSilence(teacher.page);
  await student.page.reload();
  await expect(microphone(student), 'a tab does not wait for itself').toHaveText('Mikrofon av', {
    timeout: 20_000,
  });
});
