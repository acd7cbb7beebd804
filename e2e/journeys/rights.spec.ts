import { newId } from '../../server/platform/new-id.ts';
import { expectAccessible } from '../axe.ts';
import { expect, test } from '../people.ts';
import { chatField, groupOf, join, openPanel } from '../room.ts';

const noSuchSession = /status of 40[04]/;
/** The sign-in is gone: so say our own calls, and the door to the media server, where the library knocks once more. */
const signedOut = /status of 401|WebSocket connection to \S+\/rtc\//;

test('F84 a suspended person is cut out of the room at once', async ({
  teacher,
  student,
  cast,
  school,
  session,
}) => {
  await join(teacher, session);
  await join(student, session);
  await openPanel(teacher.page, 'Folk');
  await expect(groupOf(teacher.page, student.name)).toHaveText('Hjemme, 1');
  student.watch.expect(signedOut);
  await school.planning.suspend(cast.student);
  await expect(student.page.getByRole('heading', { name: 'Du er logget ut' })).toBeVisible();
  await expect(student.page.getByRole('list')).toHaveCount(0);
  await expect(groupOf(teacher.page, student.name)).toHaveText('Har gått ut, 1');
  await student.page.reload();
  await expect(student.page).toHaveURL(/\/logg-inn/);
});

test('F84 whoever sees a session and is not invited to it is told so at its door, as on its page', async ({
  enter,
  session,
  school,
}) => {
  const admin = await enter(await school.planning.person({ name: 'Liv Moe', role: 'admin' }));
  admin.watch.expect(noSuchSession);
  const { page } = admin;
  await page.goto(session.path);
  await expect(
    page.getByRole('heading', { level: 1, name: 'Du er ikke invitert til denne økten' }),
  ).toBeFocused();
  await expectAccessible(page, 'the door of a session that one only sees');
  await page.getByRole('link', { name: 'Om økten' }).click();
  await expect(page.getByRole('heading', { level: 1, name: session.title })).toBeVisible();
  await expect(page.getByText('bare de den er planlagt for eller invitert')).toBeVisible();
});

test('F84 a session that is for others and one that never was give the same page', async ({
  student,
  enter,
  cast,
  school,
}) => {
  const elsewhere = await school.planning.session({
    cohort: await school.planning.cohort(),
    teachers: [cast.teacher],
    title: 'Bare for andre',
  });
  student.watch.expect(noSuchSession);
  for (const suffix of ['', '/om']) {
    const pages: string[] = [];
    for (const id of [elsewhere.id, newId()]) {
      await student.page.goto(`/okt/${id}${suffix}`);
      await expect(student.page.getByRole('link', { name: /(Til|Gå til) Nå/ })).toBeVisible();
      await expect(
        student.page.getByRole('heading', { name: 'Vi finner ikke økten' }),
      ).toBeVisible();
      pages.push(await student.page.locator('#app').innerHTML());
    }
    expect(pages[0]?.replaceAll(elsewhere.id, 'ID')).toBe(
      pages[1]?.replace(/[\da-f]{8}-[\da-f-]{27}/g, 'ID'),
    );
    await expectAccessible(student.page, `an unknown session${suffix}`);
  }
  const insider = await enter(cast.teacher);
  await join(insider, elsewhere);
});

test('F84 an address that cannot be one of ours leads to the page that says so, and asks the server nothing', async ({
  student,
}) => {
  const { page } = student;
  student.watch.expect(/status of 404/);
  for (const address of ['/dokument/..%2f', '/dokument/%2e%2e%2f', '/okt/..%2f', '/.env']) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(
      page.getByRole('heading', { level: 1, name: 'Her er det ingen side' }),
    ).toBeVisible();
  }
});

test('F74 a cancelled session says so at its door', async ({ student, cast, school }) => {
  const cancelled = await school.planning.session({
    cohort: cast.cohort,
    teachers: [cast.teacher],
    cancelled: true,
  });
  await student.page.goto(cancelled.path);
  await expect(student.page.getByRole('heading', { name: 'Økten er avlyst' })).toBeVisible();
  // The frame of whoever is signed in stands around a closed door too.
  await expect(
    student.page.getByRole('navigation').getByRole('link', { name: 'Dokumenter' }),
  ).toBeVisible();
  await expect(student.page.getByRole('main')).toHaveCount(1);
  await expectAccessible(student.page, 'the door of a cancelled session');
  await student.page.goto(`${cancelled.path}/om`);
  await expect(student.page.getByText('Økten er avlyst.')).toBeVisible();
  await expect(student.page.getByRole('link', { name: 'Bli med' })).toHaveCount(0);
});

test('F74 the door that is not open yet says when the session begins', async ({
  student,
  cast,
  school,
}) => {
  const later = await school.planning.session({
    cohort: cast.cohort,
    teachers: [cast.teacher],
    startsInMinutes: 60,
  });
  await student.page.goto(later.path);
  await expect(student.page.getByRole('heading', { name: 'Døra er ikke åpen ennå' })).toBeVisible();
  await expect(student.page.getByText(/Økten begynner .* klokka \d\d:\d\d/)).toBeVisible();
  await expectAccessible(student.page, 'the door before the session');
});

test('F39 what a session is about stands on a page of its own', async ({
  student,
  session,
  cast,
}) => {
  await student.page.goto(`${session.path}/om`);
  await expect(student.page.getByRole('heading', { level: 1, name: session.title })).toBeVisible();
  await expect(student.page.getByText(cast.teacher.name)).toBeVisible();
  await expect(student.page.getByText('Vi leser sammen')).toBeVisible();
  await expectAccessible(student.page, 'about a session');
  await student.page.getByRole('link', { name: 'Bli med' }).click();
  await expect(chatField(student.page)).toBeVisible();
});
