import type { Page } from '@playwright/test';
import { expect } from '../../people.ts';
import { chatField, choose, expectInRoom, handButton, raiseHand, say } from '../../room.ts';
import { frontDoor, page, panel, type Screen, type Stage } from '../screen.ts';
import { widerPx } from '../targets.ts';

async function writeToTeachers(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Skriv til underviserne' }).click();
  await page
    .getByLabel('Melding til underviserne')
    .fill('Kan jeg dele om Spesialisthelsetjenestekonsultasjonsoppfølging etter pausen?');
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('dialog').getByText('etter pausen?')).toBeVisible();
  await page.keyboard.press('Escape');
}

/** Those who are in a room with two students with their hands up and words said. */
async function seated({ enter, cast }: Stage) {
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
  await writeToTeachers(other.page);
  await raiseHand(other.page);
  await expect(handButton(other.page, 1)).toBeVisible();
  await raiseHand(student.page);
  await expect(handButton(student.page, 2)).toBeVisible();
  return { teacher, student };
}

/** The room as one of those who are in it sees it. */
const room =
  (by: 'student' | 'teacher'): Screen['open'] =>
  async (stage) =>
    (await seated(stage))[by];

const ofStudent = room('student');
const ofTeacher = room('teacher');

/** A round that the teacher has begun, and has the word in: with all that can be done in one. */
const inRound: Screen['open'] = async (stage) => {
  const teacher = await ofTeacher(stage);
  const { page } = teacher;
  await panel('Agenda')(page, true);
  await page.getByRole('button', { name: 'Start en runde' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Avslutning' }).click();
  await page.getByRole('dialog').getByLabel('Sagt ved siden av').fill(ADDRESS);
  await page.getByRole('dialog').getByRole('button', { name: 'Start runden' }).click();
  await page.getByText('For deg som underviser').click();
  return teacher;
};
/** As a teacher copies one, with nowhere to break it. */
const ADDRESS = `https://example.org/${'menneskerettighetskonvensjonen'.repeat(3)}`;
const ROUND = { name: 'Hva tar du med deg herfra?' };

/** A check-in that the teacher has begun as it stands ready, with what can be done with it. */
const inPoll: Screen['open'] = async (stage) => {
  const teacher = await ofTeacher(stage);
  const { page } = teacher;
  await panel('Agenda')(page, true);
  await page.getByRole('button', { name: 'Avstemning eller innsjekk' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Spør alle' }).click();
  await expect(page.getByRole('region', POLL)).toBeVisible();
  return teacher;
};
const inClosedPoll: Screen['open'] = async (stage) => {
  const teacher = await inPoll(stage);
  await teacher.page.getByRole('button', { name: 'Avslutt innsjekken' }).click();
  await expect(teacher.page.getByRole('button', { name: 'Legg bort' })).toBeVisible();
  return teacher;
};
const POLL = { name: 'Hvordan har du det akkurat nå?' };

/** A session that the teacher has split into this many rooms, as a student sees it, or as the teacher does. */
const inBreakouts =
  (
    way: 'Tilfeldig' | 'De velger selv',
    rooms: number,
    by: 'student' | 'teacher' = 'student',
  ): Screen['open'] =>
  async (stage) => {
    const { teacher, student } = await seated(stage);
    await panel('Agenda')(teacher.page, true);
    await teacher.page.getByRole('button', { name: 'Del i grupper' }).click();
    const plan = teacher.page.getByRole('dialog');
    await plan.getByRole('button', { name: way }).click();
    await plan.getByLabel('Hvor mange grupper').fill(String(rooms));
    await plan.getByLabel('Oppdraget').fill(TASK);
    await plan.getByRole('button', { name: 'Åpne grupperommene' }).click();
    // The group's text opens by itself where there is room for it, at the moment that one comes there.
    if (way === 'Tilfeldig' && by === 'student')
      await expect(student.page.getByLabel(/^Teksten i/)).toBeVisible();
    return by === 'teacher' ? teacher : student;
  };
const TASK =
  'Velg ett ord fra lista, for eksempel Spesialisthelsetjenestekonsultasjonsoppfølging. Hvem har nytte av at det står der? Hvem kan endre det?';

/** The live room: its stage, its panels and its sheets. */
export const roomScreens: readonly Screen[] = [
  { name: 'device check', targetPx: 24, open: page(() => '/sjekk', /Test lyd og bilde/) },
  { name: 'room chat', targetPx: 44, open: ofStudent, show: panel('Samtale') },
  {
    name: 'room stage',
    targetPx: 44,
    open: ofStudent,
    show: async (page) => {
      await expect(page.getByRole('main')).toBeVisible();
    },
  },
  {
    name: 'room to you',
    targetPx: 44,
    open: ofTeacher,
    show: async (page, wide) => {
      await panel('Til deg')(page, wide);
      const answer = page.getByRole('button', { name: 'Svar Ola' });
      if (await answer.isVisible()) await answer.click();
      await expect(page.getByLabel('Svar til Ola')).toBeVisible();
    },
  },
  {
    name: 'room own line',
    targetPx: 44,
    isSheet: true,
    open: ofStudent,
    show: async (page, wide) => {
      await panel('Samtale')(page, wide);
      await page.getByRole('button', { name: 'Skriv til underviserne' }).click();
      await expect(page.getByLabel('Melding til underviserne')).toBeVisible();
    },
  },
  {
    name: 'room reactions',
    targetPx: 44,
    isSheet: true,
    open: ofStudent,
    show: async (page, wide) => {
      await panel('Samtale')(page, wide);
      await page.getByRole('button', { name: 'Reager' }).click();
      await expect(page.getByRole('button', { name: 'Klapp' })).toBeVisible();
    },
  },
  { name: 'room agenda', targetPx: 44, open: ofTeacher, show: panel('Agenda') },
  { name: 'room people', targetPx: 44, open: ofTeacher, show: panel('Folk') },
  {
    name: 'room remove',
    targetPx: 44,
    isSheet: true,
    open: ofTeacher,
    show: async (page, wide) => {
      if (await page.getByLabel(/^Noen ord til/).isVisible()) return;
      const choices = page.getByRole('button', { name: 'Valg for Ola Berg' });
      // On a phone the list of people lies under this sheet, and is there again a moment after it closes.
      const isThere = await choices.waitFor({ timeout: 1_000 }).then(
        () => true,
        () => false,
      );
      if (!isThere) await panel('Folk')(page, wide);
      if ((await choices.getAttribute('aria-expanded')) !== 'true') await choices.click();
      await page.getByRole('button', { name: /^Fjern fra økten/ }).click();
      await page.getByRole('button', { name: 'Vi snakkes etter økten.' }).click();
    },
  },
  {
    name: 'room more',
    targetPx: 44,
    isSheet: true,
    open: ofStudent,
    show: async (page) => {
      const sheet = page.getByRole('dialog');
      if (!(await sheet.isVisible())) await page.getByRole('button', { name: /^Mer/ }).click();
      await expect(sheet.getByText('Demp støy')).toBeVisible();
    },
  },
  {
    name: 'room message open',
    targetPx: 44,
    open: ofTeacher,
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
    name: 'room document',
    targetPx: 44,
    open: ofStudent,
    show: async (page, wide) => {
      await panel('Dokument')(page, wide);
      await expect(page.getByRole('button', { name: 'Åpne det felles notatet' })).toBeVisible();
    },
  },
  {
    name: 'room round',
    targetPx: 44,
    open: inRound,
    show: async (page) => {
      await expect(page.getByRole('region', ROUND)).toBeVisible();
      await expect(page.getByLabel('La komme som neste')).toBeVisible();
      expect(await widerPx(page.getByRole('region', ROUND))).toBe(0);
    },
  },
  {
    name: 'room round begun',
    targetPx: 44,
    isSheet: true,
    open: ofTeacher,
    show: async (page, wide) => {
      await panel('Agenda')(page, wide);
      await page.getByRole('button', { name: 'Start en runde' }).click();
      await expect(page.getByRole('dialog').getByLabel('Spørsmålet i ringen')).toBeVisible();
    },
  },
  {
    name: 'room poll',
    targetPx: 44,
    open: inPoll,
    show: async (page) => {
      await expect(page.getByRole('region', POLL)).toBeVisible();
      await expect(page.getByRole('button', { name: 'Avslutt innsjekken' })).toBeVisible();
    },
  },
  {
    name: 'room poll closed',
    targetPx: 44,
    open: inClosedPoll,
    show: async (page) => {
      await expect(page.getByRole('region', POLL)).toBeVisible();
      await expect(page.getByRole('button', { name: 'Legg bort' })).toBeVisible();
    },
  },
  {
    name: 'room poll begun',
    targetPx: 44,
    isSheet: true,
    open: ofTeacher,
    show: async (page, wide) => {
      await panel('Agenda')(page, wide);
      await page.getByRole('button', { name: 'Avstemning eller innsjekk' }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: 'Avstemning', exact: true })
        .click();
      await expect(page.getByRole('dialog').getByLabel('Svaralternativ 1')).toBeVisible();
    },
  },
  {
    name: 'room quiz begun',
    targetPx: 44,
    isSheet: true,
    open: ofTeacher,
    show: async (page, wide) => {
      await panel('Agenda')(page, wide);
      await page.getByRole('button', { name: 'Quiz', exact: true }).click();
      await expect(page.getByRole('dialog').getByLabel('Svaralternativ 1').first()).toBeVisible();
    },
  },
  {
    name: 'breakout inside',
    targetPx: 44,
    open: inBreakouts('Tilfeldig', 1),
    show: async (page) => {
      await expect(page.getByRole('heading', { name: 'Gruppe 1', exact: true })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Tilbake til alle' })).toBeVisible();
    },
  },
  {
    name: 'breakout choice',
    targetPx: 44,
    open: inBreakouts('De velger selv', 3),
    show: async (page) => {
      await expect(page.getByRole('heading', { name: 'Velg gruppe' })).toBeVisible();
    },
  },
  {
    name: 'breakout plan',
    targetPx: 44,
    isSheet: true,
    open: ofTeacher,
    show: async (page, wide) => {
      await panel('Agenda')(page, wide);
      await page.getByRole('button', { name: 'Del i grupper' }).click();
      const plan = page.getByRole('dialog');
      await plan.getByText('Flytt folk').first().click();
      await expect(plan.getByRole('button', { name: 'Åpne grupperommene' })).toBeVisible();
    },
  },
  {
    name: 'breakout overview',
    targetPx: 44,
    open: inBreakouts('Tilfeldig', 2, 'teacher'),
    show: async (page) => {
      const overview = page.getByRole('region', { name: 'To grupperom' });
      await expect(overview.getByRole('button', { name: 'Hent alle tilbake' })).toBeVisible();
      const where = overview.getByRole('combobox').first();
      if (!(await where.isVisible())) await overview.getByText('Flytt fra gruppe 1').click();
      await expect(where).toBeVisible();
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
