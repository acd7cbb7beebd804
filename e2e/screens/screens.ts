import type { Browser, Page } from '@playwright/test';
import { newId } from '../../server/platform/new-id.ts';
import { type Cast, type Enter, expect, openBrowser, type Person } from '../people.ts';
import { chatField, choose, expectInRoom, openSheet, raiseHand, say } from '../room.ts';
import type { School } from '../school.ts';

export const WIDTHS = [320, 360, 1280] as const;
export const THEMES = ['light', 'dark'] as const;

/** From here on the room has its panel beside the stage; below, panels come as sheets. */
const WIDE = 1024;

type Stage = {
  readonly browser: Browser;
  readonly school: School;
  readonly cast: Cast;
  readonly enter: Enter;
};

/** A picture that a person can have before them. */
export type Screen = {
  readonly name: string;
  /** The live room promises targets of 44 px, all other pages 24 (promises.md §8). */
  readonly targetPx: 44 | 24;
  /** Gets somebody there. */
  readonly open: (stage: Stage) => Promise<Pick<Person, 'page' | 'context' | 'watch'>>;
  /** What must be pressed anew after a change of width, such as a sheet. */
  readonly show?: (page: Page, wide: boolean) => Promise<void>;
};

const isWide = (page: Page) => (page.viewportSize()?.width ?? 0) >= WIDE;
export const showAgain = async (screen: Screen, page: Page) => screen.show?.(page, isWide(page));

const frontDoor =
  (press?: (page: Page, stage: Stage) => Promise<void>): Screen['open'] =>
  async (stage) => {
    const opened = await openBrowser(stage.browser, stage.school.url);
    await opened.page.goto('/logg-inn');
    await expect(opened.page.getByRole('button', { name: /Student Ingrid/ })).toBeVisible();
    await press?.(opened.page, stage);
    return opened;
  };

const page =
  (path: (cast: Cast) => string, heading: RegExp): Screen['open'] =>
  async ({ enter, cast }) => {
    const student = await enter(cast.student);
    student.watch.expect(/status of 40[04]/);
    await student.page.goto(path(cast));
    await expect(student.page.getByRole('heading', { name: heading })).toBeVisible();
    return student;
  };

/** A room with two students with their hands up and words said, seen by one of those who are in it. */
const room =
  (by: 'student' | 'teacher'): Screen['open'] =>
  async ({ enter, cast }) => {
    const teacher = await enter(cast.teacher);
    const student = await enter(cast.student);
    const other = await enter(cast.secondStudent);
    for (const { page } of [teacher, student, other]) {
      await page.goto(cast.session.path);
      await expectInRoom(page);
    }
    await teacher.page.getByRole('button', { name: 'Start: Innsjekk' }).click();
    await say(teacher.page, 'Velkommen inn. Skriv ett ord om hvordan du kommer, hvis du vil.');
    await say(other.page, 'Spesialisthelsetjenestekonsultasjonsoppfølging er et langt ord.');
    await raiseHand(other.page);
    await raiseHand(student.page);
    await expect(student.page.getByRole('button', { name: /nummer 2/ })).toBeVisible();
    return by === 'teacher' ? teacher : student;
  };

const panel = (name: string) => async (page: Page, wide: boolean) => {
  if (wide) await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  else await openSheet(page, name);
};

/** Every screen of this version. */
export const SCREENS: readonly Screen[] = [
  { name: 'front door', targetPx: 24, open: frontDoor() },
  {
    name: 'code',
    targetPx: 24,
    open: frontDoor(async (page, { cast }) => {
      await page.getByLabel('E-postadressen din').fill(cast.student.email);
      await page.getByRole('button', { name: 'Send meg en kode' }).click();
      await expect(page.getByLabel('Koden på 8 sifre')).toBeVisible();
    }),
  },
  {
    name: 'password',
    targetPx: 24,
    open: frontDoor((page) => page.getByRole('button', { name: 'Bruk passord' }).click()),
  },
  {
    name: 'now',
    targetPx: 24,
    open: frontDoor(async (page) => {
      await page.getByRole('button', { name: /Student Ingrid/ }).click();
      await expect(page.getByRole('link', { name: 'Bli med' })).toBeVisible();
    }),
  },
  {
    name: 'now of somebody invited',
    targetPx: 24,
    open: async ({ enter, school, cast }) => {
      const invited = await school.planning.person({ name: 'Gro Lien', role: 'guest' });
      const plan = { cohort: cast.cohort, teachers: [cast.teacher], invited: [invited] };
      await school.planning.session(plan);
      await school.planning.session({ ...plan, startsInMinutes: 24 * 60 });
      const guest = await enter(invited);
      guest.watch.expect(/status of 404/);
      await guest.page.goto('/');
      await expect(guest.page.getByRole('link', { name: 'Bli med' })).toBeVisible();
      return guest;
    },
  },
  { name: 'account', targetPx: 24, open: page(() => '/konto', /Innlogginger/) },
  {
    name: 'account menu',
    targetPx: 24,
    open: page(() => '/konto', /Innlogginger/),
    show: async (page) => {
      if (!(await page.getByRole('menu').isVisible()))
        await page.getByRole('button', { name: /meny/ }).click();
      await expect(page.getByRole('menuitem', { name: 'Logg ut' })).toBeVisible();
    },
  },
  {
    name: 'about',
    targetPx: 24,
    open: page(({ session }) => `${session.path}/om`, /Språk som åpner/),
  },
  { name: 'device check', targetPx: 24, open: page(() => '/sjekk', /Test lyd og bilde/) },
  { name: 'unknown page', targetPx: 24, open: page(() => '/finnes-ikke', /Her er det ingen side/) },
  {
    name: 'unknown session',
    targetPx: 24,
    open: page(() => `/okt/${newId()}`, /Vi finner ikke økten/),
  },
  { name: 'room chat', targetPx: 44, open: room('student'), show: panel('Samtale') },
  {
    name: 'room stage',
    targetPx: 44,
    open: room('student'),
    show: async (page) => {
      await expect(page.getByRole('main')).toBeVisible();
    },
  },
  { name: 'room agenda', targetPx: 44, open: room('teacher'), show: panel('Agenda') },
  { name: 'room people', targetPx: 44, open: room('teacher'), show: panel('Folk') },
  {
    name: 'room more',
    targetPx: 44,
    open: room('student'),
    show: async (page) => {
      const sheet = page.getByRole('dialog');
      if (!(await sheet.isVisible())) await page.getByRole('button', { name: /^Mer/ }).click();
      await expect(sheet.getByText('Demp støy')).toBeVisible();
    },
  },
  {
    name: 'room message open',
    targetPx: 44,
    open: room('teacher'),
    show: async (page, wide) => {
      await panel('Samtale')(page, wide);
      const opened = page.getByRole('button', { name: 'Svar', exact: true });
      if (!(await opened.isVisible())) await choose(page, 'Velkommen inn', 'Svar');
      await expect(chatField(page)).toBeVisible();
      await page.getByRole('button', { name: /^Valg for meldingen fra Berit/ }).click();
      await expect(opened).toBeVisible();
    },
  },
  {
    name: 'demo room',
    targetPx: 44,
    open: frontDoor(async (page) => {
      await page.getByRole('button', { name: /Underviser Anne/ }).click();
      await page.getByRole('link', { name: 'Bli med' }).click();
      await expectInRoom(page);
    }),
    show: panel('Samtale'),
  },
];
