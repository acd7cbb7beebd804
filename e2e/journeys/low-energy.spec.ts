import { expectAccessible } from '../axe.ts';
import { expectPictures, expectSound, pictureBytes } from '../media.ts';
import { expect, openBrowser, signInByCode, test } from '../people.ts';
import { expectInRoom, openSheet } from '../room.ts';
import { sidewaysPx } from '../screens/targets.ts';
import { camera, enterRoom, microphone, useMedia } from '../seminar.ts';

useMedia();

test('F79 LOOK-3 LOOK-4 LOOK-5 low energy is one press, follows the person, and fetches no picture until one asks', async ({
  teacher,
  student,
  session,
  enter,
  cast,
}) => {
  const { page } = student;
  const elsewhere = await enter(cast.student);
  await elsewhere.page.clock.install();
  await elsewhere.page.goto('/');
  await expect(elsewhere.page.getByRole('link', { name: 'Bli med' })).toBeVisible();
  await page.goto('/');
  const rest = page.getByText('Vis alt det andre');
  await expect(page.getByRole('link', { name: 'Bli med' })).toBeVisible();
  await expect(rest).toHaveCount(0);
  await page.getByRole('button', { name: /din meny/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Rolig modus' }).click();
  await page.keyboard.press('Escape');
  const band = page.getByRole('link', { name: 'Tidligere økter' });
  await expect(band).toBeHidden();
  await rest.click();
  await expect(band).toBeVisible();

  // Taken up again after a while, as a phone is.
  await elsewhere.page.clock.fastForward(61_000);
  await elsewhere.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(elsewhere.page.getByText('Vis alt det andre')).toBeVisible();
  await elsewhere.context.close();

  await enterRoom(teacher, session);
  await camera(teacher).click();
  await microphone(teacher).click();
  await enterRoom(student, session);
  await expect(page.getByText('Rolig modus er på, så bildene hentes ikke.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Bare lyd' })).toBeChecked();
  await expect(camera(student)).toHaveCount(0);
  await expect(page.getByRole('tablist')).toHaveCount(0);
  await expectAccessible(page, 'the room in low energy');
  await expectSound(page);
  expect(await pictureBytes(page), 'no picture is asked for').toEqual({});

  await page.getByRole('radio', { name: 'Den som snakker' }).check();
  await expectPictures(page);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Bare lyd' })).toBeChecked();
  await openSheet(page, 'Folk');
  await expect(page.getByRole('dialog', { name: 'Folk' })).toBeVisible();
});

test('LOOK-2 whoever reads the front door with difficulty chooses there, and keeps it when they are in', async ({
  browser,
  school,
  cast,
}) => {
  const { page, context, watch } = await openBrowser(browser, school.url);
  watch.expect(/status of 401/);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/logg-inn');
  await page.getByRole('link', { name: 'Utseende' }).click();
  await page.getByRole('radio', { name: 'Størst' }).click();
  await page.getByRole('radio', { name: 'Mer luft' }).click();
  await page.goBack();
  await expect(page.locator('html')).toHaveAttribute('data-text', 'largest');
  await expect(page.getByLabel('E-postadressen din')).toBeVisible();
  expect(await sidewaysPx(page)).toBe(0);
  await expectAccessible(page, 'the front door in the largest text');
  await signInByCode(context, school, cast.thirdStudent.email);
  await page.goto('/utseende');
  await expect(page.getByRole('radio', { name: 'Størst' })).toBeChecked();
  expect(watch.complaints()).toEqual([]);
  await context.close();
});

test('F78 LOOK-1 the largest text with the most air is whole on the narrowest phone', async ({
  student,
  session,
}) => {
  const { page } = student;
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/utseende');
  for (const choice of ['Størst', 'OpenDyslexic', 'Mer luft']) {
    await page.getByRole('radio', { name: choice }).click();
    await expect(page.getByRole('radio', { name: choice })).toBeChecked();
  }
  for (const [path, heading] of [
    ['/utseende', /Utseende/],
    ['/din-side', /Din side/],
    ['/', /Ingrid|Hei|God/],
    ['/konto', /Innlogginger/],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    expect(await sidewaysPx(page), path).toBe(0);
    await expectAccessible(page, path);
  }
  await page.goto(session.path);
  await expectInRoom(page);
  expect(await sidewaysPx(page), 'the room').toBe(0);
  await expectAccessible(page, 'the room');
});
