import { sessionNotesAsText } from '#shared/features/programme/session-notes/model.ts';
import type { SessionGlance } from '#shared/features/session/roster/queries.ts';
import { clockTime, fullDate } from '../../../platform/dates.ts';
import type { Language } from '../../../platform/language.ts';
import { words } from './words.ts';

type Invited = Pick<
  SessionGlance,
  'title' | 'courseCode' | 'courseTitle' | 'startsAt' | 'endsAt' | 'notes'
>;

/**
 * The way to a mail to a guest, begun in the teacher's own program: when, what the session is about, and the link. We
 * send none ourselves: what opens the link is on the teacher's page alone, and whom it is for is nothing we know.
 * @returns a mailto address (RFC 6068), without a receiver
 */
export function guestMail(session: Invited, address: string, language: Language): string {
  const t = words[language].mail;
  const { startsAt, endsAt } = session;
  const when = `${fullDate(language, startsAt)}, ${clockTime(startsAt)}–${clockTime(endsAt)}`;
  const course = `${session.courseCode} ${session.courseTitle}`;
  const body = [
    t.invited(session.title, course, when),
    sessionNotesAsText(session.notes, language),
    `${t.comeIn}\n${address}`,
    t.yours,
  ];
  const written = body.filter((part) => part !== '').join('\n\n');
  const subject = encodeURIComponent(t.subject(session.title));
  return `mailto:?subject=${subject}&body=${encodeURIComponent(written.replaceAll('\n', '\r\n'))}`;
}
