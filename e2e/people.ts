import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { takeMailedCode } from './mailbox.ts';
import { fromOwnAddress } from './own-address.ts';
import type { PlannedCohort, PlannedPerson, PlannedSession } from './planning.ts';
import { commonSchool, type School } from './school.ts';
import { type Line, putHandUp, signIn, takeSeat } from './seats.ts';
import { type Watch, watch } from './watch-page.ts';

/** Somebody in the school with a browser of their own, signed in. */
export type Person = PlannedPerson & {
  /** What they are called in a session. */
  readonly called: string;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watch: Watch;
};

/** Who takes part in this test's session: planned for every test, in the browser only where a test asks for them. */
export type Cast = {
  readonly cohort: PlannedCohort;
  readonly session: PlannedSession;
  readonly teacher: PlannedPerson;
  readonly secondTeacher: PlannedPerson;
  readonly student: PlannedPerson;
  readonly secondStudent: PlannedPerson;
  readonly thirdStudent: PlannedPerson;
};

export type Enter = (person: PlannedPerson, options?: BrowserContextOptions) => Promise<Person>;

type SitWithHandsUp = (
  session: PlannedSession,
  people: readonly PlannedPerson[],
) => Promise<Line[]>;

type Fixtures = {
  /** Where everything happens. Outages bring a school of their own. */
  school: School;
  cast: Cast;
  session: PlannedSession;
  /** Opens a browser for somebody: a second device is a second call. */
  enter: Enter;
  /** People sit in a session without a browser, their hands up in the order given, until the test ends. */
  sitWithHandsUp: SitWithHandsUp;
  teacher: Person;
  secondTeacher: Person;
  student: Person;
  secondStudent: Person;
  thirdStudent: Person;
};

export const test = base.extend<Fixtures, { common: School }>({
  common: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's form
    async ({}, use) => {
      const school = await commonSchool();
      await use(school);
      await school.planning.close();
    },
    { scope: 'worker' },
  ],
  school: ({ common }, use) => use(common),
  cast: async ({ school }, use) => use(await planCast(school)),
  session: ({ cast }, use) => use(cast.session),
  enter: async ({ browser, school }, use) => {
    const entered: Person[] = [];
    await use(async (person, options) => {
      const somebody = await enterBrowser(browser, school, person, options);
      entered.push(somebody);
      return somebody;
    });
    for (const { context } of entered) await context.close();
    for (const { name, watch } of entered)
      expect(watch.complaints(), `in ${name}'s browser`).toEqual([]);
  },
  sitWithHandsUp: async ({ school }, use) => {
    const seated: Line[] = [];
    await use(async (session, people) => {
      const before = seated.length;
      for (const person of people) {
        const line = await takeSeat(school, await signIn(school, person), session);
        seated.push(line);
        await putHandUp(line, session);
      }
      return seated.slice(before);
    });
    for (const line of seated) line.disconnect();
  },
  teacher: async ({ enter, cast }, use) => use(await enter(cast.teacher)),
  secondTeacher: async ({ enter, cast }, use) => use(await enter(cast.secondTeacher)),
  student: async ({ enter, cast }, use) => use(await enter(cast.student)),
  secondStudent: async ({ enter, cast }, use) => use(await enter(cast.secondStudent)),
  thirdStudent: async ({ enter, cast }, use) => use(await enter(cast.thirdStudent)),
});

export { expect };

async function planCast({ planning }: School): Promise<Cast> {
  const cohort = await planning.cohort();
  const teacher = await planning.person({ name: 'Berit Aune', role: 'teacher' });
  const secondTeacher = await planning.person({ name: 'Odd Vik', role: 'teacher' });
  const studentNamed = (name: string) => planning.person({ name, role: 'student', cohort });
  return {
    cohort,
    teacher,
    secondTeacher,
    student: await studentNamed('Kari Nilsen'),
    secondStudent: await studentNamed('Ola Berg'),
    thirdStudent: await studentNamed('Siri Dahl'),
    session: await planning.session({ cohort, teachers: [teacher, secondTeacher] }),
  };
}

/** A browser that nobody is signed in to, watched. */
export async function openBrowser(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Omit<Person, keyof PlannedPerson | 'called'>> {
  const context = await browser.newContext({ baseURL: url, ...options });
  const watched = await watch(context, options.baseURL ?? url);
  return { context, watch: watched, page: await context.newPage() };
}

const FROM_US = { 'x-mellom': '1' };

async function enterBrowser(
  browser: Browser,
  school: School,
  person: PlannedPerson,
  options?: BrowserContextOptions,
): Promise<Person> {
  const opened = await openBrowser(browser, school.url, options);
  await signInByCode(opened.context, school, person.email);
  return { ...person, ...opened, called: person.name.split(' ')[0] ?? person.name };
}

/** Signs the whole browser in by a mailed code, without its pages. */
export async function signInByCode(
  context: BrowserContext,
  school: School,
  email: string,
): Promise<void> {
  const headers = { ...FROM_US, ...fromOwnAddress(email) };
  const post = async (path: string, data: object) => {
    const answer = await context.request.post(path, { headers, data });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  };
  await post('/api/auth/email-otp/send-verification-otp', { email });
  const otp = await takeMailedCode(school.dataDir, email);
  await post('/api/auth/sign-in/email-otp', { email, otp });
}
