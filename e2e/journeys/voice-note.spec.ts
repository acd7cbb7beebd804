import { expectAccessible } from '../axe.ts';
import { expect, type Person, test } from '../people.ts';
import { join, openPanel } from '../room.ts';
import { enterRoom, microphone, useMedia } from '../seminar.ts';

useMedia();

const PROMPT = 'Hva tar du med deg herfra?';
const screen = ({ page }: Person) => page.getByRole('region', { name: PROMPT });
const button = (person: Person, name: string | RegExp) =>
  screen(person).getByRole('button', { name });

/** Records as finely as it can, so that a few seconds are several parts. */
function recordFinely(): void {
  const Coarse = MediaRecorder;
  window.MediaRecorder = class extends Coarse {
    constructor(stream: MediaStream, options?: MediaRecorderOptions) {
      super(stream, { ...options, audioBitsPerSecond: 256_000 });
    }
  };
}

/** What is sent of it, and the line cut in the middle: a part arrives, and its answer does not. */
async function cutAfterSecondPart({ page, context }: Person): Promise<readonly string[]> {
  const sent: string[] = [];
  await page.route(/\/voice-note\/[\w-]+\/part\//u, async (route) => {
    const nth = /\d+$/u.exec(route.request().url())?.[0] ?? '';
    sent.push(nth);
    if (nth !== '1' || sent.filter((one) => one === '1').length > 1) return route.continue();
    await route.fetch();
    await context.setOffline(true);
    await route.abort();
  });
  return sent;
}

/** How loud what one gets at that address is, root mean square, and how long. */
const decoded = ({ page }: Person, address: string) =>
  page.evaluate(async (from) => {
    const answer = await fetch(from);
    const sound = await new AudioContext().decodeAudioData(await answer.arrayBuffer());
    const samples = sound.getChannelData(0);
    const energy = samples.reduce((sum, one) => sum + one * one, 0);
    return { seconds: sound.duration, loudness: Math.sqrt(energy / samples.length) };
  }, address);

test('F36 ROUND-10 ROUND-12 ROUND-13 a turn is said as a voice note over a line that drops, heard by the ring, and gone with the round', async ({
  teacher,
  student,
  session,
}) => {
  const { page, context } = student;
  student.watch.expect(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/u);
  await page.addInitScript(recordFinely);
  await join(teacher, session);
  await enterRoom(student, session);
  await microphone(student).click();
  await expect(microphone(student)).toHaveText('Mikrofon på');

  await openPanel(teacher.page, 'Agenda');
  await teacher.page.getByRole('button', { name: 'Start en runde' }).click();
  const sheet = teacher.page.getByRole('dialog');
  await sheet.getByLabel('Spørsmålet i ringen').fill(PROMPT);
  await sheet.getByRole('button', { name: 'Start runden' }).click();
  await button(teacher, 'Ferdig, gi ordet til Kari').click();

  await button(student, 'Si det som lydmelding').click();
  await expect(button(student, 'Stopp opptaket')).toBeFocused();
  await expect(microphone(student)).toHaveText('Mikrofon av');
  await expect(screen(student).getByText('Mikrofonen din i rommet er slått av')).toBeVisible();
  await expect(screen(student).getByRole('timer')).toHaveText('0:03');
  await button(student, 'Stopp opptaket').click();
  await expect(
    screen(student).getByRole('group', { name: /^Opptaket ditt, \d+ sekunder$/u }),
  ).toBeVisible();
  await expectAccessible(page, 'a voice note that was recorded');

  await teacher.page.setViewportSize({ width: 360, height: 640 });
  const sent = await cutAfterSecondPart(student);
  await button(student, 'Del med ringen').click();
  await expect(screen(student).getByText('Vi får ikke sendt akkurat nå.')).toBeVisible();
  await expect(button(teacher, 'Spill av'), 'not before all of it is there').toHaveCount(0);
  await context.setOffline(false);

  const theirs = screen(teacher).getByRole('group', {
    name: /^Lydmelding fra Kari, \d+ sekunder$/u,
  });
  // On a phone it lies below the ring: a line says that it has come, and leads there.
  await button(teacher, 'Gå til').click();
  await expect(theirs).toBeInViewport();
  await teacher.page.setViewportSize({ width: 1280, height: 800 });
  expect(
    sent.filter((nth) => nth === '0'),
    'what had arrived is not sent again',
  ).toHaveLength(1);
  expect(sent.filter((nth) => nth === '1').length, 'what nobody answered is').toBeGreaterThan(1);
  await expect(screen(teacher).getByRole('heading', { name: 'Alle har hatt turen' })).toBeVisible();
  await expect(microphone(student), 'what went off comes on by a press alone').toHaveText(
    'Mikrofon av',
  );

  await theirs.getByLabel('Fart').selectOption('1.5');
  await theirs.getByRole('button', { name: 'Spill av' }).press('Enter');
  const audio = theirs.locator('audio');
  await expect
    .poll(() => audio.evaluate((one: HTMLAudioElement) => one.currentTime))
    .toBeGreaterThan(1);
  const address = await audio.evaluate((one: HTMLAudioElement) => one.src);
  const { seconds, loudness } = await decoded(teacher, address);
  expect(seconds).toBeGreaterThan(2.5);
  expect(loudness).toBeGreaterThan(0.01);
  await expectAccessible(teacher.page, 'a voice note that is heard');

  await screen(teacher).getByText('For deg som underviser').click();
  await button(teacher, 'Avslutt runden').click();
  await expect(screen(teacher)).toHaveCount(0);
  expect((await context.request.get(address)).status()).toBe(404);
});
