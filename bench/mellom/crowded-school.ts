import { sql } from 'drizzle-orm';
import { signInCookie } from '../../server/features/identity/sign-in/cookie.ts';
import { openSignInKey } from '../../server/features/identity/sign-in/sign-in-key.ts';
import { hashOfToken, newToken } from '../../server/features/identity/sign-in/token.ts';
import { foundSchool } from '../../server/features/programme/public.ts';
import { makeLog } from '../../server/platform/log.ts';
import { newId } from '../../server/platform/new-id.ts';
import { type Database, openDatabase } from '../../server/storage/database.ts';
import { openEmbeddedPostgres } from '../../server/storage/embedded-postgres.ts';
import { migrate } from '../../server/storage/migrate.ts';

/** A cohort that is there to be measured: its people's cookies, and live sessions that nobody has entered yet. */
export type Crowd = {
  readonly cookies: readonly string[];
  readonly sessions: string[];
  /** Teaches all of its sessions, and sits in none until they sit down. */
  readonly teacher: string;
};

/** A session with a host who hears who waits, and guests who are invited to it. */
export type Lobby = {
  readonly host: string;
  readonly guests: readonly string[];
  readonly sessionId: string;
};

const HOURS_LIVE = 12;

/** Founds a school in an empty data folder, with one cohort of each size, everybody signed in. */
export async function foundCrowdedSchool(
  dataDir: string,
  baseUrl: string,
  sizes: readonly number[],
  sessionsEach: number,
  waiting: number,
): Promise<{ readonly crowds: ReadonlyMap<number, Crowd>; readonly lobby: Lobby }> {
  const log = makeLog('error');
  const postgres = await openEmbeddedPostgres({ dataDir, log });
  try {
    await migrate(postgres.connection, log);
    const database = openDatabase(postgres.connection, log);
    try {
      await database.transaction((tx) => foundSchool(tx, { name: 'Målebenken', kind: 'real' }));
      const cookie = signInCookie(baseUrl, openSignInKey(dataDir)('cookie'));
      const signedIn = (token: string) => cookie.set(token).split(';')[0] ?? '';
      const crowds = new Map<number, Crowd>();
      for (const size of sizes) {
        const { tokens, sessions } = await addCohort(database, size, sessionsEach);
        const teacher = signedIn(await addTeacher(database, sessions));
        crowds.set(size, { cookies: tokens.map(signedIn), sessions, teacher });
      }
      const { tokens, sessions } = await addCohort(database, waiting + 1, 1);
      const [sessionId = ''] = sessions;
      await inviteAll(database, sessionId);
      const [host = '', ...guests] = tokens.map(signedIn);
      await database.execute(sql`analyze`);
      return { crowds, lobby: { host, guests, sessionId } };
    } finally {
      await database.$client.end();
    }
  } finally {
    await postgres.stop();
  }
}

async function addCohort(database: Database, size: number, sessionsEach: number) {
  const [programmeId, courseId, cohortId] = [newId(), newId(), newId()];
  const people = Array.from({ length: size }, () => ({
    id: newId(),
    signIn: newId(),
    token: newToken(),
  }));
  const sessions = Array.from({ length: sessionsEach }, () => newId<string>());
  await database.execute(sql`insert into programme (id, name, degree)
    values (${programmeId}, 'Målt', 'Bachelor')`);
  await database.execute(sql`insert into course (id, programme_id, code, title, credits, kind, term)
    values (${courseId}, ${programmeId}, ${`M${size}`}, 'Måling', 10, 'theory', 'autumn')`);
  await database.execute(sql`insert into cohort (id, programme_id, name, mode, starts_on)
    values (${cohortId}, ${programmeId}, ${`Kull på ${size}`}, 'full-time', '2026-08-17')`);
  await database.execute(sql`
    insert into session (id, course_id, cohort_id, title, starts_at, ends_at)
    select s, ${courseId}, ${cohortId}, 'Målt økt', now() - interval '10 minutes',
      now() + ${HOURS_LIVE} * interval '1 hour'
    from unnest(${sql.param(sessions)}::uuid[]) as s`);

  const rows = JSON.stringify(
    people.map(({ id, signIn, token }, nth) => ({ id, signIn, hash: hashOfToken(token), nth })),
  );
  const each = sql`jsonb_to_recordset(${rows}::jsonb)
    as p(id uuid, "signIn" uuid, hash text, nth int)`;
  await database.execute(sql`
    insert into person (id, email, display_name, given_name)
    select id, id || '@example.org', 'Deltaker ' || nth, 'Deltaker' from ${each}`);
  await database.execute(
    sql`insert into role_held (person_id, role) select id, 'student' from ${each}`,
  );
  await database.execute(sql`insert into enrolment (person_id, cohort_id, from_at)
    select id, ${cohortId}, now() - interval '30 days' from ${each}`);
  await database.execute(sql`
    insert into sign_in (id, person_id, token_hash, expires_at, created_at, updated_at)
    select "signIn", id, hash, now() + ${HOURS_LIVE} * interval '1 hour', now(), now() from ${each}`);
  return { tokens: people.map(({ token }) => token), sessions };
}

/** Somebody who teaches these sessions. @returns their sign-in's token */
async function addTeacher(database: Database, sessions: readonly string[]): Promise<string> {
  const [id, signIn, token] = [newId(), newId(), newToken()];
  await database.execute(sql`
    insert into person (id, email, display_name, given_name)
    values (${id}, ${`${id}@example.org`}, 'Underviser', 'Underviser')`);
  await database.execute(sql`insert into role_held (person_id, role) values (${id}, 'teacher')`);
  await database.execute(sql`insert into session_teacher (session_id, person_id, position)
    select s, ${id}, 0 from unnest(${sql.param(sessions)}::uuid[]) as s`);
  await database.execute(sql`
    insert into sign_in (id, person_id, token_hash, expires_at, created_at, updated_at)
    values (${signIn}, ${id}, ${hashOfToken(token)}, now() + ${HOURS_LIVE} * interval '1 hour',
      now(), now())`);
  return token;
}

/** Of a cohort of one session, the first is its teacher, and the others are guests who are invited. */
async function inviteAll(database: Database, sessionId: string): Promise<void> {
  const people = sql`select e.person_id, p.display_name = 'Deltaker 0' as hosts
    from enrolment e join session s on s.cohort_id = e.cohort_id join person p on p.id = e.person_id
    where s.id = ${sessionId}`;
  await database.execute(sql`
    update role_held set role = case when hosts then 'teacher' else 'guest' end
    from (${people}) as of where role_held.person_id = of.person_id`);
  await database.execute(sql`insert into session_teacher (session_id, person_id, position)
    select ${sessionId}, person_id, 0 from (${people}) as of where hosts`);
  await database.execute(sql`insert into session_invitation (session_id, person_id, until_at)
    select ${sessionId}, person_id, now() + ${HOURS_LIVE} * interval '1 hour'
    from (${people}) as of where not hosts`);
  await database.execute(sql`delete from enrolment
    where person_id in (select person_id from (${people}) as of)`);
}
