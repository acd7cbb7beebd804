import { ICalCalendar, ICalCalendarMethod } from 'ical-generator';
import { sessionNotesAsText } from '#shared/features/programme/session-notes/model.ts';
import { clockTime } from '../../../platform/dates.ts';
import type { Language } from '../../../platform/language.ts';
import { titleInWords } from '../agenda/agenda-time.ts';
import { words as agendaWords } from '../agenda/words.ts';
import { calendarWords } from './calendar-words.ts';
import type { SessionDoor } from './session-door.ts';

type Planned = Pick<
  SessionDoor,
  'sessionId' | 'title' | 'courseCode' | 'startsAt' | 'endsAt' | 'now' | 'notes' | 'agenda'
>;

/**
 * A session as a file that calendars take in (RFC 5545): when it is, its notes, its plan and the way to it. Its UID is the
 * session's, so that a file that is taken in a second time changes the entry and adds none. Times are UTC: a single
 * moment needs no zone, and no table of summer times can be wrong.
 * @param origin of Mellom, as "https://mellom.example"
 */
export function sessionAsCalendar(
  session: Planned,
  { language, origin }: { readonly language: Language; readonly origin: string },
): string {
  const url = `${origin}/okt/${session.sessionId}/om`;
  const calendar = new ICalCalendar({
    prodId: { company: 'Mellom', product: 'Mellom', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${session.sessionId}@mellom`,
    stamp: new Date(session.now),
    start: new Date(session.startsAt),
    end: new Date(session.endsAt),
    summary: `${session.courseCode} ${session.title}`,
    description: [
      sessionNotesAsText(session.notes, language),
      planAsText(session.agenda, language),
      `${calendarWords[language].comeIn} ${url}`,
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    url,
  });
  return calendar.toString();
}

/** "Plan" and an item a line, with when it is planned to begin; empty where nothing is planned. */
function planAsText(agenda: Planned['agenda'], language: Language): string {
  if (agenda.length === 0) return '';
  const items = agenda.map(
    (item) => `${clockTime(item.startsAt)} ${titleInWords(item, agendaWords[language].pause)}`,
  );
  return [`${calendarWords[language].plan}:`, ...items].join('\n');
}
