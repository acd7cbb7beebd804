import * as fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { PgBoss } from 'pg-boss';
import { expect, test } from 'vitest';
import { DAY_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { newId } from './platform/new-id.ts';
import type { Database } from './storage/database.ts';
import { signSomebodyIn } from './testing/crowded-server.ts';
import { useDataFolder, WATCHDOG_MS } from './testing/killed-server.ts';
import { startServer } from './testing/run-server.ts';
import { createSchool } from './testing/school.ts';

const KILLS = 3;
const PEOPLE = 25;
const folder = useDataFolder();
const env = { DEMO: 'off', LOG_LEVEL: 'error' };

/** A session that has been moved since its students were told of it, and students who may be told at any hour. */
async function prepare(database: Database): Promise<void> {
  const school = await createSchool(database, Date.now());
  const cohortId = await school.cohort();
  const sessionId = await school.session({ cohortId });
  const startsAt = sql`to_timestamp(${(Date.now() + 3 * DAY_MS) / 1000})`;
  for (let nth = 0; nth < PEOPLE; nth++) {
    const somebody = { personId: newId<'person'>() as PersonId, displayName: `Nr. ${nth}` };
    await signSomebodyIn(database, somebody.personId, 'student');
    await school.enrol(somebody, cohortId);
    await database.execute(
      sql`insert into notice_setting (person_id) values (${somebody.personId})`,
    );
  }
  await database.execute(sql`
    insert into told_plan (session_id, version, starts_at, cancelled, substitutes)
    select id, plan_version, starts_at, false, '' from session`);
  await database.execute(sql`
    update session set starts_at = ${startsAt}, ends_at = ${startsAt} + interval '2 hours',
      plan_version = plan_version + 1
    where id = ${sessionId}`);
}

/** Gives the job out once more, as the next minute would. */
async function nextMinute(database: Database): Promise<void> {
  const boss = new PgBoss({
    ...{ schema: 'job', supervise: false, schedule: false },
    db: { executeSql: (text, values) => database.$client.query(text, values) },
  });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.send('notices');
  await boss.stop();
}

async function addressesWrittenTo(): Promise<string[]> {
  const mail = path.join(folder.path(), 'mail');
  const names = await fs.readdir(mail).catch(() => []);
  const letters = await Promise.all(
    names.map((name) => fs.readFile(path.join(mail, name), 'utf8')),
  );
  return letters.map((letter) => /^To: (.*)$/m.exec(letter)?.[1]?.trim() ?? '');
}

test(`X1 F75 NOTE-10 killed ${KILLS} times while it tells of something, everybody has one letter`, async () => {
  await (await startServer({ dataDir: folder.path(), env })).stop();
  await folder.onDatabase(prepare);
  for (let nth = 1; nth <= KILLS; nth++) {
    await folder.onDatabase(nextMinute);
    const server = await startServer({ dataDir: folder.path(), env });
    // Letters go out soon after the job is taken: the first kill comes before any, the last among them.
    const enough = (PEOPLE * (nth - 1)) / KILLS;
    const giveUpAt = Date.now() + WATCHDOG_MS;
    while ((await addressesWrittenTo()).length < enough && Date.now() < giveUpAt) await delay(5);
    await server.kill9();
  }
  await folder.onDatabase(nextMinute);
  const server = await startServer({ dataDir: folder.path(), env });
  const giveUpAt = Date.now() + 6 * WATCHDOG_MS;
  while ((await addressesWrittenTo()).length < PEOPLE && Date.now() < giveUpAt) await delay(100);
  await server.stop();
  await folder.onDatabase(nextMinute);
  const after = await startServer({ dataDir: folder.path(), env });
  await delay(4_000);
  await after.stop();

  const written = await addressesWrittenTo();
  expect(new Set(written).size).toBe(PEOPLE);
  expect(written).toHaveLength(PEOPLE);
  const waiting = await folder.onDatabase(async (database) => {
    const { rows } = await database.execute(
      sql`select from notice where mail_settled_at is null or letter_id is null`,
    );
    return rows.length;
  });
  expect(waiting).toBe(0);
}, 300_000);
