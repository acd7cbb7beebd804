import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ITEM_MINUTES_MAX } from '#shared/features/session/agenda/model.ts';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import { chosenIn } from '#shared/kernel/figure.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { endSession } from '../features/programme/public.ts';
import { makeLog } from '../platform/log.ts';
import { StartRefused } from '../platform/start-refused.ts';
import { momentOf, msOf } from '../storage/moment.ts';
import { settableClock } from '../testing/settable-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { openSchool, type School } from './open-school.ts';
import { emailOf, PEOPLE } from './people.ts';
import { OPEN_ROOM, PLANNED_SESSIONS, RUNNING_SESSION } from './sessions.ts';

let db: TestDatabase;
const clock = settableClock();
const log = makeLog('error');

beforeEach(async () => {
  db = await createTestDatabase();
  clock.set(oslo('2026-09-29T09:40'));
});
afterEach(() => db.drop());

function open(demo = true): Promise<School> {
  return openSchool({ database: db.database, config: { demo }, clock, log });
}

/** A moment by the clock in Oslo. */
function oslo(text: string): Instant {
  return Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Oslo').epochMilliseconds;
}

function clockTime(at: Instant): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Oslo');
  return there.toPlainTime().toString({ smallestUnit: 'minute' });
}

type SessionRow = {
  id: SessionId;
  title: string;
  startsAt: Instant;
  endsAt: Instant;
  ended: boolean;
};

async function sessions(): Promise<SessionRow[]> {
  const { rows } = await db.database.execute<SessionRow>(sql`
    select id, title, ${msOf(sql`starts_at`)} as "startsAt", ${msOf(sql`ends_at`)} as "endsAt",
      ended_at is not null as ended
    from session order by starts_at, id`);
  return rows;
}

async function running(): Promise<SessionRow> {
  const all = await sessions();
  const live = all.filter(
    ({ startsAt, endsAt, ended }) => !ended && startsAt <= clock.now() && clock.now() < endsAt,
  );
  expect(live).toHaveLength(1);
  const [one] = live;
  if (!one) throw new Error('no session runs');
  return one;
}

async function chatOf(sessionId: SessionId): Promise<{ at: Instant; text: string }[]> {
  const { rows } = await db.database.execute<{ at: Instant; text: string }>(sql`
    select ${msOf(sql`at`)} as at, text from chat_message where session_id = ${sessionId} order by nth`);
  return rows;
}

async function count(table: string): Promise<number> {
  const { rows } = await db.database.execute<{ count: string }>(
    sql`select count(*) from ${sql.identifier(table)}`,
  );
  return Number(rows[0]?.count);
}

/** Somebody takes a seat, and writes. */
async function sit(sessionId: SessionId): Promise<void> {
  await db.database.execute(sql`
    insert into seat (session_id, person_id, display_name, part, expected, place, since)
    select ${sessionId}, id, display_name, 'student', true, 'home', now()
    from person where email = 'ingrid.solbakken@example.org'
    on conflict (session_id, person_id) do update set left_at = null`);
  await db.database.execute(sql`
    insert into channel_head (channel, id, revision) values ('session', ${sessionId}, 1)`);
  await db.database.execute(sql`
    insert into chat_message (id, session_id, person_id, display_name, at, text)
    select gen_random_uuid(), ${sessionId}, id, display_name, now(), 'Jeg er her'
    from person where email = 'ingrid.solbakken@example.org'`);
}

describe('DEMO-1 a school for life', () => {
  test('DEMO-1 an empty database becomes the demonstration, with three doors in their order', async () => {
    const school = await open();
    expect(school.kind).toBe('demo');
    expect(school.doors.map(({ id, role, name }) => [id, role, name])).toEqual([
      ['student', 'student', 'Ingrid Solbakken'],
      ['teacher', 'teacher', 'Anne Moen'],
      ['admin', 'admin', 'Gunnhild Strand'],
    ]);
    const { rows } = await db.database.execute(sql`select id, role from door order by position`);
    expect(rows.map((door) => door.id)).toEqual(['student', 'teacher', 'admin']);
    expect(await count('person')).toBe(30);
    expect(await count('course')).toBe(5);
  });

  test('DEMO-11 SIGN-10 whoever came in by a door stays in when they prove their address by a code', async () => {
    await open();
    const { rows } = await db.database.execute(sql`select 1 from person where not email_verified`);
    expect(rows).toEqual([]);
  });

  test('DEMO-1 the demonstration never becomes a real school', async () => {
    await open();
    await expect(open(false)).rejects.toThrow(StartRefused);
    await expect(open(false)).rejects.toThrow(/^[^.]+ demonstration school [^.]+\.$/);
    expect(await count('session')).toBe(PLANNED_SESSIONS.length + 1);
  });

  test('DEMO-1 a real school stays empty, and never becomes the demonstration', async () => {
    expect(await open(false)).toEqual({ kind: 'real', doors: [] });
    expect(await open(false)).toEqual({ kind: 'real', doors: [] });
    await expect(open()).rejects.toThrow(/^[^.]+ real school [^.]+\.$/);
    expect(await count('person')).toBe(0);
    expect(await count('session')).toBe(0);
  });
});

describe('DEMO-2 whole or not at all, and once', () => {
  test('DEMO-2 a second start adds nothing', async () => {
    const first = await open();
    const tables = ['person', 'enrolment', 'session', 'chat_message', 'agenda_item', 'door'];
    const before = await Promise.all(tables.map(count));
    expect(await open()).toEqual(first);
    expect(await Promise.all(tables.map(count))).toEqual(before);
  });

  test('DEMO-2 two starts at once make one school', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    expect(one).toEqual(two);
    expect(await count('person')).toBe(30);
  });

  test('DEMO-2 a failure in the middle leaves an empty database', async () => {
    await db.database.execute(sql`
      create function fail() returns trigger language plpgsql as $$ begin raise 'stop'; end $$`);
    await db.database.execute(sql`
      create trigger fail before insert on chat_message execute function fail()`);
    await expect(open()).rejects.toThrow();
    for (const table of ['school', 'person', 'course', 'session', 'demo_row']) {
      expect(await count(table)).toBe(0);
    }
    await db.database.execute(sql`drop trigger fail on chat_message`);
    expect((await open()).kind).toBe('demo');
  });
});

describe('DEMO-3 the calendar is always around today', () => {
  const starts = [
    ['a week later', '2026-10-06T13:05'],
    ['the Friday before winter time', '2026-10-23T10:00'],
    ['the Monday after', '2026-10-26T10:00'],
    ['a Saturday', '2026-10-31T21:30'],
    ['the week before summer time', '2027-03-25T08:00'],
    ['the day of summer time', '2027-03-28T12:00'],
    ['an earlier year, by a clock that went wrong', '2026-03-29T03:30'],
  ] as const;

  test('DEMO-3 start after start, nothing is added and everything has its place', async () => {
    await open();
    const ids = (await sessions()).map(({ id }) => id).sort();
    for (const [when, day] of starts) {
      clock.set(oslo(day));
      await open();
      const moved = await sessions();
      expect(moved.map(({ id }) => id).sort(), when).toEqual(ids);
      for (const { key, from, to, workday, title } of PLANNED_SESSIONS) {
        const row = await rowOf(key);
        expect([clockTime(row.startsAt), clockTime(row.endsAt)], `${title}, ${when}`).toEqual([
          from,
          to,
        ]);
        if (workday < 0) expect(row.endsAt).toBeLessThan(clock.now());
        else expect(row.startsAt).toBeGreaterThan(clock.now());
      }
      const { rows } = await db.database.execute(sql`select anchor::text from school`);
      expect(rows, when).toEqual([{ anchor: day.slice(0, 10) }]);
    }
  });

  async function rowOf(key: string): Promise<SessionRow> {
    const { rows } = await db.database.execute<{ id: SessionId }>(
      sql`select id from demo_row where key = ${`session/${key}`}`,
    );
    const row = (await sessions()).find(({ id }) => id === rows[0]?.id);
    if (!row) throw new Error(`no session ${key}`);
    return row;
  }

  test('DEMO-3 what was said moves with its session, across the change to winter time', async () => {
    await open();
    const before = await rowOf('sprak-som-apner');
    const said = await chatOf(before.id);
    clock.set(oslo('2026-10-30T09:00'));
    await open();
    const after = await rowOf('sprak-som-apner');
    expect((await chatOf(after.id)).map(({ at }) => at - after.startsAt)).toEqual(
      said.map(({ at }) => at - before.startsAt),
    );
    expect(said.length).toBeGreaterThan(10);
  });

  test('DEMO-3 students stay enrolled, and invitations end after their session', async () => {
    await open();
    clock.set(oslo('2026-05-04T12:00'));
    await open();
    const { rows } = await db.database.execute<{ late: number; ahead: number }>(sql`
      select
        (select count(*)::int from session_invitation i join session s on s.id = i.session_id
          where i.until_at <> s.ends_at + interval '1 hour') as late,
        (select count(*)::int from enrolment
          where from_at > to_timestamp(${clock.now() / 1000})) as ahead`);
    expect(rows).toEqual([{ late: 0, ahead: 0 }]);
  });
});

describe('DEMO-4 one session runs', () => {
  test('DEMO-4 whenever one starts, one session runs for eight hours more', async () => {
    for (let hour = 0; hour < 24; hour++) {
      clock.set(oslo('2026-11-24T00:10') + hour * HOUR_MS);
      await open();
      const live = await running();
      expect(live.title).toBe(RUNNING_SESSION.title);
      expect(live.endsAt - clock.now()).toBeGreaterThanOrEqual(8 * HOUR_MS);
      expect(clock.now() - live.startsAt).toBeLessThan(HOUR_MS);
      const { rows } = await db.database.execute<{ minutes: number; last: string; most: number }>(
        sql`select sum(minutes)::int as minutes, max(minutes)::int as most,
            (array_agg(title order by position desc))[1] as last
          from agenda_item where session_id = ${live.id}`,
      );
      const [plan] = rows;
      expect(plan).toMatchObject({ minutes: (live.endsAt - live.startsAt) / MINUTE_MS });
      expect(plan?.last).toBe(OPEN_ROOM.title);
      expect(plan?.most).toBeLessThanOrEqual(ITEM_MINUTES_MAX);
    }
  });

  test('DEMO-4 its third item is the current one, and nothing in it is said in the future', async () => {
    await open();
    const { id, startsAt } = await running();
    const { rows } = await db.database.execute<{ title: string; since: Instant }>(sql`
      select item.title, ${msOf(sql`current_since`)} as since
      from session_live join agenda_item item on item.id = current_item_id
      where session_live.session_id = ${id}`);
    expect(rows).toEqual([{ title: 'Vi leser sammen', since: startsAt + HOUR_MS / 2 }]);
    for (const { at } of await chatOf(id)) expect(at).toBeLessThan(clock.now());
  });
});

describe('DEMO-6 who has written has been there', () => {
  test('DEMO-6 and has gone after their last words, also when the session is moved', async () => {
    await open();
    clock.advance(DAY_MS);
    await open();
    const { id, startsAt } = await running();
    const { rows } = await db.database.execute<{
      left: Instant;
      last: Instant;
      since: Instant;
    }>(sql`
      select ${msOf(sql`max(chat.at)`)} as last, ${msOf(sql`seat.left_at`)} as left,
        ${msOf(sql`seat.since`)} as since
      from chat_message chat left join seat using (session_id, person_id)
      where chat.session_id = ${id} group by chat.person_id, seat.left_at, seat.since`);
    expect(rows.length).toBeGreaterThan(3);
    for (const { left, last, since } of rows) {
      expect(left).toBe(last);
      expect(since).toBe(startsAt);
      expect(left).toBeLessThan(clock.now());
    }
  });
});

describe('DEMO-6 those who came', () => {
  test('DEMO-6 to what is over its teachers and most of its students came, and nobody to what was cancelled', async () => {
    await open();
    const { rows } = await db.database.execute<{
      title: string;
      over: boolean;
      teachers: string;
      students: string;
    }>(sql`
      select session.title, cancelled_at is null and ends_at < ${momentOf(clock.now())} as over,
        count(*) filter (where seat.part = 'teacher') as teachers,
        count(*) filter (where seat.part = 'student') as students
      from session left join seat on seat.session_id = session.id
      where session.id != ${(await running()).id}
      group by session.id`);
    const over = rows.filter((row) => row.over);
    expect(over.length).toBeGreaterThan(4);
    for (const row of over) {
      expect(Number(row.teachers), row.title).toBeGreaterThan(0);
      expect(Number(row.students), row.title).toBeGreaterThan(1);
    }
    for (const row of rows.filter((row) => !row.over)) expect(row.students, row.title).toBe('0');
  });
});

describe('DEMO-7 faces', () => {
  test('DEMO-7 everybody has the figure that goes with the name, in every school to try', async () => {
    await open();
    const { rows } = await db.database.execute<{ id: string; email: string }>(
      sql`select id, email from person`,
    );
    expect(rows).toHaveLength(30);
    for (const person of Object.values(PEOPLE)) {
      const row = rows.find(({ email }) => email === emailOf(person));
      expect(chosenIn(row?.id ?? '')?.figure).toBe(person.figure);
    }
  });
});

describe('DEMO-5 where somebody has sat', () => {
  test('DEMO-5 the session goes on after a restart, and ends later when its end is near', async () => {
    await open();
    const before = await running();
    await sit(before.id);
    clock.advance(5 * HOUR_MS);
    await open();
    const after = await running();
    expect(after.id).toBe(before.id);
    expect(after.startsAt).toBe(before.startsAt);
    expect(after.endsAt - clock.now()).toBeGreaterThanOrEqual(8 * HOUR_MS);
    expect((await chatOf(after.id)).at(-1)?.text).toBe('Jeg er her');
  });

  test('DEMO-5 the day after it stays behind with every word, and a new one runs', async () => {
    await open();
    const before = await running();
    await sit(before.id);
    const said = await chatOf(before.id);
    clock.advance(DAY_MS);
    await open();
    const after = await running();
    expect(after.id).not.toBe(before.id);
    expect((await sessions()).find(({ id }) => id === before.id)).toEqual(before);
    expect(await chatOf(before.id)).toEqual(said);
    expect(await chatOf(after.id)).toHaveLength(said.length - 1);
  });

  test('DEMO-5 ended by a teacher it stays behind at once, and a new one runs', async () => {
    await open();
    const before = await running();
    await sit(before.id);
    await db.database.transaction((tx) => endSession(tx, before.id, clock.now()));
    clock.advance(HOUR_MS);
    await open();
    expect((await running()).id).not.toBe(before.id);
    expect((await sessions()).find(({ id }) => id === before.id)).toEqual({
      ...before,
      ended: true,
    });
  });

  test('DEMO-5 untouched, it is the same session that moves', async () => {
    await open();
    const before = await running();
    clock.advance(3 * DAY_MS);
    await open();
    expect((await running()).id).toBe(before.id);
  });

  test('a person who was erased comes back in nothing that is made anew', async () => {
    await open();
    await sit((await running()).id);
    await db.database.execute(sql`
      update person set display_name = '', given_name = '' where email = 'hege.kvam@example.org'`);
    clock.advance(2 * DAY_MS);
    await open();
    const said = await chatOf((await running()).id);
    expect(said.length).toBeGreaterThan(2);
    expect(said.some(({ text }) => text.includes('Lite motivert'))).toBe(false);
  });
});

describe('the content', () => {
  test('two sessions are cancelled, three past ones have a chat', async () => {
    await open();
    const { rows } = await db.database.execute<{ cancelled: number; talked: number }>(sql`
      select
        (select count(*)::int from session where cancelled_at is not null) as cancelled,
        (select count(distinct s.id)::int from session s join chat_message m on m.session_id = s.id
          where s.ends_at < to_timestamp(${clock.now() / 1000})) as talked`);
    expect(rows).toEqual([{ cancelled: 2, talked: 3 }]);
  });

  test('nobody teaches, or sits in, two sessions at once', async () => {
    await open();
    const { rows } = await db.database.execute(sql`
      select a.title, b.title as other from session a join session b
        on a.id < b.id and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
      where a.cancelled_at is null and b.cancelled_at is null and (
        (a.cohort_id = b.cohort_id and (a.group_id is null or b.group_id is null))
        or exists (select from session_teacher t join session_teacher u using (person_id)
          where t.session_id = a.id and u.session_id = b.id))`);
    expect(rows).toEqual([]);
  });

  test('DEMO-10 the support card, who reads what is reported, and an agreement are there once, and stay changed', async () => {
    await open();
    await db.database.execute(
      sql`insert into support_card (version, entries, at) values (2, '[]', now())`,
    );
    await db.database.execute(sql`delete from concern_reader`);
    await open();
    const { rows } = await db.database.execute(sql`
      select (select count(*)::int from support_card) as cards,
        (select count(*)::int from concern_reader) as readers,
        (select count(*)::int from group_agreement) as versions`);
    expect(rows).toEqual([{ cards: 2, readers: 0, versions: 2 }]);
  });
});
