import { expectAccessible } from '../axe.ts';
import { expect, openBrowser, type Person, test } from '../people.ts';
import { choose, join, messagesWith, say } from '../room.ts';

/** A word by itself, also beside Norwegian letters, which `\b` takes for the end of one. */
const words = (...all: string[]) => new RegExp(`(?<!\\p{L})(${all.join('|')})(?!\\p{L})`, 'iu');

/** Common words of our screens that stand in one language only. */
const BOKMAAL = [
  ...['økten', 'ikke', 'hånda', 'innlogginger', 'meldinger', 'samlingene', 'hvem', 'noe', 'nå'],
  ...['underviser', 'hjemme', 'farger', 'en kode', 'adressen', 'uke', 'leder', 'venter', 'dager'],
];
const NYNORSK = [
  ...[
    'økta',
    'ikkje',
    'handa',
    'innloggingar',
    'meldingar',
    'samlingane',
    'kven',
    'noko',
    'no nettopp',
  ],
  ...['undervisar', 'heime', 'fargar', 'ein kode', 'adressa', 'veke', 'leiar', 'ventar', 'dagar'],
];
const BOTH = ['økt', 'gå ut', 'skriv', 'er inne', 'og', 'på', 'til', 'bli med', 'språk'];

const LANGUAGES = [
  {
    language: 'nn',
    never: words(...BOKMAAL),
    join: 'Bli med',
    field: 'Melding til alle',
    raise: 'Rekk opp handa',
    done: 'Handa er oppe, nummer 1',
    people: 'Folk',
    leave: 'Gå ut',
    signIns: 'Innloggingar',
    newDocument: 'Nytt dokument',
    documentName: 'Namn',
    make: 'Lag dokumentet',
    versions: 'Versjonar',
  },
  {
    language: 'en',
    never: words(...BOKMAAL, ...NYNORSK, ...BOTH),
    join: 'Join',
    field: 'Message to everyone',
    raise: 'Raise hand',
    done: 'Hand is up, number 1',
    people: 'People',
    leave: 'Leave',
    signIns: 'Sign-ins',
    newDocument: 'New document',
    documentName: 'Name',
    make: 'Make the document',
    versions: 'Versions',
  },
] as const;

for (const said of LANGUAGES) {
  test(`F80 the whole way in ${said.language}`, async ({ enter, cast, school }) => {
    const person = await school.planning.person({
      name: 'Kim Oh',
      role: 'student',
      cohort: cast.cohort,
      language: said.language,
    });
    const somebody = await enter(person);
    const { page } = somebody;
    await page.goto('/konto');
    await expect(page.getByRole('heading', { name: said.signIns })).toBeVisible();
    await expectOnly(somebody, said.never);

    await page.goto(`${cast.session.path}/om`);
    await page.getByRole('link', { name: said.join }).click();
    await page.getByLabel(said.field).fill('Hi');
    await page.getByLabel(said.field).press('Enter');
    await expectOnly(somebody, said.never);
    await page.getByRole('button', { name: said.raise }).click();
    await expect(page.getByRole('button', { name: said.done })).toBeVisible();
    await page.getByRole('tab', { name: said.people }).click();
    await expectOnly(somebody, said.never);
    await page.getByRole('tab', { name: 'Agenda' }).click();
    await expectOnly(somebody, said.never);
    await expect(page.locator('html')).toHaveAttribute('lang', said.language);
    await expectAccessible(page, `the room in ${said.language}`);
    await page.getByRole('button', { name: said.leave }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Kim');
    await expectOnly(somebody, said.never);
    await page.goto('/dokumenter');
    await page.getByRole('button', { name: said.newDocument }).click();
    await expectOnly(somebody, said.never);
    await page.getByRole('dialog').getByLabel(said.documentName, { exact: true }).fill('Kim');
    await page.getByRole('button', { name: said.make }).click();
    await expect(page.getByRole('textbox')).toBeVisible();
    await expectOnly(somebody, said.never);
    await page.getByRole('link', { name: said.versions }).click();
    await expect(page.getByRole('heading', { level: 1, name: said.versions })).toBeVisible();
    await expectOnly(somebody, said.never);
    await page.goto('/dokumenter?vis=papirkurven');
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
    await expectOnly(somebody, said.never);
    await page.goto('/finnes-ikke');
    await expect(page.getByRole('link', { name: /No|Now/ }).last()).toBeVisible();
    await expectOnly(somebody, said.never);
  });
}

for (const { language, never, ...said } of [
  {
    language: 'nn',
    never: LANGUAGES[0].never,
    agenda: 'Endre agendaen',
    item: 'Endre Pause',
    cancel: 'Avbryt',
    from: 'Start frå mal',
    back: 'Tilbake',
    keep: 'Lagre som mal',
    about: 'Skriv om økta',
  },
  {
    language: 'en',
    never: LANGUAGES[1].never,
    agenda: 'Change the agenda',
    item: 'Change Pause',
    cancel: 'Cancel',
    from: 'Start from a template',
    back: 'Back',
    keep: 'Save as a template',
    about: 'Write about the session',
  },
] as const) {
  test(`F80 the agenda and what a session is about, to be changed, in ${language}`, async ({
    enter,
    cast,
    school,
  }) => {
    const person = await school.planning.person({ name: 'Kim Oh', role: 'teacher', language });
    const plan = { cohort: cast.cohort, teachers: [person] };
    const session = await school.planning.session(plan);
    const somebody = await enter(person);
    const { page } = somebody;
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.goto(`${session.path}/om`);
    await press(said.about);
    await expectOnly(somebody, never);
    await press(said.agenda);
    await expectOnly(somebody, never);
    await press(said.item);
    await expectOnly(somebody, never);
    await page.getByRole('button', { name: said.cancel, exact: true }).last().click();
    await press(said.from);
    await expect(page.getByRole('button', { name: said.back, exact: true })).toBeVisible();
    await expectOnly(somebody, never);
    await press(said.back);
    await press(said.keep);
    await expectOnly(somebody, never);
  });
}

/** Nothing on the page, its labels, or what it says to a screen reader stands in another language. */
async function expectOnly({ page }: Pick<Person, 'page'>, never: RegExp): Promise<void> {
  const said = await page.evaluate(() => {
    const own = ['Vi leser sammen', 'Språk som åpner', 'Samtale og språk', 'Ingrid Solbakken'];
    own.push('Kasusarbeid', 'Refleksjon etter en økt', 'Gruppeavtale', 'Møtereferat');
    const labels = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap(
      (element) => ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name)),
    );
    let text = `${document.title}\n${document.body.innerText}\n${labels.join('\n')}`;
    for (const content of own) text = text.replaceAll(content, '');
    return text;
  });
  expect(said.match(never)?.[0], said).toBeUndefined();
}

for (const [choice, never] of [
  ['Nynorsk', LANGUAGES[0].never],
  ['English', LANGUAGES[1].never],
] as const) {
  test(`F80 the front door in ${choice}`, async ({ browser, school }) => {
    const opened = await openBrowser(browser, school.url);
    await opened.page.goto('/logg-inn');
    await opened.page.getByRole('button', { name: choice }).click();
    await expectOnly(opened, never);
    await expectAccessible(opened.page, `the front door in ${choice}`);
    await opened.page.getByRole('button', { name: /passord|password/i }).click();
    await expectOnly(opened, never);
    await opened.context.close();
  });
}

test('F80 whoever changes the language sees it at once, and next time', async ({
  student,
  enter,
  cast,
}) => {
  await student.page.goto('/din-side');
  await student.page.getByRole('radio', { name: 'Nynorsk' }).click();
  await expect(student.page.locator('html')).toHaveAttribute('lang', 'nn');
  const elsewhere = await enter(cast.student);
  await elsewhere.page.goto('/konto');
  await expect(elsewhere.page.getByRole('heading', { name: 'Innloggingar' })).toBeVisible();
});

test('F78 light and dark follow the device until one chooses', async ({ student }) => {
  const { page } = student;
  const paper = () =>
    page.evaluate(
      () =>
        getComputedStyle(document.documentElement).getPropertyValue('background-color') +
        getComputedStyle(document.body).backgroundColor,
    );
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/utseende');
  await expect(page.getByRole('heading', { name: 'Utseende' })).toBeVisible();
  const light = await paper();
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper()).not.toBe(light);
  await page.getByRole('radio', { name: 'Lyse' }).click();
  expect(await paper()).toBe(light);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Utseende' })).toBeVisible();
  expect(await paper()).toBe(light);
});

test('F80 F13 a message is read aloud in the language of whoever wrote it', async ({
  enter,
  teacher,
  cast,
  school,
}) => {
  const name = 'Jonas Eide';
  const { cohort, session } = cast;
  const jonas = await enter(
    await school.planning.person({ name, role: 'student', cohort, language: 'nn' }),
  );
  await join(teacher, session);
  await join(jonas, session);
  await say(jonas.page, 'Eg skriv på nynorsk');
  await choose(teacher.page, 'Eg skriv på nynorsk', 'Svar');
  await say(teacher.page, 'Jeg svarer på bokmål');
  const answer = messagesWith(teacher.page, 'Jeg svarer på bokmål');
  await expect(answer.getByText('Jeg svarer på bokmål')).toHaveAttribute('lang', 'nb');
  await expect(answer.getByText('Eg skriv på nynorsk')).toHaveAttribute('lang', 'nn');
});
