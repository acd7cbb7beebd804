import { newId } from '../../../server/platform/new-id.ts';
import { expect } from '../../people.ts';
import { frontDoor, page, type Screen, type Stage } from '../screen.ts';

/** Something to hand in, with a word that is longer than a phone. */
const withAssignment = ({ school, cast }: Stage) =>
  school.planning.assignment({
    ...{ cohort: cast.cohort, by: cast.teacher, dueInHours: 50 },
    title: 'Samhandlingskompetanseutviklingsprosjekt i spesialisthelsetjenesten',
  });

/** Assignments, set and handed in. */
export const assignmentScreens: readonly Screen[] = [
  {
    name: 'assignments',
    targetPx: 24,
    open: async (stage) => {
      await withAssignment(stage);
      return page(() => '/oppgaver', /^Oppgaver$/)(stage);
    },
  },
  {
    name: 'assignments empty',
    targetPx: 24,
    open: page(() => '/oppgaver', /Ingen oppgaver ennå/),
  },
  {
    name: 'assignment',
    targetPx: 24,
    open: async (stage) => {
      const assignmentId = await withAssignment(stage);
      return page(() => `/oppgave/${assignmentId}`, /Samhandlingskompetanse/)(stage);
    },
  },
  {
    name: 'assignment followed',
    targetPx: 24,
    open: async (stage) => {
      const assignmentId = await withAssignment(stage);
      const teacher = await stage.enter(stage.cast.teacher);
      await teacher.page.goto(`/oppgave/${assignmentId}`);
      await expect(teacher.page.getByRole('heading', { name: /Slik ligger/ })).toBeVisible();
      return teacher;
    },
  },
  {
    name: 'receipt and what was handed in',
    targetPx: 24,
    open: frontDoor(async (page) => {
      await page.getByRole('button', { name: /Student Ingrid/ }).click();
      await page.getByRole('link', { name: 'Oppgaver', exact: true }).click();
      await page.getByRole('link', { name: /Ord som åpner/ }).click();
      await page.getByRole('link', { name: 'Les det som ble levert' }).click();
      await expect(page.getByRole('button', { name: 'Kontroller selv' })).toBeVisible();
    }),
  },
  {
    name: 'new assignment',
    targetPx: 24,
    open: async ({ enter, cast }) => {
      const teacher = await enter(cast.teacher);
      await teacher.page.goto('/oppgaver/ny');
      await expect(teacher.page.getByLabel('Hva heter oppgaven?')).toBeVisible();
      return teacher;
    },
  },
  {
    name: 'unknown assignment',
    targetPx: 24,
    open: page(() => `/oppgave/${newId()}`, /Denne finner vi ikke/),
  },
];
