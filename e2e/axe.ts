import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** The rules that see colours: all that another theme changes. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What fades in has its colours only at the end. A pulse that never ends is not waited for. */
const stillness = (page: Page) =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map((one) => one.finished));
  });

/** F78: nothing that axe can find is wrong with what the page shows just now. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await expectNothingFound(page, screen, (axe) => axe.withTags(TAGS));
}

/** F78: as `expectAccessible`, of a page that is known to be so in another theme. */
export async function expectReadableColours(page: Page, screen: string): Promise<void> {
  await expectNothingFound(page, screen, (axe) => axe.withRules(COLOUR_RULES));
}

async function expectNothingFound(
  page: Page,
  screen: string,
  choose: (axe: AxeBuilder) => AxeBuilder,
): Promise<void> {
  await stillness(page);
  // For one rule axe reads every style sheet anew, and writes one that is still on its way into the page, which our
  // policy refuses. tools/client-assets.test.ts proves that rule for all of them.
  const axe = new AxeBuilder({ page }).options({ preload: false });
  const { violations } = await choose(axe).setLegacyMode().analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }));
  expect(found, `axe on ${screen}`).toEqual([]);
}
