import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { expect, test } from '../people.ts';
import {
  chatField,
  choose,
  expectInRoom,
  expectSpoken,
  groupOf,
  handButton,
  join,
  messages,
  messagesWith,
  openPanel,
  openSheet,
  queue,
  raiseHand,
  rowOf,
  say,
  untilHeeded,
} from '../room.ts';

test('F10 two people see each other arrive', async ({ teacher, student, session }) => {
  await join(teacher, session);
  await openPanel(teacher.page, 'Folk');
  await expect(groupOf(teacher.page, student.name)).toContainText('Ventes');

  await join(student, session);
  await expect(groupOf(teacher.page, student.name)).toHaveText('Hjemme, 1');
  await expectSpoken(teacher.page, `${student.called} kom inn.`);
  await expect(student.page.getByRole('banner')).toContainText('2 er inne');
  await openPanel(student.page, 'Folk');
  await expect(groupOf(student.page, teacher.name)).toHaveText('Undervisere, 1');
  await expect(rowOf(student.page, teacher.name)).toContainText('Leder økten. Hjemme');
  await expectAccessible(student.page, 'the list of people');
});

test('F13 chat goes both ways, with replies, edits and deletion', async ({
  teacher,
  student,
  session,
}) => {
  await join(teacher, session);
  await join(student, session);
  await say(teacher.page, 'Velkommen inn');
  await expect(messagesWith(student.page, 'Velkommen inn')).toHaveCount(1);

  await choose(student.page, 'Velkommen inn', 'Svar');
  await expect(student.page.getByText(`Du svarer ${teacher.called}`)).toBeVisible();
  await say(student.page, 'Takk for det');
  const answer = messagesWith(teacher.page, 'Takk for det');
  await expect(
    answer.getByRole('button', { name: /^Svar til Berit: Velkommen inn/ }),
  ).toBeVisible();

  await choose(student.page, 'Takk for det', 'Endre');
  await chatField(student.page).fill('Takk, godt å være her');
  await student.page.getByRole('button', { name: 'Lagre' }).click();
  const edited = messagesWith(teacher.page, 'Takk, godt å være her');
  await expect(edited).toContainText('endret');
  await expect(messages(teacher.page).getByText('Takk for det')).toHaveCount(0);

  await choose(student.page, 'Takk, godt å være her', 'Slett');
  await expect(student.page.getByRole('button', { name: 'Angre' })).toBeVisible();
  await expect(edited, 'gone for all at once').toHaveCount(0);
  await student.page.getByRole('button', { name: 'Angre' }).click();
  await expect(messagesWith(student.page, 'Takk, godt å være her')).toHaveCount(1);
  await expect(edited).toBeVisible();

  await choose(student.page, 'Takk, godt å være her', 'Slett');
  await expect(edited).toHaveCount(0);
  await expect(messages(teacher.page)).toContainText('Meldingen er slettet.');
});

test('F13 a message that was deleted and brought back is as it was, for both', async ({
  teacher,
  student,
  session,
}) => {
  await join(teacher, session);
  await join(student, session);
  await say(student.page, 'Dette angrer jeg ikke på');
  const seen = messagesWith(teacher.page, 'Dette angrer jeg ikke på');
  await expect(seen).toHaveCount(1);
  await choose(student.page, 'Dette angrer jeg ikke på', 'Slett');
  await expect(seen).toHaveCount(0);
  await student.page.getByRole('button', { name: 'Angre' }).click();
  await expect(seen).toBeVisible();
  await expect(seen).not.toContainText('endret');
  const own = messagesWith(student.page, 'Dette angrer jeg ikke på');
  await expect(own).toBeVisible();
  await expect(own).not.toContainText(/endret|Lagrer/);
});

test('F13 a deleted message is gone for all, also when whoever deleted it goes elsewhere at once', async ({
  teacher,
  student,
  session,
}) => {
  await join(teacher, session);
  await join(student, session);
  await student.page.setViewportSize({ width: 360, height: 740 });
  await openSheet(student.page, 'Samtale');
  await say(student.page, 'Dette angrer jeg på');
  await expect(messagesWith(teacher.page, 'Dette angrer jeg på')).toHaveCount(1);
  await choose(student.page, 'Dette angrer jeg på', 'Slett');
  await student.page.getByRole('button', { name: 'Lukk' }).click();
  await expect(messagesWith(teacher.page, 'Dette angrer jeg på')).toHaveCount(0);
  await student.page.reload();
  await expectInRoom(student.page);
  await openSheet(student.page, 'Samtale');
  await expect(messages(student.page)).toContainText('Meldingen er slettet.');
  await expect(student.page.getByRole('button', { name: 'Angre' })).toHaveCount(0);
});

test('F13 whoever comes late reads what was said', async ({ teacher, enter, cast, session }) => {
  await join(teacher, session);
  await say(teacher.page, 'Vi begynner med en innsjekk');
  await say(teacher.page, 'Skriv gjerne ett ord');
  await expect(messagesWith(teacher.page, 'Skriv gjerne ett ord')).toHaveCount(1);

  const late = await enter(cast.student);
  await join(late, session);
  await expect(messages(late.page).getByRole('listitem')).toHaveCount(2);
  await expect(messages(late.page).getByRole('listitem').first()).toContainText('innsjekk');
});

test('F11 three people queue for the word', async ({
  teacher,
  student,
  secondStudent,
  thirdStudent,
  session,
}) => {
  for (const person of [teacher, student, secondStudent, thirdStudent]) await join(person, session);
  await raiseHand(student.page);
  await expect(handButton(student.page, 1)).toBeVisible();
  await raiseHand(secondStudent.page);
  await expect(handButton(secondStudent.page, 2)).toBeVisible();
  await raiseHand(thirdStudent.page);
  await expect(handButton(thirdStudent.page, 3)).toBeVisible();
  await expectSpoken(thirdStudent.page, 'Du er nummer 3 i køen.');

  const steer = queue(teacher.page);
  await expect(steer.getByRole('listitem')).toHaveCount(3);
  await untilHeeded(teacher.page);
  await steer.getByRole('button', { name: 'Gi ordet til Ola' }).click();
  await expect(queue(student.page)).toContainText('Ola har ordet');
  await expect(secondStudent.page.getByRole('button', { name: 'Ferdig' })).toBeVisible();
  await expect(handButton(thirdStudent.page, 2), 'the queue moves up').toBeVisible();

  await untilHeeded(secondStudent.page);
  await secondStudent.page.getByRole('button', { name: 'Ferdig' }).click();
  await expect(queue(student.page)).toContainText('Ingen har ordet');
  await expect(secondStudent.page.getByRole('button', { name: 'Rekk opp hånda' })).toBeVisible();

  await untilHeeded(teacher.page);
  await steer.getByRole('button', { name: 'Gi ordet til neste' }).click();
  await expect(student.page.getByRole('button', { name: 'Ferdig' })).toBeVisible();
  await expect(handButton(thirdStudent.page, 1)).toBeVisible();

  await untilHeeded(teacher.page);
  await steer.getByRole('button', { name: 'Senk hånda til Siri' }).click();
  await expect(thirdStudent.page.getByRole('button', { name: 'Rekk opp hånda' })).toBeVisible();
  const notice = (page: Page) => page.getByRole('region', { name: 'Beskjed' });
  const lowered = 'Hånda di ble tatt ned av underviseren.';
  await expect(notice(thirdStudent.page), 'the button alone would turn').toHaveText(lowered);
  await expectSpoken(thirdStudent.page, lowered);

  await steer.getByRole('button', { name: 'Ta ordet tilbake' }).click();
  await expect(student.page.getByRole('button', { name: 'Rekk opp hånda' })).toBeVisible();
  await expect(notice(student.page)).toHaveText('Ordet ditt er avsluttet.');
  await expectAccessible(teacher.page, 'the room of whoever steers');
});

test('F11 on a phone whoever steers sees who waits, and gives the word in one press', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  await teacher.page.setViewportSize({ width: 360, height: 740 });
  await join(teacher, session);
  await join(student, session);
  await join(secondStudent, session);
  await raiseHand(secondStudent.page);
  const line = teacher.page.getByRole('region', { name: 'Hvem har ordet' });
  await expect(line).toContainText(`1 hånd oppe: ${secondStudent.called}`);
  await raiseHand(student.page);
  await expect(line).toContainText(`2 hender oppe, ${secondStudent.called} først`);
  await untilHeeded(secondStudent.page);
  await handButton(secondStudent.page, 1).click();
  await expect(line, 'the line follows the queue').toContainText(`1 hånd oppe: ${student.called}`);
  await untilHeeded(teacher.page);
  await line.getByRole('button', { name: 'Gi ordet' }).click();
  await expect(student.page.getByRole('button', { name: 'Ferdig' })).toBeVisible();
  await expect(line).toContainText(`${student.called} har ordet`);
});

test('F11 over a slow line a hand says that it is on its way before it is answered', async ({
  student,
  session,
}) => {
  const { page } = student;
  let delayMs = 0;
  await page.routeWebSocket(/socket/, (browser) => {
    const server = browser.connectToServer();
    // The heartbeat passes: the line is slow, and not dead.
    const waitMs = (packet: string | Buffer) => (/^[23]$/.test(`${packet}`) ? 0 : delayMs);
    browser.onMessage((packet) => void setTimeout(() => server.send(packet), waitMs(packet)));
    server.onMessage((packet) => void setTimeout(() => browser.send(packet), waitMs(packet)));
  });
  await join(student, session);
  const bar = page.getByRole('region', { name: 'Kontroller' });
  await expect(bar.getByRole('button', { name: 'Rekk opp hånda' })).toBeVisible();
  delayMs = 4_000;
  await raiseHand(page);
  await expect(bar.getByRole('button', { name: 'Sender …' })).toBeVisible({ timeout: 4_000 });
  await expect(handButton(page, 1)).toBeVisible({ timeout: 20_000 });
  await expect(bar.getByRole('button', { name: 'Sender …' })).toHaveCount(0);
});

test('F11 one lowers one’s own hand, and a closed queue says so', async ({
  teacher,
  student,
  session,
}) => {
  await join(teacher, session);
  await join(student, session);
  await raiseHand(student.page);
  await untilHeeded(student.page);
  await handButton(student.page, 1).click();
  await expect(queue(teacher.page).getByRole('listitem')).toHaveCount(0);

  await teacher.page.getByRole('button', { name: 'Steng køen' }).click();
  const closed = student.page.getByRole('button', { name: 'Køen er stengt' });
  await untilHeeded(student.page);
  await closed.click();
  await expect(
    student.page
      .getByRole('paragraph')
      .filter({ hasText: 'Køen er stengt for nye hender akkurat nå.' }),
  ).toBeVisible();
  await expect(queue(student.page)).toContainText('Køen er stengt for nye hender.');
  await teacher.page.getByRole('button', { name: 'Åpne køen' }).click();
  await untilHeeded(student.page);
  await raiseHand(student.page);
  await expect(handButton(student.page, 1)).toBeVisible();
});

test('F9 the teacher steps the agenda, and everybody sees and hears it', async ({
  teacher,
  student,
  session,
}) => {
  await join(teacher, session);
  await join(student, session);
  const stage = student.page.getByRole('main');
  await teacher.page.getByRole('button', { name: 'Start: Innsjekk' }).click();
  await expect(stage.getByRole('heading', { name: 'Innsjekk' })).toBeVisible();
  await expectSpoken(student.page, 'Nå: Innsjekk. 10 minutter.');
  await expect(student.page.getByRole('banner')).toContainText('1 av 4');

  await untilHeeded(teacher.page);
  await teacher.page.getByRole('button', { name: 'Neste: Vi leser sammen' }).click();
  await expect(stage.getByRole('heading', { name: 'Vi leser sammen' })).toBeVisible();
  await openPanel(student.page, 'Agenda');
  const item = rowOf(student.page, 'Vi leser sammen');
  await expect(item).toHaveAttribute('aria-current', 'step');
  // One clock for each: how long is left of what is on, and when the rest begins. How it was planned is asked for.
  // Whole minutes, and looked at four times in each.
  await expect(item).toContainText(/(29|30) min igjen/);
  const clocks = /\d\d:\d\d/g;
  expect((await item.innerText()).match(clocks)).toBeNull();
  expect((await rowOf(student.page, 'Pause').innerText()).match(clocks)).toHaveLength(1);
  await expect(rowOf(student.page, 'Innsjekk')).not.toContainText('min');
  await student.page.getByRole('button', { name: 'Vis hvordan det var planlagt' }).click();
  await expect(item).toContainText(/Planlagt \d\d:\d\d, 30 minutter/);
  await expect(student.page.getByRole('button', { name: /^Gå hit/ })).toHaveCount(0);

  await openPanel(teacher.page, 'Agenda');
  await untilHeeded(teacher.page);
  await teacher.page.getByRole('button', { name: 'Gå hit til Utsjekk' }).click();
  await expect(stage.getByRole('heading', { name: 'Utsjekk' })).toBeVisible();
  await expect(stage.getByRole('heading', { name: 'Etter dette' })).toHaveCount(0);
});

test('F9 AGENDA-2 a double press, a held key and a press right after another teacher’s make one step', async ({
  teacher,
  secondTeacher,
  session,
}) => {
  await join(teacher, session);
  await join(secondTeacher, session);
  const banner = teacher.page.getByRole('banner');
  await teacher.page.getByRole('button', { name: 'Start: Innsjekk' }).dblclick();
  await expect(banner).toContainText('1 av 4');
  await untilHeeded(teacher.page);
  await expect(banner, 'and no more').toContainText('1 av 4');

  // A planned pause is begun by the same button, in its own words.
  const next = { name: /^(Neste: |Vis pausen for alle)/ };
  const step = teacher.page.getByRole('button', next);
  await step.click();
  await expect(banner).toContainText('2 av 4');
  await step.click();
  await expect(secondTeacher.page.getByRole('banner')).toContainText('2 av 4');
  await secondTeacher.page.getByRole('button', next).click();
  await untilHeeded(teacher.page);
  await expect(banner, 'each meant the step that was made').toContainText('2 av 4');

  await step.focus();
  for (let times = 0; times < 4; times += 1) {
    await teacher.page.keyboard.down('Enter');
    await teacher.page.waitForTimeout(400);
  }
  await teacher.page.keyboard.up('Enter');
  await expect(banner).toContainText('3 av 4');
  await expect(step, 'the focus stays').toBeFocused();
});

test('F11 HAND-4 a double press gives the word to one person', async ({
  teacher,
  student,
  secondStudent,
  thirdStudent,
  session,
}) => {
  const { page } = teacher;
  for (const person of [teacher, student, secondStudent, thirdStudent]) await join(person, session);
  for (const [index, { page: own }] of [student, secondStudent, thirdStudent].entries()) {
    await raiseHand(own);
    await expect(handButton(own, index + 1)).toBeVisible();
  }
  const waits = queue(page).getByRole('listitem');
  await expect(waits).toHaveCount(3);
  await untilHeeded(page);
  await queue(page).getByRole('button', { name: 'Gi ordet til neste' }).dblclick();
  await untilHeeded(page);
  await expect(queue(page)).toContainText(`${student.called} har ordet`);
  await expect(waits).toHaveCount(2);

  await page.setViewportSize({ width: 360, height: 740 });
  const line = page.getByRole('region', { name: 'Hvem har ordet' });
  await line.getByRole('button', { name: 'Gi ordet', exact: true }).dblclick();
  await untilHeeded(page);
  await expect(line).toContainText(`${secondStudent.called} har ordet`);
  await expect(line).toContainText(`1 hånd oppe: ${thirdStudent.called}`);
});

test('F11 HAND-9 nothing moves under a mouse that rests on the queue or the agenda, and nobody else gets the word', async ({
  teacher,
  student,
  secondStudent,
  thirdStudent,
  session,
}) => {
  const { page } = teacher;
  for (const person of [teacher, student, secondStudent, thirdStudent]) await join(person, session);
  await openPanel(page, 'Agenda');
  for (const [index, { page: own }] of [student, secondStudent].entries()) {
    await raiseHand(own);
    await expect(handButton(own, index + 1)).toBeVisible();
  }
  const steer = queue(page);
  const waits = steer.getByRole('listitem');
  const restPress = async () => {
    await untilHeeded(page);
    await page.mouse.down();
    await page.mouse.up();
  };

  const goHere = page.getByRole('button', { name: 'Gå hit til Utsjekk' });
  await goHere.hover();
  const stood = await goHere.boundingBox();
  await raiseHand(thirdStudent.page);
  await expect(waits).toHaveCount(3);
  expect(await goHere.boundingBox()).toEqual(stood);
  await page.mouse.move(0, 0);

  const toFirst = steer.getByRole('button', { name: `Gi ordet til ${student.called}` });
  const toSecond = steer.getByRole('button', { name: `Gi ordet til ${secondStudent.called}` });
  await toFirst.hover();
  await untilHeeded(student.page);
  await handButton(student.page, 1).click();
  await expect(waits).toHaveCount(2);
  await restPress();
  await expect(steer, 'the one who was named there has no hand up').toContainText(
    'Ingen har ordet',
  );
  await expect(waits).toHaveCount(2);

  await toSecond.hover();
  const next = steer.getByRole('button', { name: 'Gi ordet til neste' });
  const nextStood = await next.boundingBox();
  await restPress();
  await expect(steer).toContainText(`${secondStudent.called} har ordet`);
  await expect(waits).toHaveCount(1);
  expect(await next.boundingBox()).toEqual(nextStood);
  // Who is next has changed, and the button keeps its words: it shows that it rests, and when it does no more.
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  await untilHeeded(page);
  await expect(next).not.toHaveAttribute('aria-disabled');
  await next.hover();
  await restPress();
  await expect(steer).toContainText(`${thirdStudent.called} har ordet`);
  const nobody = steer.getByRole('button', { name: 'Ingen i køen', exact: true });
  await expect(nobody, 'in its place, as long as the pointer is there').toBeVisible();
  await untilHeeded(page);
  await expect(nobody).toHaveAttribute('aria-disabled', 'true');
  expect(await nobody.boundingBox()).toEqual(nextStood);
  await page.mouse.move(0, 0);
  await expect(steer.locator('li'), 'rows that rest are gone').toHaveCount(0);
  await expect(nobody).toHaveCount(0);
});

test('F9 a phone shows what one does now without a press, and all of a long text by one', async ({
  teacher,
  student,
  session,
}) => {
  const { page } = student;
  await join(teacher, session);
  await join(student, session);
  await teacher.page.getByRole('button', { name: 'Start: Innsjekk' }).click();
  for (const width of [360, 768]) {
    await page.setViewportSize({ width, height: 740 });
    await expect(
      page.getByRole('main').getByText('Ett ord om hvordan du kommer.'),
    ).toBeInViewport();
  }
});

test('F9 the agenda has the text of the item that is on', async ({ teacher, student, session }) => {
  const { page } = student;
  await join(teacher, session);
  await join(student, session);
  await teacher.page.getByRole('button', { name: 'Start: Innsjekk' }).click();
  const text = page.getByText('Ett ord om hvordan du kommer.');
  await openPanel(page, 'Agenda');
  await expect(
    page.getByRole('tabpanel').locator('li[aria-current]').filter({ has: text }),
  ).toBeVisible();
  await page.setViewportSize({ width: 640, height: 400 });
  await openSheet(page, 'Agenda');
  await expect(
    page.getByRole('dialog').locator('li[aria-current]').filter({ has: text }),
  ).toBeInViewport();
});

test('F10 one says where one sits, and everybody sees it', async ({
  teacher,
  student,
  session,
}) => {
  await join(teacher, session);
  await join(student, session);
  await openPanel(teacher.page, 'Folk');
  await openPanel(student.page, 'Folk');
  await student.page.getByRole('button', { name: /Endre sted/ }).click();
  await student.page.getByRole('menuitemradio', { name: 'Rommet i Trondheim' }).click();
  await expect(groupOf(teacher.page, student.name)).toHaveText('Rommet i Trondheim, 1');
});

test('F8 whoever leaves is gone at once, and comes back by one press', async ({
  teacher,
  student,
  session,
}) => {
  await join(teacher, session);
  await join(student, session);
  await openPanel(teacher.page, 'Folk');
  await expect(groupOf(teacher.page, student.name)).toHaveText('Hjemme, 1');
  await student.page.getByRole('button', { name: 'Gå ut' }).click();
  await expect(student.page).toHaveURL('/');
  await expect(groupOf(teacher.page, student.name)).toHaveText('Har gått ut, 1');

  await student.page.getByRole('link', { name: 'Bli med' }).click();
  await expect(groupOf(teacher.page, student.name)).toHaveText('Hjemme, 1');
});

test('F10 whoever closes the tab is gone at once', async ({ teacher, student, session }) => {
  await join(teacher, session);
  await join(student, session);
  await openPanel(teacher.page, 'Folk');
  await expect(groupOf(teacher.page, student.name)).toHaveText('Hjemme, 1');
  await student.page.close({ runBeforeUnload: true });
  await expect(groupOf(teacher.page, student.name)).toHaveText('Har gått ut, 1', {
    timeout: 5_000,
  });
});
