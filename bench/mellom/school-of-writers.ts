import { sql } from 'drizzle-orm';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import { signInCookie } from '../../server/features/identity/sign-in/cookie.ts';
import { openSignInKey } from '../../server/features/identity/sign-in/sign-in-key.ts';
import { foundSchool } from '../../server/features/programme/public.ts';
import { makeLog } from '../../server/platform/log.ts';
import { newId } from '../../server/platform/new-id.ts';
import { openDatabase } from '../../server/storage/database.ts';
import { openEmbeddedPostgres } from '../../server/storage/embedded-postgres.ts';
import { migrate } from '../../server/storage/migrate.ts';
import { signSomebodyIn } from '../../server/testing/crowded-server.ts';
import { createSchool } from '../../server/testing/school.ts';

export type SchoolOfWriters = {
  readonly cookies: readonly string[];
  /** Of one group, which everybody is in; nobody has opened them. */
  readonly documents: DocumentId[];
};

/** Founds a school in an empty data folder, with one group that writes. */
export async function foundSchoolOfWriters(
  dataDir: string,
  baseUrl: string,
  people: number,
  documents: number,
): Promise<SchoolOfWriters> {
  const log = makeLog('error');
  const postgres = await openEmbeddedPostgres({ dataDir, log });
  try {
    await migrate(postgres.connection, log);
    const database = openDatabase(postgres.connection, log);
    try {
      await database.transaction((tx) => foundSchool(tx, { name: 'Målebenken', kind: 'real' }));
      const school = await createSchool(database, Date.now());
      const cohortId = await school.cohort();
      const groupId = await school.group(cohortId);
      const cookie = signInCookie(baseUrl, openSignInKey(dataDir)('cookie'));
      const cookies: string[] = [];
      for (let nth = 0; nth < people; nth++) {
        const somebody = { personId: newId<'person'>() as PersonId, displayName: 'Kari' };
        const token = await signSomebodyIn(database, somebody.personId);
        cookies.push(cookie.set(token).split(';')[0] ?? '');
        await school.enrol(somebody, cohortId);
        await school.addToGroup(somebody, groupId);
      }
      const ids = Array.from({ length: documents }, () => newId<'document'>() as DocumentId);
      await database.execute(sql`
        insert into document (id, kind, title, group_id, session_default, created_at, updated_at)
        select d, 'group', 'Målt tekst', ${groupId}, false, now(), now()
        from unnest(${sql.param(ids)}::uuid[]) as d`);
      await database.execute(sql`analyze`);
      return { cookies, documents: ids };
    } finally {
      await database.$client.end();
    }
  } finally {
    await postgres.stop();
  }
}
