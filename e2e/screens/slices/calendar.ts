import { expect } from '../../people.ts';
import { frontDoor, type Screen } from '../screen.ts';

/** The demonstration's calendar, with a year in it. */
const calendarOf = (path: string) =>
  frontDoor(async (page) => {
    await page.getByRole('button', { name: /Student Ingrid/ }).click();
    await expect(page.getByRole('link', { name: 'Bli med' })).toBeVisible();
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'Kalender', exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  });

/** A calendar in its three forms, and a plan with something in its way. */
export const calendarScreens: readonly Screen[] = [
  { name: 'calendar list', targetPx: 24, open: calendarOf('/kalender') },
  { name: 'calendar week', targetPx: 24, open: calendarOf('/kalender?visning=uke') },
  { name: 'calendar month', targetPx: 24, open: calendarOf('/kalender?visning=maned') },
  {
    name: 'year',
    targetPx: 24,
    open: async ({ enter, school }) => {
      const rector = await enter(
        await school.planning.person({ name: 'Rita Rektor', role: 'rector' }),
      );
      await rector.page.goto('/utdanning');
      await expect(rector.page.getByRole('heading', { name: 'Emner' })).toBeVisible();
      return rector;
    },
  },
  {
    name: 'study plan',
    targetPx: 24,
    open: frontDoor(async (page) => {
      await page.getByRole('button', { name: /Student Ingrid/ }).click();
      await expect(page.getByRole('link', { name: 'Bli med' })).toBeVisible();
      await page.goto('/studieplan');
      await expect(page.getByRole('heading', { name: 'Studieplanen din' })).toBeVisible();
    }),
  },
  {
    name: 'new session with a clash',
    targetPx: 24,
    open: async ({ enter, school, cast }) => {
      await school.planning.session({
        ...{ cohort: cast.cohort, teachers: [cast.teacher], startsInMinutes: 3 * 24 * 60 },
        title: 'Samhandlingskompetanseutviklingsprosjekt i spesialisthelsetjenesten',
      });
      const teacher = await enter(cast.teacher);
      await teacher.page.goto('/kalender/ny');
      const there = new Date(Date.now() + 3 * 24 * 60 * 60_000);
      await teacher.page.getByLabel('Hva heter økten?').fill('Makt og språk');
      await teacher.page.getByLabel('Fra', { exact: true }).fill('00:00');
      await teacher.page.getByLabel('Til', { exact: true }).fill('23:59');
      await teacher.page
        .getByLabel('Dag', { exact: true })
        .fill(there.toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' }));
      await expect(teacher.page.getByRole('heading', { name: /er i veien/ })).toBeVisible();
      return teacher;
    },
  },
];
