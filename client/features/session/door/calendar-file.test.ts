import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { SessionId } from '#shared/kernel/ids.ts';
import { sessionAsCalendar } from './calendar-file.ts';

const HOUR = 60 * 60_000;
const NINE = Date.parse('2026-11-30T09:00:00+01:00');
const ORIGIN = 'https://mellom.example';
const session = {
  sessionId: '0199-a' as SessionId,
  title: 'Makt; språk, og «tillit»\\n',
  courseCode: 'EK001T',
  startsAt: NINE,
  endsAt: NINE + 2 * HOUR,
  now: NINE - 24 * HOUR,
  notes: {
    ...{ topics: 'Å si nei,\nog bli værende; likevel.', workingForm: '', voluntary: 'Runden.' },
    ...{ alternatives: '', version: 3 },
  },
  agenda: [
    { title: 'Velkommen', startsAt: NINE, minutes: 10, kind: 'item', phase: 'ahead' },
    { title: 'Kaffe', startsAt: NINE + HOUR, minutes: 15, kind: 'pause', phase: 'ahead' },
  ],
} as const;

type Given = Omit<Parameters<typeof sessionAsCalendar>[0], 'agenda'> & { agenda: unknown };
/** As another program reads it. */
const read = (given: Partial<Given> = {}, language: 'nb' | 'nn' | 'en' = 'nb') => {
  const asked = { ...session, ...given } as Parameters<typeof sessionAsCalendar>[0];
  const file = sessionAsCalendar(asked, { language, origin: ORIGIN });
  const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
  return { file, events: events.map((event) => new ICAL.Event(event)) };
};

test('F39 F9 NOTES-5 a calendar reads when a session is, its notes, its plan and the way to it', () => {
  const [event, ...more] = read().events;
  expect(more).toEqual([]);
  expect([event?.startDate.toJSDate().getTime(), event?.endDate.toJSDate().getTime()]).toEqual([
    NINE,
    NINE + 2 * HOUR,
  ]);
  expect(event?.summary).toBe(`EK001T ${session.title}`);
  expect(event?.description).toBe(
    [
      'Tema: Å si nei,\nog bli værende; likevel.',
      'Frivillig: Runden.',
      'Plan:\n09:00 Velkommen\n10:00 Kaffe (pause)',
      `Økten i Mellom: ${ORIGIN}/okt/0199-a/om`,
    ].join('\n\n'),
  );
});

test('NOTES-5 what is written can be no entry of its own, and no line is longer than the standard allows', () => {
  const sly = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Sly';
  const { file, events } = read({
    title: sly,
    notes: { ...session.notes, topics: `${sly}${'å'.repeat(400)}` },
  });
  expect(events).toHaveLength(1);
  expect(file.match(/^BEGIN:VEVENT/gmu)).toHaveLength(1);
  // RFC 5545, 3.1: 75 octets at most, and the break.
  const octets = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
  expect(Math.max(...octets)).toBeLessThanOrEqual(75);
});

test.each(['nb', 'nn', 'en'] as const)(
  'NOTES-5 in %s nothing is said of what nobody has written, and a second file is the same entry',
  (language) => {
    const empty = { topics: '', workingForm: '', voluntary: '', alternatives: '', version: 0 };
    const [event] = read({ notes: empty, agenda: [] }, language).events;
    expect(event?.description).toMatch(/^\S+ \S+ \S*\s?Mellom: https:\S+$/u);
    const [moved] = read({ startsAt: NINE + HOUR }, language).events;
    expect(moved?.uid).toBe(event?.uid);
  },
);
