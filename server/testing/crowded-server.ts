import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import { signInCookie } from '../features/identity/sign-in/cookie.ts';
import { openSignInKey } from '../features/identity/sign-in/sign-in-key.ts';
import { hashOfToken, newToken } from '../features/identity/sign-in/token.ts';
import { newId } from '../platform/new-id.ts';
import type { Database } from '../storage/database.ts';
import { freePort, makeDataFolder, removeDataFolder, startServer } from './run-server.ts';
import { createSchool } from './school.ts';
import { createTestDatabase } from './test-database.ts';

/** The real server in a process of its own, with one live session and people who are signed in. */
export type CrowdedServer = {
  readonly url: string;
  readonly port: number;
  readonly database: Database;
  readonly sessionId: SessionId;
  /** The `Cookie` header of each person. */
  readonly cookies: readonly string[];
  /** What the server holds in memory when everything unused is gone. */
  heldBytes(): Promise<number>;
  /** Whether it still runs. */
  lives(): boolean;
  output(): string;
  close(): Promise<void>;
};

const SAYS_WITHIN_MS = 30_000;
const HELD = /"heldBytes":(\d+)/gu;

export async function startCrowdedServer(people: number): Promise<CrowdedServer> {
  const test = await createTestDatabase();
  const dataDir = await makeDataFolder();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const cookie = signInCookie(url, openSignInKey(dataDir)('cookie'));
  const school = await createSchool(test.database, Date.now());
  const cohortId = await school.cohort();
  const sessionId = await school.session({ cohortId });
  const tokens: string[] = [];
  for (let nth = 0; nth < people; nth++) {
    const personId = newId<'person'>() as PersonId;
    tokens.push(await signSomebodyIn(test.database, personId));
    await school.enrol({ personId, displayName: 'Kari Nordmann' }, cohortId);
  }
  const server = await startServer({
    dataDir,
    env: {
      PORT: String(port),
      DATABASE_URL: test.url,
      DEMO: 'off',
      LOG_LEVEL: 'error',
      NODE_OPTIONS: `--expose-gc --import ${path.join(import.meta.dirname, 'say-memory.ts')}`,
    },
  });

  return {
    url,
    port,
    database: test.database,
    sessionId,
    cookies: tokens.map((token) => cookie.set(token).split(';')[0] ?? ''),
    async heldBytes() {
      const said = () => [...server.output().matchAll(HELD)].map(([, bytes]) => Number(bytes));
      const before = said().length;
      server.process.kill('SIGUSR2');
      const giveUpAt = performance.now() + SAYS_WITHIN_MS;
      while (said().length === before) {
        if (performance.now() > giveUpAt) throw new Error('the server does not say what it holds');
        await delay(20);
      }
      return said().at(-1) ?? 0;
    },
    lives: () => server.process.exitCode === null && server.process.signalCode === null,
    output: server.output,
    async close() {
      await server.stop();
      await test.drop();
      await removeDataFolder(dataDir);
    },
  };
}

/** Somebody new with a role, signed in. @returns the sign-in's token */
export async function signSomebodyIn(
  database: Database,
  personId: PersonId,
  role: Role = 'student',
): Promise<string> {
  const token = newToken();
  await database.execute(sql`
    with someone as (
      insert into person (id, email, display_name, given_name)
      values (${personId}, ${`${personId}@example.org`}, 'Kari Nordmann', 'Kari')
    ), held as (
      insert into role_held (person_id, role) values (${personId}, ${role})
    )
    insert into sign_in (id, person_id, token_hash, expires_at, created_at, updated_at, second_factor)
    values (${newId()}, ${personId}, ${hashOfToken(token)}, now() + interval '10 hours', now(), now(), true)`);
  return token;
}
