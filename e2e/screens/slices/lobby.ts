import { expect, openBrowser, type Person } from '../../people.ts';
import { expectInRoom } from '../../room.ts';
import { isWide, panel, type Screen, type Stage } from '../screen.ts';

/** A teacher who has just made a guest link on the session's page. */
const withGuestLink: Screen['open'] = async ({ enter, cast }) => {
  const teacher = await enter(cast.teacher);
  await teacher.page.goto(`${cast.session.path}/om`);
  await teacher.page.getByRole('button', { name: 'Gjester og lenker' }).click();
  await teacher.page.getByRole('button', { name: 'Inviter en gjest' }).click();
  await teacher.page
    .getByLabel('Hvem er lenken til?')
    .fill('Gro fra Spesialisthelsetjenestekonsultasjonsoppfølgingen');
  await teacher.page.getByRole('button', { name: 'Lag lenke' }).click();
  await expect(teacher.page.getByLabel('Gjestelenke', { exact: true })).toBeVisible();
  return teacher;
};

/** A session with a teacher in it, and two who wait outside. */
async function withLobby({ enter, school, cast }: Stage) {
  const named = {
    name: 'Gro Spesialisthelsetjenestekonsultasjonsoppfølging',
    role: 'guest',
  } as const;
  const invited = [
    await school.planning.person(named),
    await school.planning.person({ name: 'Tone Lie', role: 'studyAdviser' }),
  ];
  const session = await school.planning.session({
    ...{ cohort: cast.cohort, teachers: [cast.teacher], invited },
    title: 'Språk som åpner',
  });
  const teacher = await enter(cast.teacher);
  await teacher.page.goto(session.path);
  await expectInRoom(teacher.page);
  const waiting: Person[] = [];
  for (const each of invited) {
    const somebody = await enter(each);
    await somebody.page.goto(session.path);
    await expect(somebody.page.getByRole('heading', { name: 'Du er i venterommet' })).toBeVisible();
    waiting.push(somebody);
  }
  return { teacher, guest: waiting[0] as Person };
}

/** Guests by link, and those who wait outside. */
export const lobbyScreens: readonly Screen[] = [
  {
    name: 'guest links',
    targetPx: 24,
    open: async (stage) => {
      const teacher = await withGuestLink(stage);
      await teacher.page.getByRole('button', { name: 'Ferdig' }).click();
      await teacher.page.getByRole('button', { name: 'Inviter en gjest' }).click();
      return teacher;
    },
  },
  { name: 'guest link made', targetPx: 24, open: withGuestLink },
  {
    name: 'guest door',
    targetPx: 24,
    open: async (stage) => {
      const teacher = await withGuestLink(stage);
      const link = await teacher.page.getByLabel('Gjestelenke', { exact: true }).inputValue();
      const guest = await openBrowser(stage.browser, stage.school.url);
      await guest.page.goto(link);
      await expect(guest.page.getByLabel('Hva vil du bli kalt?')).toBeVisible();
      return guest;
    },
  },
  {
    name: 'guest link that is over',
    targetPx: 24,
    open: async ({ browser, school }) => {
      const guest = await openBrowser(browser, school.url);
      guest.watch.expect(/status of 404/);
      await guest.page.goto('/gjest#ingenting');
      await expect(guest.page.getByRole('heading', { name: /gjelder ikke/ })).toBeVisible();
      return guest;
    },
  },
  {
    name: 'guest afterwards',
    targetPx: 24,
    open: async ({ browser, school }) => {
      const guest = await openBrowser(browser, school.url);
      await guest.page.goto('/gjest');
      await expect(guest.page.getByRole('heading', { name: /Takk/ })).toBeVisible();
      return guest;
    },
  },
  {
    name: 'room lobby',
    targetPx: 44,
    open: async (stage) => (await withLobby(stage)).teacher,
    show: async (page, wide) => {
      await panel('Til deg')(page, wide);
      const no = page.getByRole('button', { name: /^Si nei … Gro/ });
      if ((await no.getAttribute('aria-expanded')) !== 'true') await no.click();
      await expect(page.getByLabel(/^Svaret til/)).toBeVisible();
    },
  },
  { name: 'lobby', targetPx: 24, open: async (stage) => (await withLobby(stage)).guest },
  {
    name: 'lobby declined',
    targetPx: 24,
    open: async (stage) => {
      const { teacher, guest } = await withLobby(stage);
      await panel('Til deg')(teacher.page, isWide(teacher.page));
      await teacher.page.getByRole('button', { name: /^Si nei … Gro/ }).click();
      await teacher.page
        .getByLabel(/^Svaret til/)
        .fill('Vi er midt i en runde om Spesialisthelsetjenestekonsultasjonsoppfølging.');
      await teacher.page.getByRole('button', { name: 'Si nei', exact: true }).click();
      await expect(guest.page.getByRole('button', { name: 'Spør på nytt' })).toBeVisible();
      return guest;
    },
  },
];
