import { expectAccessible } from '../axe.ts';
import { disposeBots, enterAsListener } from '../bots.ts';
import {
  expectNothingDecoded,
  expectPictures,
  expectSilence,
  expectSound,
  keepLines,
} from '../media.ts';
import { expect, openBrowser, type Person, test } from '../people.ts';
import { expectSpoken, openPanel, rowOf, say } from '../room.ts';
import { camera, enterRoom, microphone, useMedia } from '../seminar.ts';

useMedia();

const fingerprintLine = ({ page }: Person) =>
  page.getByRole('button', { name: /^Lukket rom Fingeravtrykk (\d{4} ){3}\d{4}$/ });

const fingerprintOf = async (person: Person): Promise<string> => {
  const line = fingerprintLine(person);
  await expect(line).toBeVisible({ timeout: 20_000 });
  return (await line.innerText()).replace(/\D+/gu, ' ').trim();
};

/** Closes the room, and answers the link that the teacher would pass on. */
async function closeRoom(teacher: Person): Promise<string> {
  const { page } = teacher;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'For alle', exact: true }).click();
  await page.getByRole('button', { name: /^Lukk rommet/ }).click();
  const sheet = page.getByRole('dialog');
  const consequences = sheet.getByRole('listitem');
  await expect(consequences.first()).toHaveText(/^Bare de som har nøkkelen/);
  for (const size of [{ width: 360, height: 640 }, page.viewportSize()]) {
    if (size) await page.setViewportSize(size);
    for (const point of await consequences.filter({ visible: true }).all())
      await expect(point, 'what it means is seen before').toBeInViewport({ ratio: 1 });
    await expect(sheet.getByRole('button', { name: 'Lukk rommet', exact: true })).toBeInViewport();
  }
  await sheet.getByRole('button', { name: 'Lukk rommet', exact: true }).click();
  await sheet.getByRole('button', { name: 'Kopier lenken' }).click();
  await expect(sheet.getByRole('button', { name: 'Lenken er kopiert' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await expectAccessible(page, 'the sheet of a closed room');
  await sheet.getByRole('button', { name: 'Lukk', exact: true }).click();
  await expect(microphone(teacher), 'joined anew, with the key').toHaveText(/^Mikrofon/, {
    timeout: 20_000,
  });
  const said = await page.evaluate(() => window.saidAloud.join('\n'));
  expect(said, 'a planned change is no lost line').not.toContain('Lyden er borte');
  return link;
}

const keyIn = (link: string): string => new URL(link).hash.replace('#nokkel=', '');

/** Everything that the page has sent to our server, addresses and bodies, so that a key in it would be found. */
function listenIn({ page }: Pick<Person, 'page'>): () => string {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url(), request.postData() ?? ''));
  page.on('websocket', (socket) => {
    sent.push(socket.url());
    socket.on('framesent', ({ payload }) => sent.push(payload.toString()));
  });
  return () => sent.join('\n');
}

const lockedNotice = ({ page }: Person) =>
  page.getByRole('status').filter({ hasText: 'Berit har lukket rommet.' });

/** What the room says of the moment, over the bar. */
const told = ({ page }: Person) => page.getByRole('region', { name: 'Beskjed' });

async function typeKey({ page }: Person, key: string): Promise<void> {
  await page.getByLabel('Nøkkel').fill(key);
  await page.getByRole('button', { name: 'Bli med i lyden' }).click();
}

test('F28 with the same key all hear and see each other, and the server never sees the key', async ({
  browser,
  school,
  teacher,
  student,
  session,
}) => {
  const sent = [listenIn(teacher), listenIn(student)];
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  const link = await closeRoom(teacher);

  const { page } = student;
  await expect(lockedNotice(student)).toBeVisible();
  await expectSpoken(
    page,
    'Berit har lukket rommet. Åpne lenken du har fått, eller skriv nøkkelen.',
  );
  await expect(microphone(student)).toHaveText('Ingen lyd');
  await expectAccessible(page, 'a closed room without its key');
  await page.goto(link);
  await expect(page, 'the key stands in no address bar').toHaveURL(link.split('#')[0] ?? '');
  expect(await fingerprintOf(student)).toBe(await fingerprintOf(teacher));
  await expectAccessible(page, 'a closed room');
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(fingerprintLine(student).getByText('Lukket', { exact: true })).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });

  await microphone(student).click();
  await camera(student).click();
  await microphone(teacher).click();
  await camera(teacher).click();
  for (const { page: seen } of [teacher, student]) {
    await expectSound(seen);
    await expectPictures(seen);
  }

  // Moderation is about what the server knows, and needs no key.
  await openPanel(teacher.page, 'Folk');
  const row = rowOf(teacher.page, student.name);
  await row.getByRole('button', { name: /^Valg/ }).click();
  await row.getByRole('button', { name: 'Demp' }).click();
  await expect(microphone(student)).toHaveText('Mikrofon av');
  await expectSilence(teacher.page);

  // Loaded anew, the tab still has the key, and no other tab does.
  await page.reload();
  expect(await fingerprintOf(student)).toBe(await fingerprintOf(teacher));

  // At the front door, too, it is gone from the address before anything is sent.
  const stranger = await openBrowser(browser, school.url);
  const atTheDoor = listenIn(stranger);
  await stranger.page.goto(link);
  await expect(stranger.page).toHaveURL(/logg-inn/);
  sent.push(atTheDoor, () => stranger.page.url());

  const key = keyIn(link);
  const all = sent.map((what) => what()).join('\n');
  expect(all).toContain('seminar-room/close');
  for (const form of [key, key.replaceAll('-', ''), key.slice(0, 9)])
    expect(all, 'never on its way to a server').not.toContain(form);
  await stranger.context.close();
});

test('F28 a key that is another decodes nothing and says so; typed right, it opens', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  const link = await closeRoom(teacher);
  await microphone(teacher).click();
  await camera(teacher).click();
  await expect(camera(teacher)).toHaveText('Kamera på');

  // A key that is whole, and of another room.
  const other = '0123-4567-89AB-CDEF-GHJK-MNPQ-RST5';
  await standAtTheDoor(student, session.path);
  const tile = student.page.locator('#stage [data-person]').filter({ hasText: teacher.called });
  await expect(tile, 'it is the student who is not in the sound').toContainText(
    `${teacher.called} uten lyd her`,
  );
  await expect(tile).not.toContainText(/, ikke i lyden|^ikke i lyden/);
  await typeKey(student, other.slice(0, -1));
  await expect(student.page.getByText('Her mangler det noen.')).toBeVisible();
  const desktop = student.page.viewportSize();
  await student.page.setViewportSize({ width: 360, height: 740 });
  const hidden = await student.page
    .getByLabel('Nøkkel')
    .evaluate((field) => [
      field.scrollWidth - field.clientWidth,
      field.scrollHeight - field.clientHeight,
    ]);
  expect(Math.max(...hidden), 'all of what was typed is in sight').toBeLessThanOrEqual(1);
  if (desktop) await student.page.setViewportSize(desktop);
  await typeKey(student, other);
  await expect(student.page.getByText('Nøkkelen passer ikke.').first()).toBeVisible({
    timeout: 20_000,
  });
  await expectNothingDecoded(student.page);
  await expect(tile, 'what cannot be heard is not said to be on').toContainText(
    `${teacher.called} uten lyd her`,
  );
  await expect(tile).not.toContainText('mikrofon på');
  // It is no news each time that somebody is read anew, nor by two voices.
  for (const word of ['Mikrofon av', 'Mikrofon på']) {
    await microphone(teacher).click();
    await expect(microphone(teacher)).toHaveText(word);
  }
  const said = await student.page.evaluate(() => window.saidAloud);
  expect(said.filter((one) => one.includes('Nøkkelen passer ikke.'))).toHaveLength(1);
  await expect(
    student.page.getByRole('status').filter({ hasText: 'Nøkkelen passer ikke.' }),
  ).toHaveAttribute('aria-live', 'off');

  // Whoever made the key has the right one: it is the other who is named, though nobody else is heard.
  await microphone(student).click();
  const notice = teacher.page
    .getByRole('status')
    .filter({ hasText: `${student.called} har en annen nøkkel enn deg.` });
  await expect(notice).toBeVisible({ timeout: 20_000 });
  await expect(notice).toContainText('Din er riktig.');
  const theirTile = teacher.page
    .locator('#stage [data-person]')
    .filter({ hasText: student.called });
  await expect(theirTile).toContainText(`${student.called} uten lyd her`);
  await expect(theirTile).not.toContainText('mikrofon på');
  await expect(teacher.page.getByText('Nøkkelen passer ikke.')).toHaveCount(0);
  await notice.getByRole('button', { name: 'Din nøkkel' }).click();
  const ownSheet = teacher.page.getByRole('dialog');
  await expect(ownSheet).toContainText('så det er ikke din som er feil');
  await expect(ownSheet.getByLabel('Nøkkel'), 'nor asked to type a good key').toHaveCount(0);
  await ownSheet.getByRole('button', { name: 'Lukk', exact: true }).click();

  await student.page.getByRole('button', { name: 'Skriv nøkkelen på nytt' }).click();
  const sheet = student.page.getByRole('dialog');
  await expectAccessible(student.page, 'the sheet of a key that does not fit');
  const wrong = await sheet.getByText(/^(\d{4} ){3}\d{4}$/).innerText();
  expect(wrong).toBe('6952 2616 4716 5781');
  expect(wrong).not.toBe(await fingerprintOf(teacher));
  await typeKey(student, keyIn(link).toLowerCase());
  await expect(student.page.getByText('Nøkkelen passer ikke.')).toHaveCount(0);
  expect(await fingerprintOf(student)).toBe(await fingerprintOf(teacher));
  await expectSound(student.page);
  await expectPictures(student.page);
});

test('F28 CLOSED-4 a program without the key takes in the bytes, and makes no picture and no sound of them', async ({
  school,
  cast,
  teacher,
  session,
}) => {
  await enterRoom(teacher, session);
  await microphone(teacher).click();
  await camera(teacher).click();
  await expect(camera(teacher)).toHaveText('Kamera på');
  const listener = await enterAsListener(school, cast.thirdStudent, session);
  /** What comes in within five seconds, and what can be made of it. */
  const inFiveSeconds = async () => {
    const before = await listener.received();
    await teacher.page.waitForTimeout(5_000);
    const now = await listener.received();
    const sounds = now.sounds - before.sounds;
    return {
      pictureBytes: now.pictureBytes - before.pictureBytes,
      pictures: now.pictures - before.pictures,
      sounds,
      silentShare: (now.silences - before.silences) / sounds,
    };
  };
  try {
    await expect
      .poll(async () => (await listener.received()).pictures, { timeout: 20_000 })
      .toBeGreaterThan(10);
    const open = await inFiveSeconds();
    expect(open.pictures, 'in an open room it sees').toBeGreaterThan(10);
    expect(open.silentShare, 'a beep each second, and silence between').toBeGreaterThan(0.6);

    await closeRoom(teacher);
    await expect(camera(teacher)).toHaveText('Kamera på');
    // Until the last of what was sent in the clear has come.
    await teacher.page.waitForTimeout(3_000);
    const closed = await inFiveSeconds();
    expect(closed.pictureBytes, 'it comes in').toBeGreaterThan(10_000);
    expect(closed.pictures, 'and shows nothing').toBe(0);
    expect(closed.sounds, 'so does sound').toBeGreaterThan(100);
    // Ciphertext is noise all the while: when somebody speaks is not to be told from when nobody does.
    expect(closed.silentShare, 'and is noise').toBeLessThan(0.4);
  } finally {
    await listener.leave();
    await disposeBots();
  }
});

test('CLOSED-3 a damaged link says that its key is not whole, and leaves nothing of it in the address', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  const link = await closeRoom(teacher);
  const [address = ''] = link.split('#');
  const { page } = student;
  for (const typed of ['%', '%zz', `${keyIn(link).slice(0, 4)}%E0%A4%A`]) {
    // From elsewhere, as a link is opened: a change of the hash alone would not load the page.
    await page.goto('about:blank');
    await page.goto(`${address}#nokkel=${typed}`);
    await expect(lockedNotice(student)).toContainText('Nøkkelen i lenken er ikke hel.', {
      timeout: 20_000,
    });
    await expectSpoken(page, 'Berit har lukket rommet. Nøkkelen i lenken er ikke hel.');
    expect(page.url(), 'nothing of it stands in the address bar').toBe(address);
  }
  await page.getByRole('button', { name: 'Skriv nøkkelen' }).click();
  await typeKey(student, keyIn(link));
  expect(await fingerprintOf(student)).toBe(await fingerprintOf(teacher));
});

test('CLOSED-6 one with another key is named to those who share theirs, who can put it away', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  const link = await closeRoom(teacher);
  await student.page.goto(link);
  await fingerprintOf(student);
  await standAtTheDoor(secondStudent, session.path);
  await typeKey(secondStudent, '0123-4567-89AB-CDEF-GHJK-MNPQ-RST5');
  for (const one of [teacher, student, secondStudent]) await microphone(one).click();

  const { page } = teacher;
  const notice = page
    .getByRole('status')
    .filter({ hasText: `${secondStudent.called} har en annen nøkkel enn deg.` });
  await expect(notice).toBeVisible({ timeout: 20_000 });
  await expect(notice).toContainText(`Be ${secondStudent.called} skrive den på nytt.`);
  await expect(page.getByRole('button', { name: 'Skriv nøkkelen på nytt' })).toHaveCount(0);
  await expectAccessible(page, 'one with another key');
  await notice.getByRole('button', { name: 'Din nøkkel' }).click();
  await expect(page.getByRole('dialog')).toContainText('det er ikke din som er feil');
  await page.getByRole('dialog').getByRole('button', { name: 'Lukk', exact: true }).click();
  await notice.getByRole('button', { name: 'Lukk', exact: true }).click();
  await expect(notice).toHaveCount(0);
  await expect(
    secondStudent.page.getByText('Nøkkelen passer ikke.').first(),
    'the one whose it is has it to mend',
  ).toBeVisible();
  await expectNothingDecoded(secondStudent.page);
  await expect(notice, 'it stays away').toHaveCount(0);
});

test('F28 opened again, everybody is back without a key, and those who were silent still are', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  await microphone(student).click();
  await expectSound(teacher.page);
  const link = await closeRoom(teacher);
  await expect(microphone(student), 'without the key nobody is on').toHaveText('Ingen lyd');
  await say(teacher.page, 'Samtalen går som før');
  await expect(student.page.getByText('Samtalen går som før').first()).toBeVisible();

  await student.page.goto(link);
  await fingerprintOf(student);
  await expect(microphone(student), 'nor with it, before a press').toHaveText('Mikrofon av');

  await fingerprintLine(student).click();
  await expect(student.page.getByRole('dialog')).toBeVisible();
  await fingerprintLine(teacher).click();
  await teacher.page.getByRole('button', { name: 'Åpne rommet igjen' }).click();
  await expect(student.page.getByRole('dialog'), 'it was of a closed room').toHaveCount(0);
  await expect(told(student), 'seen, not only said').toHaveText(
    'Berit har åpnet rommet. Lyd og bilde er ikke lenger kryptert.',
  );
  await expect(fingerprintLine(student)).toHaveCount(0);
  await expect(fingerprintLine(teacher)).toHaveCount(0);
  await expect(microphone(student)).toHaveText('Mikrofon av', { timeout: 20_000 });
  await microphone(student).click();
  await expectSound(teacher.page);

  const another = await closeRoom(teacher);
  expect(another, 'another key each time').not.toBe(link);
  await expect(lockedNotice(student), 'the old one is forgotten').toBeVisible();
  await student.page.getByRole('button', { name: 'Skriv nøkkelen' }).click();
  await typeKey(student, keyIn(another));
  await expect(told(student), 'whoever was on the air').toHaveText(
    'Mikrofon og kamera er av. Slå dem på når du vil.',
    { timeout: 20_000 },
  );
});

async function standAtTheDoor({ page }: Person, path: string): Promise<void> {
  await keepLines(page);
  await page.goto(path);
  await page.getByRole('button', { name: 'Skriv nøkkelen' }).click({ timeout: 20_000 });
  await expect(page.getByLabel('Nøkkel')).toBeFocused();
}

test('CLOSED-6 STAGE-11 a shared screen that fills the page leaves in sight that the room is closed', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  const { page } = student;
  await page.goto(await closeRoom(teacher));
  await fingerprintOf(student);
  await teacher.page.getByRole('button', { name: 'Mer', exact: true }).click();
  await teacher.page.getByRole('button', { name: /^Del skjerm/ }).click();
  const turn = page
    .getByRole('region', { name: `Skjermen til ${teacher.called}` })
    .getByRole('button');
  for (const size of [
    { width: 360, height: 740 },
    { width: 740, height: 360 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    await turn.click();
    await expect(turn).toHaveText('Lukk stor visning');
    await expect(fingerprintLine(student)).toBeInViewport({ ratio: 1 });
    // Pressed where it stands: nothing lies over it.
    await fingerprintLine(student).click({ trial: true, timeout: 5_000 });
    await page.keyboard.press('Escape');
  }
});

test('CLOSED-4 a screen that is shared while the room is closed and opened is shared again by one press each time', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  const { page } = teacher;
  const screen = student.page.getByRole('region', { name: `Skjermen til ${teacher.called}` });
  const offer = page.getByRole('region', { name: 'Skjermdelingen er stoppet' });
  const shareAgain = async () => {
    await offer.getByRole('button', { name: 'Del igjen' }).click();
    await expect(page.getByRole('region', { name: 'Du deler skjermen' })).toBeVisible();
    await expect(offer).toHaveCount(0);
    await expect(screen).toBeVisible();
  };
  await page.getByRole('button', { name: 'Mer', exact: true }).click();
  await page.getByRole('button', { name: /^Del skjerm/ }).click();
  await expect(screen).toBeVisible();

  const link = await closeRoom(teacher);
  await expect(offer).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page, 'a shared screen that has ended');
  await student.page.goto(link);
  await fingerprintOf(student);
  await shareAgain();

  await fingerprintLine(teacher).click();
  await page.getByRole('button', { name: 'Åpne rommet igjen' }).click();
  await expect(offer).toBeVisible({ timeout: 20_000 });
  await shareAgain();

  await page.getByRole('button', { name: 'Stopp delingen' }).click();
  await expect(screen).toHaveCount(0);
  await expect(offer, 'stopped by oneself').toHaveCount(0);
});
