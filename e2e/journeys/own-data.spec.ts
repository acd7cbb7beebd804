import * as fs from 'node:fs/promises';
import { readZip } from '../../server/testing/read-zip.ts';
import { expect, test } from '../people.ts';

test('F81 somebody takes out what is theirs, asks to be erased, and takes it back', async ({
  cast,
  enter,
  school,
}) => {
  const student = await enter(cast.student);
  const { page } = student;
  await page.goto('/mine-opplysninger');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Hent ut' }).click();
  const file = await (await download).path();
  const files = readZip(await fs.readFile(file));
  expect(String(files.get('json/identity.json'))).toContain(cast.student.email);
  await expect(page.getByRole('button', { name: 'Hent ut en gang til' })).toBeVisible();

  // It opens from the disk, without a script and without anything that is refused.
  const opened = await page.context().newPage();
  const refused: string[] = [];
  opened.on('console', (message) => refused.push(message.text()));
  const folder = await fs.mkdtemp(`${file}-`);
  for (const name of ['index.html', 'pages/identity.html']) {
    await fs.mkdir(`${folder}/pages`, { recursive: true });
    await fs.writeFile(`${folder}/${name}`, files.get(name) ?? '');
  }
  await opened.goto(`file://${folder}/index.html`);
  await opened.getByRole('link', { name: 'Hvem du er' }).click();
  await expect(opened.getByText(cast.student.email)).toBeVisible();
  expect(refused).toEqual([]);
  await opened.close();

  await page.getByRole('button', { name: 'Be om å bli slettet' }).click();
  await page.getByRole('button', { name: 'Ja, jeg vil bli slettet' }).click();
  await expect(page.getByText('Det kan skje fra')).toBeVisible();

  const admin = await enter(await school.planning.person({ name: 'Gunn Lie', role: 'admin' }));
  await admin.page.goto('/folk');
  const waiting = admin.page.getByRole('region', { name: 'Vil bli slettet' });
  await expect(waiting.getByText('Dere kan si ja fra')).toBeVisible();

  await page.getByRole('button', { name: 'Angre' }).click();
  await expect(page.getByRole('button', { name: 'Be om å bli slettet' })).toBeVisible();
});
