import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import type {
  CalendarSession,
  GatheringEntry,
} from '#shared/features/programme/calendar/queries.ts';
import { HOUR_MS, type Instant, SECOND_MS } from '#shared/kernel/duration.ts';
import { wallInOslo } from '#shared/kernel/oslo-time.ts';
import { type FeedWords, feedWords } from './words.ts';

/** What is due, as whoever sets it says it. */
export type FeedDeadline = {
  readonly id: string;
  readonly title: string;
  readonly courseCode: string;
  readonly dueAt: Instant;
  readonly path: string;
};

export type FedSession = CalendarSession & { readonly version: number };

export type Fed = {
  readonly sessions: readonly FedSession[];
  readonly gatherings: readonly GatheringEntry[];
  readonly deadlines: readonly FeedDeadline[];
};

/**
 * A calendar as other calendars take it in (RFC 5545). Times are UTC: each session is a moment of its own, so no table of summer
 * times can be wrong. Each keeps its UID for ever, and its SEQUENCE rises with each change, so that one that is moved moves.
 */
export function calendarText(
  fed: Fed,
  about: { readonly language: Language; readonly origin: string; readonly now: Instant },
): string {
  const { language, origin, now } = about;
  const t = feedWords[language];
  const stamp = new Date(now);
  const calendar = new ICalCalendar({
    name: 'Mellom',
    prodId: { company: 'Mellom', product: 'Mellom', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOUR_MS / SECOND_MS,
  });
  for (const session of fed.sessions) {
    const url = `${origin}/okt/${session.id}/om`;
    const title = `${session.courseCode} ${session.title}`;
    const isCancelled = session.status === 'cancelled';
    calendar.createEvent({
      ...{ id: `${session.id}@mellom`, stamp, sequence: session.version, url },
      ...{ start: new Date(session.startsAt), end: new Date(session.endsAt) },
      summary: isCancelled ? t.cancelled(title) : title,
      location: session.room || null,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      description: inParts([session.cancelReason, ...changesIn(session, t), `${t.comeIn} ${url}`]),
    });
  }
  for (const { id, title, place, mandatory, startsAt, endsAt } of fed.gatherings)
    calendar.createEvent({
      ...{ id: `${id}@mellom`, stamp, start: new Date(startsAt), end: new Date(endsAt) },
      ...{ summary: title, location: place },
      description: mandatory ? t.mandatory : t.voluntary,
    });
  for (const { id, title, courseCode, dueAt, path } of fed.deadlines)
    calendar.createEvent({
      ...{ id: `${id}@mellom`, stamp, start: new Date(dueAt), end: new Date(dueAt) },
      ...{ summary: t.due(`${courseCode} ${title}`), url: `${origin}${path}` },
      description: `${t.handIn} ${origin}${path}`,
    });
  return calendar.toString();
}

function changesIn({ movedFrom, substitutes }: FedSession, t: FeedWords): string[] {
  const wall = movedFrom === null ? null : wallInOslo(movedFrom);
  return [
    ...(wall ? [t.moved(`${wall.day} ${wall.time}`)] : []),
    ...(substitutes.length > 0 ? [t.substitute(substitutes.join(', '))] : []),
  ];
}

function inParts(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
