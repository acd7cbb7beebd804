import { NO_NOTES } from '#shared/features/programme/session-notes/model.ts';
import { HOUR_MS, type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import {
  createSession,
  hasEnded,
  moveSession,
  sessionTimes,
} from '../features/programme/public.ts';
import {
  lengthenPrepared,
  movePrepared,
  type PreparedSession,
  prepareSession,
  saveTemplate,
  wasSatIn,
} from '../features/session/public.ts';
import type { Tx } from '../storage/database.ts';
import { CHATS } from './chat.ts';
import { PEOPLE, type PersonContent } from './people.ts';
import { endAhead, type Placed, placeRunning, placeSlot } from './placement.ts';
import type { Rows } from './rows.ts';
import { displayNameOf, EVERYBODY } from './seed-people.ts';
import {
  AGENDA_TEMPLATES,
  OPEN_ROOM,
  PLANNED_SESSIONS,
  RUNNING_SESSION,
  type SessionContent,
} from './sessions.ts';

/** A session that people sit in goes on across a restart; one that began longer ago than this stays behind. */
const GOES_ON_FOR_MS = 12 * HOUR_MS;
/** Guests are let in a little beyond the end, so that nobody is cut off in a sentence. */
const INVITED_BEYOND_MS = HOUR_MS;
const { version: _, ...EMPTY_NOTES } = NO_NOTES;
/** What everybody reads of it in the calendar. */
const CANCELLED_BECAUSE = 'Underviseren er syk. Vi tar det igjen senere.';
/** «Vi leser sammen»: the third item is on when the running session is found. */
const CURRENT_POSITION = 2;

/** Makes or moves every session, so that the calendar stands around this moment (DEMO-3 to DEMO-5). */
export async function placeSessions(
  tx: Tx,
  rows: Rows,
  today: Temporal.PlainDate,
  now: Instant,
): Promise<void> {
  for (const session of PLANNED_SESSIONS) {
    const stays = await staysWhereItIs(tx, rows, session, now);
    if (!stays) await place(tx, rows, session, placeSlot(today, session), { now });
  }
  const running = await staysWhereItIs(tx, rows, RUNNING_SESSION, now);
  if (!running) await placeOpenEnded(tx, rows, placeRunning(now), now);
  else if (running.endsAt < now + 8 * HOUR_MS) {
    await moveSession(tx, running.id, { startsAt: running.startsAt, endsAt: endAhead(now) });
  }
}

/** The running session: what its plan leaves of its time is an open room, however far the end is moved. */
async function placeOpenEnded(tx: Tx, rows: Rows, placed: Placed, now: Instant): Promise<void> {
  const planned = RUNNING_SESSION.agenda.reduce((sum, { minutes }) => sum + minutes, 0);
  const last = {
    ...OPEN_ROOM,
    minutes: (placed.endsAt - placed.startsAt) / MINUTE_MS - planned,
  };
  const session = { ...RUNNING_SESSION, agenda: [...RUNNING_SESSION.agenda, last] };
  await place(tx, rows, session, placed, { now, current: CURRENT_POSITION });
  await lengthenPrepared(tx, rows.get('session', RUNNING_SESSION.key), last);
}

/** Makes each agenda to begin from once (DEMO-11). */
export async function placeAgendaTemplates(tx: Tx, rows: Rows): Promise<void> {
  for (const { key, name, course, by, ofCourse, agenda } of AGENDA_TEMPLATES) {
    const personId = rows.find('person', by);
    if (personId === null || rows.find('agenda-template', key) !== null) continue;
    const courseId = rows.get('course', course);
    const items = agenda.map((item) => ({ about: '', kind: 'item' as const, ...item }));
    const id = await saveTemplate(tx, { courseId, personId, ofCourse, name, items });
    if (id) await rows.remember('agenda-template', key, id);
  }
}

type Found = Placed & { readonly id: SessionId };

/**
 * The session that somebody has sat in and that is fresh, which therefore stays. One that is older or was ended stays
 * too, but its content gets a new row: what was said in it is never moved and never lost.
 */
async function staysWhereItIs(
  tx: Tx,
  rows: Rows,
  { key }: SessionContent,
  now: Instant,
): Promise<Found | null> {
  const id = rows.find('session', key);
  const times = id && (await sessionTimes(tx, id));
  if (!id || !times || !(await wasSatIn(tx, id))) return null;
  const fresh = now < times.startsAt + GOES_ON_FOR_MS;
  if (fresh && !(await hasEnded(tx, id))) return { id, ...times };
  await rows.forget('session', key);
  return null;
}

async function place(
  tx: Tx,
  rows: Rows,
  session: SessionContent,
  placed: Placed,
  { now, current = null }: { readonly now: Instant; readonly current?: number | null },
): Promise<void> {
  const id = rows.find('session', session.key);
  const before = id && (await sessionTimes(tx, id));
  if (id && before) {
    await moveSession(tx, id, placed);
    await movePrepared(tx, id, placed.startsAt - before.startsAt);
  } else {
    await makeSession(tx, rows, session, placed, { now, current });
  }
}

async function makeSession(
  tx: Tx,
  rows: Rows,
  session: SessionContent,
  placed: Placed,
  { now, current }: { readonly now: Instant; readonly current: number | null },
): Promise<void> {
  const sessionId = await createSession(tx, {
    ...placed,
    title: session.title,
    kind: session.kind ?? 'teaching',
    notes: { ...EMPTY_NOTES, ...session.notes },
    courseId: rows.get('course', session.course),
    cohortId: rows.get('cohort', session.cohort),
    groupId: session.group ? rows.get('group', session.group) : null,
    cancelledAt: session.cancelled ? Math.min(now, placed.startsAt) : null,
    cancelReason: session.cancelled ? CANCELLED_BECAUSE : '',
    teachers: rows.findAll('person', session.teachers),
    invited: rows
      .findAll('person', session.invited ?? [])
      .map((personId) => ({ personId, untilAt: placed.endsAt + INVITED_BEYOND_MS })),
  });
  await rows.remember('session', session.key, sessionId);
  const chat = chatOf(rows, session, placed.startsAt);
  await prepareSession(tx, sessionId, {
    agenda: session.agenda.map(({ title, minutes, about, kind }) => ({
      title,
      minutes,
      about: about ?? '',
      kind: kind ?? 'item',
    })),
    current:
      current === null ? null : { position: current, since: startOfItem(session, placed, current) },
    went: placed.endsAt < now ? startsOfItems(session, placed) : [],
    chat,
    left: thoseThere(rows, chat, session, placed, now),
  });
}

function startOfItem(session: SessionContent, placed: Placed, position: number): Instant {
  const minutesBefore = session.agenda
    .slice(0, position)
    .reduce((sum, { minutes }) => sum + minutes, 0);
  return placed.startsAt + minutesBefore * MINUTE_MS;
}

/** Of one that has been, somewhat later than planned each, as it goes. */
function startsOfItems(session: SessionContent, placed: Placed): Instant[] {
  return session.agenda.map(
    (_, nth) => startOfItem(session, placed, nth) + Math.min(nth, 2) * 2 * MINUTE_MS,
  );
}

/** The chat as messages of people who are still there; an answer to somebody who is not stands alone. */
function chatOf(rows: Rows, { key }: SessionContent, startsAt: Instant): PreparedSession['chat'] {
  const content = CHATS[key] ?? [];
  const said = content.filter(({ by }) => rows.find('person', by) !== null);
  return said.map(({ minute, by, text, replyTo, editedAfter, reactions = [] }) => {
    const at = startsAt + minute * MINUTE_MS;
    const writer: PersonContent = PEOPLE[by];
    const answered = said.findIndex((message) => message === content[replyTo ?? -1]);
    return {
      personId: rows.get('person', by),
      displayName: displayNameOf(writer),
      at,
      text,
      lang: writer.language ?? 'nb',
      replyTo: answered < 0 ? null : answered,
      reactions: reactions
        .filter(([key]) => rows.find('person', key) !== null)
        .map(([key, reaction]) => ({ personId: rows.get('person', key), reaction })),
      editedAt: editedAfter === undefined ? null : at + editedAfter * MINUTE_MS,
    };
  });
}

/** Of those who wrote nothing, every so many did not come. */
const ABSENT_EVERY = 6;

/**
 * Whoever has written has been there: to its end where it is over, else they have gone after their last words. To one
 * that is over its teachers came, and most of the students whom it was for.
 */
function thoseThere(
  rows: Rows,
  chat: PreparedSession['chat'],
  session: SessionContent,
  { startsAt, endsAt }: Placed,
  now: Instant,
): NonNullable<PreparedSession['left']> {
  const isOver = endsAt < now;
  return EVERYBODY.flatMap(([key, person], nth) => {
    const personId = rows.find('person', key);
    const teaches = (session.teachers as readonly string[]).includes(key);
    const last = chat.findLast((message) => message.personId === personId);
    const came =
      last ?? (isOver && !session.cancelled && (teaches || isMeant(person, session, nth)));
    if (!personId || !came) return [];
    return {
      personId,
      displayName: displayNameOf(person),
      part: teaches ? ('teacher' as const) : ('student' as const),
      place: person.place ?? 'home',
      since: startsAt,
      leftAt: isOver || !last ? endsAt : last.at,
    };
  });
}

const isMeant = ({ cohort, group }: PersonContent, session: SessionContent, nth: number) =>
  cohort === session.cohort &&
  (session.group === undefined || group === session.group) &&
  nth % ABSENT_EVERY !== ABSENT_EVERY - 1;
