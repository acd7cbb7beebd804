import type { Browser, Page } from '@playwright/test';
import { newId } from '../../server/platform/new-id.ts';
import { makeDocument, pinTools, saved, write } from '../documents.ts';
import { type Cast, type Enter, expect, openBrowser, type Person } from '../people.ts';
import { chatField, choose, expectInRoom, handButton, openSheet, raiseHand, say } from '../room.ts';
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
  /** The live room promises targets of 44 px, all other pages 24 (docs/promises.md §8). */
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
    student.watch.expect(/status of 40[04]|response code: 404/);
    await student.page.goto(path(cast));
    await expect(student.page.getByRole('heading', { name: heading })).toBeVisible();
    return student;
  };

/** Something to hand in, with a word that is longer than a phone. */
const withAssignment = ({ school, cast }: Stage) =>
  school.planning.assignment({
    ...{ cohort: cast.cohort, by: cast.teacher, dueInHours: 50 },
    title: 'Samhandlingskompetanseutviklingsprosjekt i spesialisthelsetjenesten',
  });

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
    await expect(handButton(other.page, 1)).toBeVisible();
    await raiseHand(student.page);
    await expect(handButton(student.page, 2)).toBeVisible();
    return by === 'teacher' ? teacher : student;
  };

/** A document of one's own with headings, a list and a long word in it. */
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
  await expect(saved(page)).toBeVisible();
  return student;
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
  {
    name: 'room document',
    targetPx: 44,
    open: room('student'),
    show: async (page, wide) => {
      await panel('Dokument')(page, wide);
      await expect(page.getByRole('button', { name: 'Åpne det felles notatet' })).toBeVisible();
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
