import type { Browser, Page } from '@playwright/test';
import { type Cast, type Enter, expect, openBrowser, type Person } from '../people.ts';
import { openSheet } from '../room.ts';
import type { School } from '../school.ts';

export const WIDTHS = [320, 360, 1280] as const;
export const THEMES = ['light', 'dark'] as const;

/** From here on the room has its panel beside the stage; below, panels come as sheets. */
const WIDE = 1024;

export type Stage = {
  readonly browser: Browser;
  readonly school: School;
  readonly cast: Cast;
  readonly enter: Enter;
};

/** A picture that a person can have before them. */
export type Screen = {
  readonly name: string;
  /** The live room promises targets of 44 px, all other pages 24 (docs/promises.md §8). */
  readonly targetPx: 44 | 24;
  /** Lies over another screen, until Escape. */
  readonly isSheet?: boolean;
  /** Gets somebody there. */
  readonly open: (stage: Stage) => Promise<Pick<Person, 'page' | 'context' | 'watch'>>;
  /** What must be pressed anew after a change of width, such as a sheet. */
  readonly show?: (page: Page, wide: boolean) => Promise<void>;
};

export const isWide = (page: Page) => (page.viewportSize()?.width ?? 0) >= WIDE;
export const showAgain = async (screen: Screen, page: Page) => screen.show?.(page, isWide(page));

export const frontDoor =
  (press?: (page: Page, stage: Stage) => Promise<void>): Screen['open'] =>
  async (stage) => {
    const opened = await openBrowser(stage.browser, stage.school.url);
    await opened.page.goto('/logg-inn');
    await expect(opened.page.getByRole('button', { name: /Student Ingrid/ })).toBeVisible();
    await press?.(opened.page, stage);
    return opened;
  };

export const page =
  (path: (cast: Cast) => string, heading: RegExp): Screen['open'] =>
  async ({ enter, cast }) => {
    const student = await enter(cast.student);
    student.watch.expect(/status of 40[04]|response code: 404/);
    await student.page.goto(path(cast));
    await expect(student.page.getByRole('heading', { name: heading })).toBeVisible();
    return student;
  };

/** A panel of the room: a tab beside the stage, or a sheet. */
export const panel = (name: string) => async (page: Page, wide: boolean) => {
  if (wide) await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  else await openSheet(page, name);
};
