import { newId } from '../../../server/platform/new-id.ts';
import { makeDocument, pinTools, saved, write } from '../../documents.ts';
import { expect } from '../../people.ts';
import { page, type Screen } from '../screen.ts';

/** A document of one's own with headings, a list, a checklist and a long word in it. */
const written: Screen['open'] = async ({ enter, cast }) => {
  const student = await enter(cast.student);
  const { page } = student;
  await makeDocument(page, 'Makt i møtet', 'Bare for deg');
  await page.getByLabel(/^Teksten i/).click();
  for (const heading of ['Situasjonen', 'Hvor ligger makten?', 'Det vi er uenige om']) {
    await page.keyboard.press('Control+Alt+2');
    await page.keyboard.type(heading);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Spesialisthelsetjenestekonsultasjonsoppfølging er et langt ord.');
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('- Spørre Siri hva hun vil, før møtet begynner.');
  for (const task of ['[ ] Ringe til avdelingen', 'Skrive referat']) {
    await page.keyboard.press('Enter');
    if (task.startsWith('[')) await page.keyboard.press('Enter');
    await page.keyboard.type(task);
  }
  await expect(page.getByRole('checkbox')).toHaveCount(2);
  await expect(saved(page)).toBeVisible();
  return student;
};

/** Documents and their versions. */
export const documentScreens: readonly Screen[] = [
  {
    name: 'documents',
    targetPx: 24,
    open: async ({ enter, cast }) => {
      const student = await enter(cast.student);
      await makeDocument(student.page, 'Spesialisthelsetjenestekonsultasjonsoppfølging i praksis');
      await student.page.goto('/dokumenter');
      await expect(student.page.getByRole('link', { name: /Spesialist/ })).toBeVisible();
      return student;
    },
  },
  {
    name: 'new document',
    targetPx: 24,
    isSheet: true,
    open: page(() => '/dokumenter', /^Dokumenter$/),
    show: async (page) => {
      await page.getByRole('button', { name: 'Nytt dokument' }).click();
      await expect(page.getByLabel('Hvor hører det til?')).toBeVisible();
    },
  },
  {
    name: 'trash empty',
    targetPx: 24,
    open: page(() => '/dokumenter?vis=papirkurven', /Papirkurven er tom/),
  },
  {
    name: 'unknown document',
    targetPx: 24,
    open: page(() => `/dokument/${newId()}`, /Vi finner ikke dokumentet/),
  },
  { name: 'document', targetPx: 24, open: written },
  {
    name: 'document tools pinned',
    targetPx: 24,
    open: async (stage) => {
      const student = await written(stage);
      await pinTools(student.page);
      return student;
    },
    show: async (page, wide) => {
      const write = page.getByRole('button', { name: 'Skriv', exact: true });
      if (!wide && (await write.isVisible())) await write.click();
      await expect(page.getByRole('toolbar')).toBeVisible();
    },
  },
  {
    name: 'document readers',
    targetPx: 24,
    isSheet: true,
    open: written,
    show: async (page) => {
      await page.getByRole('button', { name: 'Hvem kan se dette?' }).click();
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
    },
  },
  {
    name: 'versions',
    targetPx: 24,
    open: async (stage) => {
      const student = await written(stage);
      const { page } = student;
      await page.getByRole('link', { name: 'Versjoner' }).click();
      await page.getByRole('button', { name: 'Gi versjonen nå et navn' }).click();
      await page.getByLabel('Navn på versjonen').fill('Før vi strammet inn');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('link', { name: /Før vi strammet inn/ })).toBeVisible();
      await page.getByRole('link', { name: 'Tilbake til dokumentet' }).click();
      await write(page, 'Og så en setning til.');
      await expect(saved(page)).toBeVisible();
      await page.getByRole('link', { name: 'Versjoner' }).click();
      await expect(page.locator('ins')).toBeVisible();
      return student;
    },
  },
];
