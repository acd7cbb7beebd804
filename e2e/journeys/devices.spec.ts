import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { setClock, takeSmallCamera } from '../camera.ts';
import { expectPictures, expectSilence, expectSound, keepLines } from '../media.ts';
import { expect, type Person, test } from '../people.ts';
import { expectSpoken } from '../room.ts';
import { camera, enterRoom, microphone, refuseDevices, useMedia } from '../seminar.ts';

// On a machine without a graphics card, as those that test are, drawing is done by the processor.
useMedia({ args: ['--enable-unsafe-swiftshader'] });

const controls = (page: Page) => page.getByRole('region', { name: 'Kontroller' });

async function openMore({ page }: Person) {
  await controls(page).getByRole('button', { name: /^Mer/ }).click();
  return page.getByRole('dialog', { name: 'Mer' });
}

async function openShortcuts(person: Person) {
  await (await openMore(person)).getByRole('button', { name: /^Hurtigtaster/ }).click();
  return person.page.getByRole('dialog', { name: 'Hurtigtaster' });
}

const WHOLE = { x: 0, y: 0, width: 320, height: 180 };

/** How much neighbouring points of a picture, or of a part of it, differ: sharp edges much, a blurred picture little. */
const sharpness = (page: Page, video: string, part = WHOLE) =>
  page
    .locator(video)
    .first()
    .evaluate((element, { x, y, width, height }) => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: 320, height: 180 });
      const context = canvas.getContext('2d');
      context?.drawImage(element as HTMLVideoElement, 0, 0, canvas.width, canvas.height);
      const { data } = context?.getImageData(x, y, width, height) ?? { data: [] };
      let sum = 0;
      for (let at = 4; at < data.length; at += 4)
        sum += Math.abs((data[at] ?? 0) - (data[at - 4] ?? 0));
      return sum / (data.length / 4);
    }, part);

test('F29 the blur comes from our own origin when it is asked for, and shows in the mirror', async ({
  student,
}) => {
  const { page } = student;
  await setClock(student, 0.1);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/sjekk');
  const blur = page.getByRole('checkbox', { name: 'Sløret bakgrunn' });
  await expect(blur).not.toBeChecked();
  await page.getByRole('button', { name: 'Slå på kamera' }).click();
  await expect.poll(() => sharpness(page, 'video')).toBeGreaterThan(0.5);
  const sharp = await sharpness(page, 'video');
  expect(asked.join(), 'nothing before it is asked for').not.toMatch(/blur|selfie/);

  await blur.check();
  await expect(page.getByText('Bakgrunnen er sløret.').first()).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => sharpness(page, 'video')).toBeLessThan(sharp / 2);
  await expectAccessible(page, 'the device check with a blurred background');

  await page.reload();
  await expect(blur, 'remembered on the device').toBeChecked();
  await expect(page.getByRole('button', { name: 'Slå på kamera' })).toBeVisible();
});

/** Presses until another try is let in: the server wants a few seconds between two. */
const tryAgain = (page: Page) =>
  expect(async () => {
    await page.getByRole('button', { name: 'Prøv igjen Kommer lyd og bilde fram?' }).click();
    await expect(page.getByText('Prøver …')).toBeHidden({ timeout: 12_000 });
    await expect(page.getByText('Vent noen sekunder, og prøv igjen.')).toBeHidden();
  }).toPass({ timeout: 30_000 });

test('F1 the way for sound and picture is tried for real, and can be tried again', async ({
  student,
}) => {
  const { page } = student;
  await page.goto('/sjekk');
  await page.getByRole('button', { name: 'Prøv herfra' }).click();
  await expect(page.getByText('Lyd og bilde kommer fram.')).toBeVisible({ timeout: 15_000 });
  await tryAgain(page);
  await expect(page.getByText('Lyd og bilde kommer fram.')).toBeVisible({ timeout: 15_000 });
  await expectAccessible(page, 'the device check with a tried line');
});

test('F1 a network that stops sound and picture is told apart from one that stops nothing', async ({
  student,
}) => {
  const { page } = student;
  // As behind a firewall: pages and the line for arranging it work, and no way for sound and picture is ever found.
  await page.addInitScript(() => {
    window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
      construct: (target, [settings]) =>
        Reflect.construct(target, [{ ...settings, iceTransportPolicy: 'relay', iceServers: [] }]),
    });
    // What the media server says of its own ways comes later, and changes nothing of the firewall.
    RTCPeerConnection.prototype.setConfiguration = () => undefined;
  });
  await page.goto('/sjekk');
  await page.getByRole('button', { name: 'Prøv herfra' }).click();
  await page.getByRole('button', { name: 'Avbryt' }).click();
  await expect(page.getByText('Prøven er avbrutt.')).toBeVisible();
  await tryAgain(page);
  await expect(page.getByText('Lyd og bilde kommer ikke fram herfra.')).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText(/Slå av VPN, eller del nett fra telefonen/)).toBeVisible();
  await expectAccessible(page, 'the device check behind a firewall');
});

/** Somebody drawn before a striped wall, in place of the camera. */
async function sitBeforeStripes({ page }: Person): Promise<void> {
  await page.addInitScript(() => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 640, height: 360 });
    const brush = canvas.getContext('2d');
    const oval = (colour: string, ...[x, y, wide, high]: [number, number, number, number]) => {
      if (!brush) return;
      brush.fillStyle = colour;
      brush.beginPath();
      brush.ellipse(x, y, wide, high, 0, 0, Math.PI * 2);
      brush.fill();
    };
    const box = (colour: string, ...place: [number, number, number, number]) => {
      if (!brush) return;
      brush.fillStyle = colour;
      brush.fillRect(...place);
    };
    const draw = () => {
      for (let x = 0; x < 640; x += 16) box(x % 32 ? '#d8d0c0' : '#7090a0', x, 0, 16, 360);
      oval('#34495e', 320, 380, 170, 130);
      box('#d9a684', 290, 210, 60, 60);
      oval('#3a2418', 320, 140, 82, 95);
      oval('#dba988', 320, 160, 66, 84);
      for (const x of [295, 345]) {
        oval('#ffffff', x, 148, 12, 6);
        oval('#222222', x, 148, 5, 5);
        box('#222222', x - 14, 132, 28, 4);
      }
      oval('#a85a50', 320, 205, 20, 6);
      box('#b97c5c', 315, 160, 8, 24);
    };
    draw();
    setInterval(draw, 100);
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10);
  });
}

test('F29 whoever sits before the camera stays sharp, and what is behind does not', async ({
  student,
}) => {
  const { page } = student;
  await setClock(student, 0.1);
  await sitBeforeStripes(student);
  await page.goto('/sjekk');
  await page.getByRole('button', { name: 'Slå på kamera' }).click();
  const [eyes, wall] = [
    { x: 120, y: 55, width: 80, height: 30 },
    { x: 0, y: 0, width: 80, height: 90 },
  ];
  await expect.poll(() => sharpness(page, 'video', wall)).toBeGreaterThan(5);
  const before = {
    eyes: await sharpness(page, 'video', eyes),
    wall: await sharpness(page, 'video', wall),
  };
  await page.getByRole('checkbox', { name: 'Sløret bakgrunn' }).check();
  // Between the picture that ends and the blurred one that begins there may be none: only one frame shows both.
  await expect(async () => {
    expect(await sharpness(page, 'video', eyes)).toBeGreaterThan(before.eyes * 0.7);
    expect(await sharpness(page, 'video', wall)).toBeLessThan(before.wall / 4);
    expect(await sharpness(page, 'video', eyes)).toBeGreaterThan(before.eyes * 0.7);
  }).toPass({ timeout: 30_000 });
});

test('F29 DEVICE-1 a blurred picture is decoded by the others, through the camera being off and on', async ({
  teacher,
  student,
  session,
}) => {
  await takeSmallCamera(student);
  await setClock(student, 0.1);
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  const more = await openMore(student);
  await more.getByRole('checkbox', { name: 'Sløret bakgrunn' }).check();
  await expect(more.getByText('Brukes når kameraet er på.').first()).toBeVisible();
  await expectAccessible(student.page, 'what lies behind «Mer»');
  await student.page.keyboard.press('Escape');
  await expect(camera(student), 'the blur turns no camera on').toHaveText('Kamera av');

  await camera(student).click();
  await expect(camera(student)).toHaveText('Kamera på');
  await expectPictures(teacher.page);
  await expect.poll(() => sharpness(teacher.page, 'video')).toBeGreaterThan(0);
  // The first frames come small and coarse.
  await expectPictures(teacher.page);
  // One frame may be coarse: the sharpest of several is what a blurred picture comes to.
  let blurred = 0;
  for (let nth = 0; nth < 10; nth += 1) {
    blurred = Math.max(blurred, await sharpness(teacher.page, 'video'));
    await teacher.page.waitForTimeout(300);
  }

  await camera(student).click();
  await expect(camera(student)).toHaveText('Kamera av');
  await camera(student).click();
  await expectPictures(teacher.page);
  await expect.poll(() => sharpness(teacher.page, 'video')).toBeLessThan(blurred * 1.5);

  const again = await openMore(student);
  await again.getByRole('checkbox', { name: 'Sløret bakgrunn' }).uncheck();
  await expect.poll(() => sharpness(teacher.page, 'video')).toBeGreaterThan(blurred * 1.5);
});

test('F29 DEVICE-1 a machine that cannot keep up says so, and shows nobody’s room', async ({
  student,
  session,
}) => {
  const { page } = student;
  await takeSmallCamera(student);
  await setClock(student, 10);
  await page.addInitScript(() => localStorage.setItem('mellom.blur', 'on'));
  await enterRoom(student, session);
  await camera(student).click();
  const stage = page.getByRole('main');
  await expect(
    stage.getByText('Maskinen rakk ikke å sløre. Derfor er kameraet slått av.'),
  ).toBeVisible({ timeout: 40_000 });
  await expect(camera(student)).toHaveText('Kamera av');
  const more = await openMore(student);
  const choice = more.getByRole('checkbox', { name: 'Sløret bakgrunn' });
  await expect(choice, 'the choice stays').toBeChecked();
  expect(await page.evaluate(() => localStorage.getItem('mellom.blur'))).toContain('on');

  // The ordinary press shows nobody's room: it says why, and showing oneself without is a choice of its own.
  await page.keyboard.press('Escape');
  const notice = page.getByRole('status').filter({ hasText: 'bakgrunnen kan ikke sløres' });
  await notice.getByRole('button', { name: 'Lukk', exact: true }).click();
  await expect(notice).toHaveCount(0);
  await camera(student).click();
  await expect(notice).toBeVisible();
  await expect(camera(student)).toHaveText('Kamera av');
  await page.getByRole('button', { name: 'Vis uten sløring' }).click();
  await expect(camera(student)).toHaveText('Kamera på');
  await openMore(student);
  await expect(choice).not.toBeChecked();
  await expect(more.getByText('Kameraet vises uten sløring.').first()).toBeVisible();
  await expect(page.getByText('Derfor er kameraet slått av.')).toHaveCount(0);
});

test('F29 DEVICE-1 what cannot be blurred is not shown, and that is said with a way on', async ({
  student,
  session,
}) => {
  const { page } = student;
  await page.addInitScript(() => {
    Object.defineProperty(window, 'OffscreenCanvas', { value: undefined });
    Reflect.deleteProperty(window, 'OffscreenCanvas');
    localStorage.setItem('mellom.blur', 'on');
  });
  await enterRoom(student, session);
  await camera(student).click();
  await expect(
    page.getByText('Kameraet er av, for bakgrunnen kan ikke sløres.', { exact: true }),
  ).toBeVisible();
  const notice = page.getByRole('status').filter({ hasText: 'Denne nettleseren kan ikke sløre' });
  await expect(notice).toBeVisible();
  await expect(camera(student)).toHaveText('Kamera av');
  const sign = (within: Locator) => within.locator('svg path').first().getAttribute('d');
  expect(await sign(notice), 'the sign is the camera’s').toBe(await sign(camera(student)));
  await page.getByRole('button', { name: 'Vis uten sløring' }).click();
  await expect(camera(student)).toHaveText('Kamera på');
});

test('F29 DEVICE-2 noise is damped unless somebody says no, which changes nobody’s muting', async ({
  student,
  session,
}) => {
  const { page } = student;
  await page.addInitScript(() => {
    const opened: MediaStreamTrack[] = [];
    (window as unknown as { opened: MediaStreamTrack[] }).opened = opened;
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wish) => {
      const stream = await ask(wish);
      opened.push(...stream.getAudioTracks());
      return stream;
    };
  });
  const live = () =>
    page.evaluate(() =>
      (window as unknown as { opened: MediaStreamTrack[] }).opened
        .filter((track) => track.readyState === 'live')
        .map((track) => [track.getSettings().noiseSuppression, track.enabled]),
    );
  await enterRoom(student, session);
  await microphone(student).click();
  await expect(microphone(student)).toHaveText('Mikrofon på');
  await expect.poll(live).toEqual([[true, true]]);
  const more = await openMore(student);
  await more.getByRole('checkbox', { name: 'Demp støy' }).uncheck();
  await expect.poll(live).toEqual([[false, true]]);
  await page.keyboard.press('Escape');
  await microphone(student).click();
  await expect(microphone(student)).toHaveText('Mikrofon av');
  await (await openMore(student)).getByRole('checkbox', { name: 'Demp støy' }).check();
  await expect.poll(live, 'muted as before').toEqual([[true, false]]);
  await page.keyboard.press('Escape');
  await expect(microphone(student)).toHaveText('Mikrofon av');
});

test('F2 without devices, or without leave, one joins, hears why, and sees the others', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  await student.page.addInitScript(() => {
    const no = () => Promise.reject(new DOMException('none', 'NotFoundError'));
    navigator.mediaDevices.getUserMedia = no;
    navigator.mediaDevices.enumerateDevices = async () => [];
  });
  await refuseDevices(secondStudent.page);
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  await enterRoom(secondStudent, session);
  await camera(teacher).click();
  await expectPictures(student.page);
  await expectPictures(secondStudent.page);

  await microphone(student).click();
  await expect(student.page.getByText('Vi finner ingen mikrofon.', { exact: true })).toBeVisible();
  await microphone(secondStudent).click();
  await expect(
    secondStudent.page.getByText('Nettleseren slipper oss ikke til mikrofonen.', { exact: true }),
  ).toBeVisible();
  for (const person of [student, secondStudent]) {
    await expect(microphone(person)).toHaveText('Mikrofon av');
    await expect(
      person.page.getByRole('status').getByText('Du ser, hører og skriver som før.'),
    ).toBeVisible();
    await expectPictures(person.page);
  }
  await student.page.setViewportSize({ width: 360, height: 740 });
  const notice = student.page.getByRole('status').filter({ hasText: 'Vi finner ingen mikrofon.' });
  const lines = () =>
    notice
      .locator('p')
      .evaluate((p) =>
        Math.round(
          p.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(p).lineHeight),
        ),
      );
  await expect.poll(lines, 'on a phone').toBeLessThanOrEqual(2);
  const air = await notice.evaluate((all) => {
    const [words, button] = [all.querySelector('p'), all.querySelector('button')];
    return (
      (button?.getBoundingClientRect().top ?? 0) - (words?.getBoundingClientRect().bottom ?? 0)
    );
  });
  expect(air, 'between the words and the buttons under them').toBeGreaterThanOrEqual(4);
});

test('F2 DEVICE-8 nothing is said to be on before it is sent, and why it was refused is said', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  const { page } = student;
  const answerSlowly = (leave: boolean) =>
    page.evaluate((lets) => {
      const { mediaDevices } = navigator;
      mediaDevices.getUserMedia = async (wish) => {
        await new Promise((done) => setTimeout(done, 3_000));
        if (lets) return MediaDevices.prototype.getUserMedia.call(mediaDevices, wish);
        throw new DOMException('', 'NotAllowedError');
      };
    }, leave);
  const said = () => page.evaluate(() => window.saidAloud.join('\n'));
  for (const [press, on, off, opens, name] of [
    [microphone, 'Mikrofon på', 'Mikrofon av', 'Mikrofon åpnes', 'Mikrofonen'],
    [camera, 'Kamera på', 'Kamera av', 'Kamera åpnes', 'Kameraet'],
  ] as const) {
    await answerSlowly(false);
    await press(student).click();
    await expect(press(student)).toHaveText(opens);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      await expect(press(student), `whole at ${width} px`).toBeInViewport({ ratio: 1 });
    }
    await page.waitForTimeout(1_500);
    await expect(press(student), 'the browser still asks').toHaveText(opens);
    await expect(press(student)).toHaveText(off);
    await expectSpoken(page, `Nettleseren slipper oss ikke til ${name.toLowerCase()}.`);
    expect(await said(), 'it never was on').not.toMatch(new RegExp(`${name} er (på|av)`));

    await answerSlowly(true);
    await press(student).click();
    await page.waitForTimeout(1_500);
    expect(await said(), 'it is not on yet').not.toContain(`${name} er på`);
    await expect(press(student)).toHaveText(on);
    await expectSpoken(page, `${name} er på.`);
    await press(student).click();
    await expectSpoken(page, `${name} er av.`);
  }
});

test('DEVICE-3 a microphone that is pulled out is spoken of', async ({
  teacher,
  student,
  session,
}) => {
  const { page } = student;
  await page.addInitScript(() => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wish) => {
      const stream = await ask(wish);
      (window as unknown as { pull: () => void }).pull = () => {
        mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'));
        for (const track of stream.getTracks()) {
          track.stop();
          track.dispatchEvent(new Event('ended'));
        }
      };
      return stream;
    };
  });
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  await microphone(student).click();
  await expect(microphone(student)).toHaveText('Mikrofon på');
  await expectSound(teacher.page);
  await page.evaluate(() => (window as unknown as { pull: () => void }).pull());
  await expect(page.getByText('Mikrofonen ble borte.', { exact: true })).toBeVisible();
  await expect(microphone(student)).toHaveText('Mikrofon av');
});

test('DEVICE-3 an open microphone that gives nothing is spoken of, and got back by a press', async ({
  teacher,
  student,
  session,
}) => {
  const { page } = student;
  await page.addInitScript(() => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    let first = true;
    mediaDevices.getUserMedia = async (wish) => {
      if (!first || !wish?.audio) return ask(wish);
      first = false;
      return new AudioContext().createMediaStreamDestination().stream;
    };
  });
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  await microphone(student).click();
  await expect(page.getByText('Vi hører ingenting fra mikrofonen.')).toBeVisible({
    timeout: 20_000,
  });
  await page.getByRole('button', { name: 'Få lyden tilbake' }).click();
  await expectSound(teacher.page);
  await expect(page.getByText('Vi hører ingenting fra mikrofonen.')).toBeHidden();
});

test('DEVICE-4 shortcuts are changed by keys alone, refused in words, and kept after a reload', async ({
  student,
  session,
}) => {
  const { page } = student;
  await enterRoom(student, session);
  const list = await openShortcuts(student);
  const change = list.getByRole('button', { name: 'Endre Mikrofon av og på' });
  await list.evaluate((sheet) => Promise.all(sheet.getAnimations().map((one) => one.finished)));
  const top = () => change.evaluate((one) => Math.round(one.getBoundingClientRect().top));
  const before = await top();
  await change.focus();
  await page.keyboard.press('Enter');
  await expect(list.getByText('Trykk de nye tastene. Esc avbryter.').first()).toBeVisible();
  await page.keyboard.press('Space');
  await expect(list.getByText(/Den tasten flytter eller trykker/).first()).toBeVisible();
  await page.keyboard.press('b');
  await expect(list.getByText(/Den ville slått til mens du skriver/).first()).toBeVisible();
  expect(await top(), 'what is said has its place').toBe(before);
  await page.keyboard.press('Control+e');
  await expect(
    list.getByText('Den brukes til «Kamera av og på». Prøv en annen.').first(),
  ).toBeVisible();
  await page.keyboard.press('Alt+m');
  await expect(list.getByText(/Prøv uten Alt/).first()).toBeVisible();
  await page.keyboard.press('Control+m');
  await expect(list.getByText('Mikrofon av og på: Ctrl M.').first()).toBeVisible();
  await expect(list.getByRole('button', { name: 'Tilbakestill hurtigtastene' })).toBeVisible();
  expect(await top(), 'what was pressed stays where it is').toBe(before);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(
    list.getByText('Ingenting er endret.').first(),
    'Esc cancels, and closes nothing',
  ).toBeVisible();
  await expectAccessible(page, 'changed shortcuts');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(controls(page).getByRole('button', { name: 'Mer', exact: true })).toBeFocused();
  await expect(camera(student), 'what was pressed did nothing else').toHaveText('Kamera av');
  await expect(microphone(student)).toHaveText('Mikrofon av');

  await page.reload();
  await expect(microphone(student)).toHaveText('Mikrofon av', { timeout: 20_000 });
  await page.keyboard.press('Control+d');
  await page.keyboard.press('Control+m');
  await expect(microphone(student)).toHaveText('Mikrofon på');
  await page.keyboard.press('Control+m');
  await expect(microphone(student)).toHaveText('Mikrofon av');

  const again = await openShortcuts(student);
  await again.getByRole('button', { name: 'Tilbakestill hurtigtastene' }).click();
  await expect(again.getByText('Hurtigtastene er som fra starten.').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+d');
  await expect(microphone(student)).toHaveText('Mikrofon på');
});

test('DEVICE-6 F6 F2 how one wishes to be there is chosen before entry and kept, and nothing is on in any way of it', async ({
  teacher,
  student,
  session,
}) => {
  const { page } = student;
  await enterRoom(teacher, session);
  await microphone(teacher).click();
  await keepLines(page);
  await page.goto(`${session.path}/sjekk`);
  await page.getByRole('radio', { name: 'Bare lytte' }).check();
  await expectAccessible(page, 'the device check with the ways to be there');
  await page.getByRole('link', { name: 'Gå inn' }).click();
  const listens = page.getByRole('button', { name: /^Bare lytter/ });
  await expect(listens).toHaveAccessibleName(
    'Bare lytter. Trykk når du vil kunne snakke eller vises.',
  );
  await expectSound(page);
  await expect(microphone(student)).toHaveCount(0);
  await page.keyboard.press('Control+d');
  await expect(page.getByRole('radio', { name: 'Bare lyd' })).toBeChecked();
  await expectSilence(teacher.page);

  await page.reload();
  await listens.click();
  await expect(microphone(student), 'taken out, and still off').toHaveText('Mikrofon av');
  await expect(microphone(student)).toBeFocused();
  await page.reload();
  await expect(microphone(student), 'the choice is left behind').toHaveText('Mikrofon av');
  await expect(page.getByRole('radio', { name: 'Bare lyd' })).toBeChecked();
});

/** Remembers every device that the page opens. To be called before the page is opened. */
async function keepOpened(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const opened: MediaStreamTrack[] = [];
    (window as unknown as { opened: MediaStreamTrack[] }).opened = opened;
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wish) => {
      const stream = await ask(wish);
      opened.push(...stream.getTracks());
      return stream;
    };
  });
}

/** What is open on the page just now, as "audio Fake Audio Input 1 on". */
const open = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { opened: MediaStreamTrack[] }).opened
      .filter((track) => track.readyState === 'live')
      .map((track) => `${track.kind} ${track.label} ${track.enabled ? 'on' : 'off'}`),
  );

/** The loudspeaker that the others' sound comes out of. */
const loudspeakers = (page: Page) =>
  page.evaluate(async () => {
    const all = await navigator.mediaDevices.enumerateDevices();
    const name = (id: string) =>
      all.find((one) => one.kind === 'audiooutput' && one.deviceId === id)?.label ?? id;
    return [...document.querySelectorAll('audio')].map((audio) => name(audio.sinkId));
  });

async function openDevices(person: Person) {
  await (await openMore(person)).getByRole('button', { name: /^Velg mikrofon, kamera/ }).click();
  return person.page.getByRole('dialog', { name: 'Velg mikrofon, kamera og høyttaler' });
}

test('F1 DEVICE-7 devices are chosen in the room and in the check, taken up at once, and nobody is switched on by it', async ({
  teacher,
  student,
  session,
}) => {
  const { page } = student;
  await keepOpened(page);
  await enterRoom(teacher, session);
  await microphone(teacher).click();
  await enterRoom(student, session);
  await microphone(student).click();
  await expect.poll(() => open(page)).toEqual(['audio Fake Default Audio Input on']);
  await expectSound(teacher.page);

  const sheet = await openDevices(student);
  await expectAccessible(page, 'the choice of devices in the room');
  await sheet.getByLabel('Mikrofon').selectOption('Fake Audio Input 2');
  await expect.poll(() => open(page)).toEqual(['audio Fake Audio Input 2 on']);
  await sheet.getByLabel('Høyttaler').selectOption('Fake Audio Output 2');
  await expect.poll(() => loudspeakers(page)).toEqual(['Fake Audio Output 2']);
  await page.keyboard.press('Escape');
  await expect(controls(page).getByRole('button', { name: 'Mer', exact: true })).toBeFocused();
  await expectSound(teacher.page);

  await microphone(student).click();
  await expect(microphone(student)).toHaveText('Mikrofon av');
  const check = await student.context.newPage();
  await check.goto(`${session.path}/sjekk`);
  await check.getByLabel('Velg mikrofon').selectOption('Fake Audio Input 1');
  await check.getByLabel('Velg høyttaler').selectOption('Fake Audio Output 1');
  await check.getByLabel('Velg kamera').selectOption({ index: 2 });
  await check.getByLabel('Velg kamera').selectOption({ index: 0 });
  await expect(check.getByRole('button', { name: 'Slå på kamera' })).toBeVisible();
  await expect(check.getByText('Trykk, og si noe.')).toBeVisible();
  await expect.poll(() => loudspeakers(page)).toEqual(['Fake Audio Output 1']);
  await expect(microphone(student)).toHaveText('Mikrofon av');
  expect((await open(page)).join(), 'muted as before').not.toMatch(/on/);
  await check.close();
  await microphone(student).click();
  await expect
    .poll(() => open(page), 'and used when asked for')
    .toEqual(['audio Fake Audio Input 1 on']);

  await camera(student).click();
  await expect(camera(student)).toHaveText('Kamera på');
  const again = await openDevices(student);
  const other = await again.getByLabel('Kamera').getByRole('option').nth(2).textContent();
  await again.getByLabel('Kamera').selectOption(other);
  await expect.poll(async () => (await open(page)).at(-1)).toBe(`video ${other} on`);
  await page.keyboard.press('Escape');
  await camera(student).click();
  await expect(camera(student)).toHaveText('Kamera av');
  await (await openDevices(student)).getByLabel('Kamera').selectOption('Som i nettleseren');
  await page.keyboard.press('Escape');
  await expect(camera(student)).toHaveText('Kamera av');
  expect((await open(page)).join(), 'the camera stays dark').not.toMatch(/video/);
});

test('DEVICE-7 a chosen loudspeaker that is pulled out gives way in words, and is used again when it is back', async ({
  teacher,
  student,
  session,
}) => {
  const { page } = student;
  await page.addInitScript(() => {
    const { mediaDevices } = navigator;
    const all = mediaDevices.enumerateDevices.bind(mediaDevices);
    let out = '';
    mediaDevices.enumerateDevices = async () => (await all()).filter(({ label }) => label !== out);
    (window as unknown as { pullOut: (label: string) => void }).pullOut = (label) => {
      out = label;
      mediaDevices.dispatchEvent(new Event('devicechange'));
    };
  });
  const pullOut = (label: string) =>
    page.evaluate(
      (out) => (window as unknown as { pullOut: (label: string) => void }).pullOut(out),
      label,
    );
  await enterRoom(teacher, session);
  await microphone(teacher).click();
  await enterRoom(student, session);
  const sheet = await openDevices(student);
  await sheet.getByLabel('Høyttaler').selectOption('Fake Audio Output 2');
  await expect.poll(() => loudspeakers(page)).toEqual(['Fake Audio Output 2']);
  await page.keyboard.press('Escape');

  await pullOut('Fake Audio Output 2');
  const told = page.getByText('«Fake Audio Output 2» er koblet fra.');
  await expect(told.first()).toBeVisible();
  await expect.poll(() => loudspeakers(page)).toEqual(['Fake Default Audio Output']);
  await page.getByRole('button', { name: 'Velg en annen' }).click();
  await expect(sheet.getByLabel('Høyttaler').locator('option:checked')).toHaveText(
    'Den du valgte, er ikke koblet til',
  );
  await page.keyboard.press('Escape');
  await pullOut('');
  await expect.poll(() => loudspeakers(page)).toEqual(['Fake Audio Output 2']);
  await expect(page.getByRole('button', { name: 'Velg en annen' })).toBeHidden();
  await expect(microphone(student)).toHaveText('Mikrofon av');
});

test('F1 CHECK-2 the check is offered beside the way in, says what one goes into, and leads back to an open room', async ({
  teacher,
  student,
  session,
}) => {
  const { page } = student;
  await enterRoom(teacher, session);
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Bli med' })).toBeVisible();
  await page.getByRole('link', { name: 'Test lyd og bilde først' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Før du går inn');
  await expect(page.getByText(`${session.title}. 1 er inne.`)).toBeVisible();
  const listen = page.getByRole('radio', { name: 'Bare lytte' });
  await expect(page.getByText(/^Farten her|^Nettet her/)).toBeVisible({ timeout: 20_000 });
  await expect(listen, 'in the first sight').toBeInViewport({ ratio: 1 });
  const line = page.getByRole('listitem').filter({ hasText: 'Kommer lyd og bilde fram?' });
  await expect(line, 'what has not been tried comes first').toHaveText(
    /Noen nett stopper .*(Farten|Nettet) her/s,
  );
  await expectAccessible(page, 'the device check before a session');
  await page.goto(`${session.path}/om`);
  await page.getByRole('link', { name: 'Test lyd og bilde først' }).click();
  await page.getByRole('link', { name: 'Gå inn' }).click();
  await expect(microphone(student)).toHaveText('Mikrofon av', { timeout: 20_000 });

  const opening = student.context.waitForEvent('page');
  const sheet = await openDevices(student);
  await sheet.getByRole('link', { name: 'Test lyd og bilde' }).click();
  const check = await opening;
  await expect(check.getByRole('heading', { level: 1 })).toHaveText('Test lyd og bilde');
  await expect(check.getByText(/^Du er i rommet i en annen fane/)).toBeVisible();
  await expect(check.getByRole('link', { name: 'Gå inn' })).toBeHidden();
  await expect(check.getByText('Kameraet er av her.')).toBeVisible();
  await expect(check.getByText(/^Slik ser de andre deg/), 'it is not known here').toHaveCount(0);
  await expectAccessible(check, 'the device check beside an open room');
  const closed = check.waitForEvent('close');
  await check.getByRole('button', { name: 'Tilbake til rommet' }).click();
  await closed;
  await page.keyboard.press('Escape');

  const typed = await student.context.newPage();
  await typed.goto('/sjekk');
  await expect(
    typed.getByText(/^Du er i rommet i en annen fane/),
    'no session named',
  ).toBeVisible();
  await expect(typed.getByText(/Prøv før/)).toHaveCount(0);
  await typed.goto(`${session.path}/sjekk`);
  await typed.getByRole('button', { name: 'Tilbake til rommet' }).click();
  await expect(typed.getByText('Rommet er i den andre fanen. Bytt til den.')).toBeVisible();
  await page.getByRole('button', { name: 'Gå ut' }).click();
  await expect(typed.getByRole('link', { name: 'Gå inn' })).toBeVisible();
});

test('CHECK-2 whoever said no to the camera is told why there is none to choose', async ({
  student,
  session,
}) => {
  const { page } = student;
  await refuseDevices(page);
  await page.addInitScript(() => {
    const hidden = { kind: 'videoinput', deviceId: '', label: '', groupId: '' };
    navigator.mediaDevices.enumerateDevices = async () => [hidden as MediaDeviceInfo];
  });
  await page.goto(`${session.path}/sjekk`);
  await page.getByRole('button', { name: 'Slå på kamera' }).click();
  await expect(page.getByText('Nettleseren slipper oss ikke til kameraet.')).toBeVisible();
  await expect(
    page.getByText('Nettleseren viser kameraene når den har sluppet oss til ett.'),
  ).toBeVisible();
});

for (const width of [360, 768, 1280])
  test(`CHECK-2 DEVICE-6 at ${width} px a test of the microphone moves nothing, and a no leaves its button in the column`, async ({
    student,
  }) => {
    const { page } = student;
    await page.setViewportSize({ width, height: 1000 });
    await page.goto('/sjekk');
    const press = page.getByRole('button', { name: /^(Prøv|Stopp) Mikrofon|^Spill|^Prøv herfra/ });
    await expect(press).toHaveCount(3);
    await expect(page.getByText(/^Farten her/)).toBeVisible();
    const places = (what: 'top' | 'left' | 'right') =>
      press.evaluateAll(
        (all, side) => all.map((one) => Math.round(one.getBoundingClientRect()[side] + scrollY)),
        what,
      );
    const before = await places('top');
    await press.first().click();
    await expect(page.getByText(/^Prøven hører deg/)).toBeVisible();
    expect(await places('top')).toEqual(before);
    await expect(page.getByText('Velg kamera'), 'its name is in sight').toBeInViewport();

    await refuseDevices(page);
    await page.addInitScript(() => {
      const hidden = { kind: 'audioinput', deviceId: '', label: '', groupId: '' };
      navigator.mediaDevices.enumerateDevices = async () => [hidden as MediaDeviceInfo];
      // A finger, as on a phone.
      const real = window.matchMedia.bind(window);
      window.matchMedia = (query) => real(query === '(pointer: coarse)' ? 'all' : query);
    });
    await page.reload();
    await press.first().click();
    await expect(page.getByText('Nettleseren viser mikrofonene når')).toBeVisible();
    // Under its words on a phone, beside them where there is room.
    const edges = await places(width === 360 ? 'left' : 'right');
    expect(new Set(edges).size, `one column: ${edges}`).toBe(1);
    await expect(page.getByText('Ikke på telefon og nettbrett')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Sløret bakgrunn' })).toBeDisabled();
  });

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
])
  test(`CHECK-2 DEVICE-6 what is said of devices at ${viewport.width} px moves neither what was pressed nor how one wishes to be there`, async ({
    student,
    session,
  }) => {
    const { page } = student;
    await page.setViewportSize(viewport);
    await refuseDevices(page);
    let answer = () => {};
    const asked = new Promise<void>((go) => {
      answer = go;
    });
    await page.route(/session\/door/, async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(`${session.path}/sjekk`);
    const press = page.getByRole('button', { name: 'Slå på kamera' });
    const tryIt = page.getByRole('button', { name: 'Prøv Mikrofon' });
    const ways = page.getByRole('group', { name: 'Hvordan vil du være med?' }).locator('label');
    await expect(ways).toHaveCount(3);
    const placesOf = (what: Locator) =>
      what.evaluateAll((all) =>
        all.map((one) => {
          const { x, y } = one.getBoundingClientRect();
          return [Math.round(x), Math.round(y + scrollY)];
        }),
      );
    const before = await placesOf(ways.or(press));
    answer();
    await expect(page.getByText(session.title)).toBeVisible();
    expect(await placesOf(ways.or(press)), 'what the door answers').toEqual(before);
    await press.click();
    await expect(page.getByText('Nettleseren slipper oss ikke til kameraet.')).toBeVisible();
    expect(await placesOf(ways.or(press)), 'the camera').toEqual(before);
    const after = await placesOf(ways.or(press).or(tryIt));
    await tryIt.click();
    await expect(page.getByText('Nettleseren slipper oss ikke til mikrofonen.')).toBeVisible();
    expect(await placesOf(ways.or(press).or(tryIt)), 'the microphone').toEqual(after);
  });

test('F1 CHECK-2 while the tone plays that is said, and whoever heard none is told what to do', async ({
  student,
}) => {
  const { page } = student;
  await page.addInitScript(() => {
    const tones = AudioScheduledSourceNode.prototype;
    const stop = tones.stop;
    tones.stop = function later(at = 0) {
      stop.call(this, at + 3);
    };
  });
  for (const width of [1366, 360]) {
    await page.setViewportSize({ width, height: 768 });
    await page.goto('/sjekk');
    const play = page.getByRole('button', { name: 'Spill tone' });
    const asks = page.getByRole('group', { name: 'Hørte du tonen?' });
    const line = page.getByRole('button', { name: 'Prøv herfra' });
    await expect(page.getByText(/^Farten her|^Nettet her/)).toBeVisible();
    const placesOf = (what: Locator) =>
      what.evaluateAll((all) =>
        all.map((one) => {
          const { x, y } = one.getBoundingClientRect();
          return [Math.round(x), Math.round(y + scrollY)];
        }),
      );
    const untried = await placesOf(play.or(line));
    await play.click();
    await expect(page.getByRole('status').filter({ hasText: 'Spiller …' })).toBeVisible();
    await expect(asks).toHaveCount(0);
    await expect(asks).toBeVisible();
    expect(await placesOf(play.or(line)), 'the question comes by itself').toEqual(untried);
    const answers = asks.getByRole('button');
    const asked = await placesOf(play.or(answers));
    await asks.getByRole('button', { name: 'Nei' }).click();
    await expect(page.getByText(/^Skru opp lyden/)).toBeVisible();
    await expectAccessible(page, 'a tone that was not heard');
    expect(await placesOf(play.or(answers)), 'what was pressed stays').toEqual(asked);
    await asks.getByRole('button', { name: 'Ja' }).click();
    await expect(page.getByText('Fint. Da virker høyttaleren.')).toBeVisible();
    await expect(page.getByText(/^Skru opp lyden/)).toHaveCount(0);
    expect(await placesOf(play.or(line)), 'a yes moves nothing').toEqual(untried);
  }
});

test('CHECK-2 whoever may look at a session, and never be in it, is not asked how to be there', async ({
  school,
  enter,
  student,
  session,
}) => {
  const ways = ({ page }: Person) => page.getByRole('group', { name: 'Hvordan vil du være med?' });
  const admin = await enter(await school.planning.person({ name: 'Gunn Strand', role: 'admin' }));
  for (const one of [admin, student]) {
    const asked = one.page.waitForResponse(/session\/door/);
    await one.page.goto(`${session.path}/sjekk`);
    await asked;
    await expect(one.page.getByRole('button', { name: 'Slå på kamera' })).toBeVisible();
  }
  await expect(ways(student)).toBeVisible();
  await expect(ways(admin)).toHaveCount(0);
});
