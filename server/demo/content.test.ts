import { expect, test } from 'vitest';
import { NO_NOTES, writtenNotes } from '#shared/features/programme/session-notes/model.ts';
import { agendaEdit } from '#shared/features/session/agenda/model.ts';
import { ROLES } from '#shared/wire/access.ts';
import { CHATS } from './chat.ts';
import { emailOf, PEOPLE, type PersonContent } from './people.ts';
import { COHORTS, COURSES } from './programme.ts';
import { AGENDA_TEMPLATES, PLANNED_SESSIONS, RUNNING_SESSION } from './sessions.ts';

const people: readonly PersonContent[] = Object.values(PEOPLE);
const sessions = [...PLANNED_SESSIONS, RUNNING_SESSION];

test('thirty people in every role, each with an address of nobody', () => {
  expect(people).toHaveLength(30);
  expect(new Set(people.map(({ role }) => role))).toEqual(new Set(ROLES));
  const addresses = people.map(emailOf);
  expect(new Set(addresses).size).toBe(30);
  for (const address of addresses) expect(address).toMatch(/^[a-z.-]+@example\.org$/);
});

test('DEMO-7 no two have the same head in the same one of six hues', () => {
  const looks = people.map(({ figure }, nth) => `${figure} ${nth % 6}`);
  expect(new Set(looks).size).toBe(people.length);
});

test('students alone go in a cohort, in one of its groups', () => {
  for (const { role, cohort, group } of people) {
    expect(cohort !== undefined).toBe(role === 'student');
    const groups = COHORTS.find(({ key }) => key === cohort)?.groups ?? [undefined];
    expect(groups).toContain(group);
  }
});

test('five courses make sixty credits', () => {
  expect(COURSES).toHaveLength(5);
  expect(COURSES.reduce((sum, { credits }) => sum + credits, 0)).toBe(60);
});

test('an agenda fills its session to the minute', () => {
  for (const { title, agenda, from, to } of PLANNED_SESSIONS) {
    const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0);
    expect(minutes, title).toBe(Temporal.PlainTime.from(from).until(to).total('minutes'));
  }
});

test('what is said of a session can be written so by a teacher, and says what is voluntary wherever there is a round', () => {
  for (const { title, notes, agenda } of sessions) {
    const [whole, runde] = [
      { ...NO_NOTES, ...notes },
      agenda.some((item) => item.title === 'Runde'),
    ];
    expect(writtenNotes.safeParse(whole).success, title).toBe(true);
    if (runde) expect(whole.voluntary, title).not.toBe('');
  }
});

test('an agenda to begin from can be written so by a teacher, and is kept by one', () => {
  for (const { name, by, agenda } of AGENDA_TEMPLATES) {
    expect(PEOPLE[by].role, name).toBe('teacher');
    for (const item of agenda) {
      const add = { do: 'add', place: 0, item: { about: '', kind: 'item', ...item } };
      expect(agendaEdit.safeParse(add).success, item.title).toBe(true);
    }
  }
});

test('teachers lead, and what is invited is not a student of the cohort', () => {
  for (const { title, teachers, invited = [] } of sessions) {
    expect(teachers.length, title).toBeGreaterThan(0);
    for (const key of teachers) expect(PEOPLE[key].role, title).toBe('teacher');
    for (const key of invited)
      expect(['student', 'teacher'], title).not.toContain(PEOPLE[key].role);
  }
});

test('a chat is written in order, by those who belong there, and answers what was said before', () => {
  for (const [key, chat] of Object.entries(CHATS)) {
    const session = sessions.find((one) => one.key === key);
    if (!session) throw new Error(`no session ${key}`);
    for (const [nth, { minute, by, replyTo, reactions = [] }] of chat.entries()) {
      const writer: PersonContent = PEOPLE[by];
      expect(
        writer.cohort === session.cohort || session.teachers.includes(by),
        `${key} ${by}`,
      ).toBe(true);
      expect(minute).toBeGreaterThanOrEqual(chat[nth - 1]?.minute ?? 0);
      if (replyTo !== undefined) expect(replyTo).toBeLessThan(nth);
      for (const [who] of reactions) {
        const somebody: PersonContent = PEOPLE[who];
        expect(somebody.cohort === session.cohort && who !== by, `${key} ${who}`).toBe(true);
      }
    }
  }
});
