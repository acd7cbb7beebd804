import type { Locator } from '@playwright/test';
import { expect, test } from '../people.ts';
import { join, openPanel, openSheet } from '../room.ts';

/** The words of a text that are broken in the middle: they stand on two lines. */
const brokenWords = (place: Locator) =>
  place.evaluate((element) => {
    const range = document.createRange();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(word);
      }
    }
    return broken;
  });

test('F10 the name of the other teacher is read in whole words beside what can be done', async ({
  enter,
  school,
  cast,
}) => {
  const solveig = await school.planning.person({ name: 'Solveig Haugen', role: 'teacher' });
  const { cohort, teacher } = cast;
  const session = await school.planning.session({ cohort, teachers: [teacher, solveig] });
  const leads = await enter(teacher);
  await join(leads, session);
  await join(await enter(solveig), session);
  const { page } = leads;
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    await (width < 896 ? openSheet(page, 'Folk') : openPanel(page, 'Folk'));
    const row = page.getByRole('listitem').filter({ hasText: 'Gi fra deg ledelsen' });
    await expect(row).toBeVisible();
    expect(await brokenWords(row), `${width} px`).toEqual([]);
    const name = await row.getByText('Solveig Haugen', { exact: true }).first().boundingBox();
    expect(name?.width, `${width} px`).toBeGreaterThan(110);
  }
});
