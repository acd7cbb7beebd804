import { expect, test } from '../people.ts';
import { join } from '../room.ts';

/** From the narrowest phone to a large screen, with the widths in between where layouts change hands. */
const WIDTHS = [320, 360, 480, 768, 896, 1024, 1100, 1200, 1280, 1440];
/** An icon and two lines of words; the next step of the agenda may take three lines. */
const LINES_MAX = 3;

test('F7 every control of the room keeps its words whole at every width', async ({
  teacher,
  session,
}) => {
  const { page } = teacher;
  await join(teacher, session);
  await expect(page.getByRole('button', { name: /^(Begynn|Start|Neste)/ })).toBeVisible();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const torn = await page.locator('#controls button').evaluateAll((buttons, linesMax) => {
      const range = document.createRange();
      /** A word that stands on two lines was broken in the middle. */
      const brokenIn = (node: Text) =>
        [...node.data.matchAll(/[\p{L}\p{N}]+/gu)].filter(({ 0: word, index }) => {
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
        });
      return buttons.flatMap((button) => {
        const walker = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
        const broken: string[] = [];
        while (walker.nextNode()) broken.push(...brokenIn(walker.currentNode as Text).flat());
        const lineHeight = Number.parseFloat(getComputedStyle(button).lineHeight);
        const tall = button.scrollHeight > lineHeight * linesMax + 40;
        return broken.length > 0 || tall ? [`${button.textContent}: ${broken}`] : [];
      });
    }, LINES_MAX);
    expect(torn, `${width} px wide`).toEqual([]);
  }
});
