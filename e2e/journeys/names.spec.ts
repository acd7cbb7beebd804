import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expectAccessible } from '../axe.ts';
import { expect, type Person, test } from '../people.ts';
import {
  expectSpoken,
  join,
  messagesWith,
  openPanel,
  queue,
  raiseHand,
  rowOf,
  say,
} from '../room.ts';

async function openProfile({ page }: Person): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: /meny/ }).click();
  await page.getByRole('menuitem', { name: 'Din side' }).click();
  await page.getByRole('link', { name: 'Slik vises du' }).click();
  await expect(page.getByRole('heading', { name: 'Slik vises du' })).toBeVisible();
}

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Lagre', exact: true });
const preview = (page: Page) => page.getByRole('region', { name: 'Slik ser andre deg' });

/** Everything that the page's own line is told. To be called before the page is opened. */
function keepFrames({ page }: Person): string[] {
  const frames: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push(String(payload)));
  });
  return frames;
}

test('F42 PROFILE-1 PROFILE-6 somebody says what they are shown as, by keyboard alone, and a teacher in a session sees it at once', async ({
  teacher,
  student,
  session,
}) => {
  await join(teacher, session);
  await openPanel(teacher.page, /^Folk/);
  await expect(rowOf(teacher.page, 'Kari Nilsen')).toBeVisible();

  const { page } = student;
  await openProfile(student);
  await expect(field(page, 'Navn')).toHaveValue('Kari Nilsen');
  await field(page, 'Navn').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Kim Nilsen');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Kim');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'hun/henne' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Pronomen, hvis du vil')).toHaveValue('hen');
  await expect(preview(page)).toContainText('Kim Nilsen');
  await expect(preview(page)).toContainText('På det du leverer inn');
  await expect(preview(page).getByText('Kari Nilsen')).toBeVisible();
  await expectAccessible(page, 'profile');
  await save(page).focus();
  await page.keyboard.press('Enter');
  await expectSpoken(page, 'Lagret. Slik vises du nå.');
  await expect(page.getByText('I skolens lister heter du Kari Nilsen.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Kim Nilsen, din meny' })).toBeVisible();

  await expect(rowOf(teacher.page, 'Kim Nilsen')).toContainText('hen');
  await expect(rowOf(teacher.page, 'Kari Nilsen')).toHaveCount(0);

  await page.getByRole('button', { name: 'Bruk navnet i skolens lister' }).click();
  await expect(field(page, 'Navn')).toHaveValue('Kari Nilsen');
  await expect(field(page, 'Fornavn')).toHaveValue('Kari');
  await save(page).click();
  await expect(rowOf(teacher.page, 'Kari Nilsen')).toContainText('hen');
});

test('F42 PROFILE-2 PROFILE-4 what is no name is refused in words, and a name of any script turns no line', async ({
  teacher,
  student,
  session,
}) => {
  const { page } = student;
  await openProfile(student);
  const name = field(page, 'Navn');
  await name.fill('Å'.repeat(200));
  await expect(page.getByText('Det er plass til 60 tegn. Her er det 200.')).toBeVisible();
  await name.fill('Kari\u202e neslin');
  await expect(
    page.getByText('Her er det tegn som ikke kan leses.', { exact: false }),
  ).toBeVisible();
  await name.fill('\u200b\u200d');
  await save(page).click();
  await expect(page.getByText('Skriv et navn med minst én bokstav.')).toBeVisible();
  await expect(name).toBeFocused();
  await name.fill('berit  AUNE');
  await save(page).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Noen andre på skolen heter det' }),
  ).toBeVisible();
  await name.fill('سارة نيلسن');
  await field(page, 'Fornavn').fill('سارة');
  await save(page).click();
  await expect(page.getByText('Lagret. Slik vises du nå.').first()).toBeVisible();

  await join(teacher, session);
  await join(student, session);
  await raiseHand(page);
  await expectSpoken(teacher.page, '\u2068سارة\u2069 rakk opp hånda.');
  await openPanel(teacher.page, /^Folk/);
  await expect(rowOf(teacher.page, '\u2068سارة نيلسن\u2069')).toBeVisible();
});

test('F42 NAMES-1 in a talking circle the first name alone is shown to everybody, and no last name is sent', async ({
  school,
  cast,
  teacher,
  student,
  secondStudent,
}) => {
  const circle = await school.planning.session({
    cohort: cast.cohort,
    teachers: [cast.teacher],
    title: 'Samtalering',
    kind: 'circle',
  });
  const frames = keepFrames(secondStudent);
  await join(teacher, circle);
  await join(secondStudent, circle);
  await join(student, circle);
  await say(student.page, 'Hei til dere');
  await raiseHand(student.page);
  const { page } = secondStudent;
  await expectSpoken(page, 'Kari: Hei til dere');
  await expect(messagesWith(page, 'Hei til dere')).toContainText('Kari');
  await expect(queue(page)).toContainText('Kari');
  await expect(page.locator('#stage').getByText('Kari', { exact: true })).toBeVisible();
  await openPanel(page, /^Folk/);
  for (const name of ['Berit', 'Kari', 'Siri']) await expect(rowOf(page, name)).toBeVisible();
  await expect(page.getByText(/Nilsen|Aune|Dahl/)).toHaveCount(0);
  await expectAccessible(page, 'people in a circle');
  const told = frames.join('');
  expect(told).toContain('Kari');
  expect(told).not.toMatch(/Nilsen|Aune|Dahl/);
});

test('F42 NAMES-2 two of the same first name are told apart in a circle, whoever comes first', async ({
  school,
  cast,
  enter,
  teacher,
  student,
}) => {
  const other = await school.planning.person({
    name: 'Kari Lund',
    role: 'student',
    cohort: cast.cohort,
  });
  const circle = await school.planning.session({
    cohort: cast.cohort,
    teachers: [cast.teacher],
    kind: 'circle',
  });
  await join(teacher, circle);
  await join(student, circle);
  await openPanel(teacher.page, /^Folk/);
  await expect(rowOf(teacher.page, 'Kari N.')).toBeVisible();
  await expect(rowOf(teacher.page, 'Kari L.')).toBeVisible();
  await join(await enter(other), circle);
  await teacher.page.reload();
  await openPanel(teacher.page, /^Folk/);
  await expect(rowOf(teacher.page, 'Kari N.')).toBeVisible();
  await expect(rowOf(teacher.page, 'Kari L.')).toBeVisible();
});

test('F42 PROFILE-7 a picture of oneself is shown where the drawing stood, and goes when its owner takes it away', async ({
  teacher,
  student,
  session,
}) => {
  await join(teacher, session);
  await openPanel(teacher.page, /^Folk/);
  const seen = rowOf(teacher.page, 'Kari Nilsen').locator('img');
  await expect(seen).toHaveCount(0);
  const { page } = student;
  await openProfile(student);
  const choose = async (buffer: Buffer, name: string, mimeType: string) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^(Velg|Bytt) bilde/ }).click();
    await (await chooser).setFiles({ name, mimeType, buffer });
  };
  student.watch.expect(/status of 415/);
  await choose(Buffer.from('ikke et bilde'), 'bilde.png', 'image/png');
  await expect(page.getByRole('alert').filter({ hasText: 'Dette kan vi ikke lese' })).toBeVisible();
  const photo = await sharp({
    create: { width: 800, height: 500, channels: 3, background: 'teal' },
  })
    .jpeg()
    .toBuffer();
  await choose(photo, 'meg.jpg', 'image/jpeg');
  await expect(page.getByText('Bildet er lagret. Andre ser det nå.').first()).toBeVisible();
  await expect(preview(page).locator('img')).toHaveCount(2);
  await expect
    .poll(() => seen.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
    .toBe(384);
  await expectAccessible(page, 'profile with a picture');
  await page.getByRole('button', { name: 'Ta bort bildet' }).click();
  await expectSpoken(page, 'Bildet er slettet. En tegning står i stedet.');
  await expect(page.getByRole('button', { name: 'Velg bilde' })).toBeFocused();
  await expect(seen).toHaveCount(0);
});
