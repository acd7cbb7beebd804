import type { Page } from '@playwright/test';
import { newId } from '../../../server/platform/new-id.ts';
import { expect } from '../../people.ts';
import { frontDoor, page, type Screen } from '../screen.ts';

/** What is left of a session of the demonstration, with its chat open. */
const afterwards = (who: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: who }).click();
  await page.getByRole('link', { name: 'Tidligere økter' }).click();
  await page.getByRole('link', { name: /Språk som åpner/ }).click();
  await expect(page.getByRole('heading', { name: 'Slik gikk det' })).toBeVisible();
  const read = page.getByRole('button', { name: 'Les samtalen' });
  await expect(read).toBeVisible();
  await read.click();
};

/** A session before it and after it. */
export const sessionScreens: readonly Screen[] = [
  {
    name: 'now',
    targetPx: 24,
    open: frontDoor(async (page) => {
      await page.getByRole('button', { name: /Student Ingrid/ }).click();
      await expect(page.getByRole('link', { name: 'Bli med' })).toBeVisible();
    }),
  },
  {
    name: 'now of a teacher',
    targetPx: 24,
    open: frontDoor(async (page) => {
      await page.getByRole('button', { name: /Underviser Anne/ }).click();
      await expect(page.getByRole('heading', { name: 'Dette venter på deg' })).toBeVisible();
    }),
  },
  ...(['admin', 'studyAdviser'] as const).map(
    (role): Screen => ({
      name: `now of ${role}`,
      targetPx: 24,
      open: async ({ enter, school }) => {
        const somebody = await enter(await school.planning.person({ name: 'Gunn Lie', role }));
        await somebody.page.goto('/');
        await expect(somebody.page.getByRole('heading', { level: 1 })).toBeVisible();
        return somebody;
      },
    }),
  ),
  {
    name: 'now of somebody invited',
    targetPx: 24,
    open: async ({ enter, school, cast }) => {
      const invited = await school.planning.person({ name: 'Gro Lien', role: 'guest' });
      const plan = { cohort: cast.cohort, teachers: [cast.teacher], invited: [invited] };
      await school.planning.session(plan);
      await school.planning.session({ ...plan, startsInMinutes: 24 * 60 });
      const guest = await enter(invited);
      await guest.page.goto('/');
      await expect(guest.page.getByRole('link', { name: 'Bli med' })).toBeVisible();
      return guest;
    },
  },
  {
    name: 'about',
    targetPx: 24,
    open: page(({ session }) => `${session.path}/om`, /Språk som åpner/),
  },
  {
    name: 'past sessions',
    targetPx: 24,
    open: frontDoor(async (page) => {
      await page.getByRole('button', { name: /Student Ingrid/ }).click();
      await page.getByRole('link', { name: 'Tidligere økter' }).click();
      await expect(page.getByRole('link', { name: /Språk som åpner/ })).toBeVisible();
    }),
  },
  { name: 'afterwards', targetPx: 24, open: frontDoor(afterwards(/Student Ingrid/)) },
  { name: 'afterwards of a teacher', targetPx: 24, open: frontDoor(afterwards(/Underviser Anne/)) },
  {
    name: 'unknown session',
    targetPx: 24,
    open: page(() => `/okt/${newId()}`, /Vi finner ikke økten/),
  },
];
