import { expectAccessible } from '../axe.ts';
import { expect, openBrowser, test } from '../people.ts';
import { expectInRoom, join } from '../room.ts';

test('F73 F4 Nå shows one next step, and one press leads into the room', async ({
  browser,
  school,
}) => {
  const { page, context, watch } = await openBrowser(browser, school.url);
  await page.goto('/');
  await page.getByRole('button', { name: /Student Ingrid Solbakken/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ingrid');
  const card = page
    .getByRole('region', { name: 'Makt og språk' })
    .or(page.getByRole('article', { name: 'Makt og språk' }));
  await expect(card).toContainText('startet');
  await expect(card).toContainText('Du kan komme når som helst.');
  const band = page.getByRole('region', { name: 'Mellom samlingene' });
  await expect(band).toContainText(/\d+ dager til vi ses i|I morgen ses vi|I dag ses vi/);
  await expect(band.getByText('Grenser i hjelpen')).toBeVisible();
  await expectAccessible(page, 'Nå');

  await page.getByRole('link', { name: 'Bli med' }).click();
  await expectInRoom(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Makt og språk');
  await expect(
    page.getByRole('region', { name: 'Meldinger' }).getByRole('listitem'),
  ).not.toHaveCount(0);
  expect(watch.complaints()).toEqual([]);
  await context.close();
});

test('F4 F8 of a session whose door does not answer Nå guesses nothing, and heals by itself', async ({
  student,
  session,
}) => {
  const { page } = student;
  student.watch.expect(/status of 503/);
  let answers = false;
  await page.route('**/api/query/session/door', (route) =>
    answers ? route.continue() : route.fulfill({ status: 503, body: 'busy' }),
  );
  await page.goto('/');
  const card = page
    .getByRole('region', { name: session.title })
    .or(page.getByRole('article', { name: session.title }));
  await expect(card).toContainText('Mellom har vansker akkurat nå.');
  await expect(card).toContainText('startet');
  await expect(card).not.toContainText('Neste økt');
  await expect(card.getByRole('link', { name: 'Bli med' })).toBeVisible();
  await expectAccessible(page, 'Nå without an answer from the door');
  answers = true;
  await expect(card).toContainText('Ingen er inne akkurat nå.');
  await expect(card).not.toContainText('Mellom har vansker');
});

test('F73 F55 what is to be handed in is not left out when it cannot be fetched', async ({
  student,
  session: _,
}) => {
  const { page } = student;
  student.watch.expect(/status of 503/);
  let answers = false;
  await page.route('**/api/query/assignment/list', (route) =>
    answers ? route.continue() : route.fulfill({ status: 503, body: 'busy' }),
  );
  await page.goto('/');
  const due = page.getByText('Vi fikk ikke hentet det som skal leveres.');
  await expect(due).toBeVisible();
  const again = page.getByRole('button', { name: 'Prøv igjen' });
  await expect(again).toBeEnabled();
  answers = true;
  // It asks again by itself too: then there is nothing to press any more.
  await again.click({ timeout: 5_000 }).catch(() => undefined);
  await expect(due).toHaveCount(0);
});

test('ROSTER-7 F4 whoever goes out of a room is not counted as in it on Nå', async ({
  teacher,
  student,
  session,
}) => {
  for (const one of [teacher, student]) await join(one, session);
  const { page } = student;
  const beside = await student.context.newPage();
  await beside.goto('/');
  await expect(beside.getByRole('main')).toContainText(
    '2 er inne. Du er inne i en annen fane eller på en annen enhet.',
  );
  await beside.close();
  await page.getByRole('button', { name: 'Gå ut' }).click();
  const card = page
    .getByRole('region', { name: session.title })
    .or(page.getByRole('article', { name: session.title }));
  await expect(card).toContainText('1 er inne. Du kan komme når som helst.');
});

test('F73 somebody for whom nothing is planned is told so', async ({ enter, school }) => {
  const alone = await school.planning.person({ name: 'Ask Lund', role: 'student' });
  const { page } = await enter(alone);
  await page.goto('/');
  await expect(page.getByText('Ingen økt venter på deg')).toBeVisible();
  await expectAccessible(page, 'Nå without sessions');
});

for (const role of ['guest', 'practiceSupervisor'] as const)
  test(`F73 a ${role} finds the session of the invitation on Nå, and goes to its lobby from there`, async ({
    enter,
    school,
    cast,
  }) => {
    const invited = await school.planning.person({ name: 'Gro Lien', role });
    const plan = { cohort: cast.cohort, teachers: [cast.teacher], invited: [invited] };
    const tomorrow = { ...plan, title: 'Pårørende forteller', startsInMinutes: 24 * 60 };
    const later = await school.planning.session(tomorrow);
    await school.planning.session({ ...plan, title: 'Samtale med gjest' });
    // Nothing is asked for that is bound to be refused: the browser has no error to tell of, here or in the room.
    const { page } = await enter(invited);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Gro');
    const card = page.getByRole('region', { name: 'Samtale med gjest' });
    await expect(card).toContainText('En av underviserne slipper deg inn når du kommer.');
    await expect(page.getByRole('region', { name: 'Du er også invitert til' })).toContainText(
      'Pårørende forteller',
    );
    await expect(page.getByRole('region', { name: 'Mellom samlingene' })).toHaveCount(0);
    await expectAccessible(page, 'Nå of somebody invited');
    await card.getByRole('link', { name: 'Bli med' }).click();
    await expect(page.getByRole('heading', { name: 'Du er i venterommet' })).toBeVisible();
    await page.goto(later.path);
    await expect(page.getByText(/Økten begynner .* klokka \d\d:\d\d/)).toBeVisible();
  });

test('F73 who is invited to nothing is told how one comes in, and not of an outage', async ({
  enter,
  school,
}) => {
  for (const role of ['guest', 'examiner'] as const) {
    const { page } = await enter(await school.planning.person({ name: 'Ida Moe', role }));
    await page.goto('/');
    await expect(page.getByText('Du kommer inn fra lenken i invitasjonen.')).toBeVisible();
    await expect(page.getByText('Vi fikk ikke hentet siden')).toHaveCount(0);
    await expectAccessible(page, 'Nå without an invitation');
  }
});

test('F73 an address that leads nowhere says what is safe and leads home', async ({ student }) => {
  await student.page.goto('/finnes-ikke');
  await expect(student.page.getByRole('heading', { name: 'Her er det ingen side' })).toBeVisible();
  await expectAccessible(student.page, 'an unknown page');
  await student.page.getByRole('link', { name: 'Gå til Nå' }).click();
  await expect(student.page.getByRole('heading', { level: 1 })).toContainText('Kari');
});
