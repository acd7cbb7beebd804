import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { postMessage } from '#shared/features/session/chat/commands.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { makeErasures } from './erasures.ts';
import { makeLog } from './platform/log.ts';
import { newId } from './platform/new-id.ts';
import { signSomebodyIn } from './testing/crowded-server.ts';
import { type InsistentClient, openInsistentClient } from './testing/insistent-client.ts';
import { dataFolderAt, useDataFolder } from './testing/killed-server.ts';
import {
  makeDataFolder,
  plainEnv,
  processesOn,
  removeDataFolder,
  startServer,
} from './testing/run-server.ts';
import { createSchool } from './testing/school.ts';

const STUDENTS = 3;
/** Below what a person may call in a second. */
const PACE_MS = 80;
const CUTS = 3;
const PICTURE = 'images/ab/0190aaaa-0000-7000-8000-0000000000ab';

const folder = useDataFolder();
const log = makeLog('error');
/** Beside the data folder: backups, the list of erasures, and the folder that is restored into. */
let beside: string;
beforeEach(async () => {
  beside = await makeDataFolder();
});
afterEach(() => removeDataFolder(beside));

type Said = { readonly code: number; readonly said: string };

function npm(tool: 'backup' | 'restore', dataDir: string, ...words: string[]): Promise<Said> {
  const script = path.join(import.meta.dirname, `../tools/${tool}.ts`);
  const env = { ...plainEnv(), DATA_DIR: dataDir, BACKUP_DIR: path.join(beside, 'backups') };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...words], { env }, (_, stdout, stderr) => {
      const said = stderr.replace(/^(?:read|copied) .* MB\n/gmu, '') + stdout;
      resolve({ code: child.exitCode ?? -1, said });
    });
  });
}

async function backUp(dataDir: string): Promise<string> {
  const { code, said } = await npm('backup', dataDir);
  expect(code, said).toBe(0);
  return said.split(' ')[0] ?? '';
}

/** Everything in a folder with its size, and when it was changed. */
async function looksOf(dir: string): Promise<string[]> {
  const names = await fs.readdir(dir, { recursive: true });
  const stats = names.map(async (name) => {
    const { size, mtimeMs } = await fs.stat(path.join(dir, name));
    return `${name} ${size} ${mtimeMs}`;
  });
  // The lock comes and goes.
  return (await Promise.all(stats)).filter((line) => !line.startsWith('mellom.lock')).sort();
}

const planned = () =>
  folder.onDatabase(async (database) => {
    const school = await createSchool(database, Date.now());
    const cohortId = await school.cohort();
    const sessionId = await school.session({ cohortId });
    const people = Array.from({ length: STUDENTS }, (_, nth) => ({
      personId: newId<'person'>() as PersonId,
      displayName: `Nr. ${nth}`,
    }));
    const tokens = [];
    for (const somebody of people) {
      tokens.push(await signSomebodyIn(database, somebody.personId, 'student'));
      await school.enrol(somebody, cohortId);
    }
    return { sessionId, people, tokens };
  });

/** Says one thing after another, and knows what was called saved. */
function talker(client: InsistentClient, sessionId: SessionId, who: number) {
  const saved: string[] = [];
  let going = true;
  const talking = (async () => {
    for (let nth = 0; going; nth++) {
      const text = `${who}: ${nth}`;
      expect(await client.call(postMessage, { sessionId, text })).toMatchObject({ ok: true });
      saved.push(text);
      await delay(PACE_MS);
    }
  })();
  return {
    saved,
    async stop() {
      going = false;
      await talking;
      client.close();
    },
  };
}

test('F88 X16 backed up while people write, and restored onto an empty folder: all that was saved is there, and whoever was erased since is not', async () => {
  const { sessionId, people, tokens } = await planned();
  await fs.mkdir(path.join(folder.path(), path.dirname(PICTURE)), { recursive: true });
  await fs.writeFile(path.join(folder.path(), PICTURE), 'et bilde');
  const env = { DEMO: 'off', LOG_LEVEL: 'error', ERASURES_FILE: path.join(beside, 'erasures') };
  const server = await startServer({ dataDir: folder.path(), env });
  const talkers = await Promise.all(
    tokens.map(async (token, who) => {
      const cookie = folder.cookieOf(server, token);
      return talker(
        await openInsistentClient({ url: server.url, cookie, sessionId }),
        sessionId,
        who,
      );
    }),
  );
  await delay(1_000);
  const savedBefore = talkers.flatMap(({ saved }) => saved);
  const beganAt = performance.now();

  const file = await backUp(folder.path());

  const tookMs = performance.now() - beganAt;
  for (const each of talkers) await each.stop();
  const saved = talkers.flatMap((each) => each.saved);
  expect(savedBefore.length).toBeGreaterThan(STUDENTS);
  expect(saved.length).toBeGreaterThan(savedBefore.length);
  expect(await server.stop()).toBe(0);
  const [erased, ...others] = people.map(({ personId }) => personId);
  await folder.onDatabase((database) =>
    makeErasures({ database, log, file: env.ERASURES_FILE }).erase(erased as PersonId),
  );

  const restored = dataFolderAt(path.join(beside, 'restored'));
  const restoringAt = performance.now();
  const { code, said } = await npm('restore', restored.path(), file);
  expect(code, said).toBe(0);
  const again = await startServer({ dataDir: restored.path(), env });
  const servingMs = performance.now() - restoringAt;
  expect(await again.stop()).toBe(0);

  const found = await restored.onDatabase(async (database) => {
    const texts = await database.execute<{ text: string }>(sql`
      select text from chat_message where session_id = ${sessionId}`);
    const facts = await database.execute<{ revision: number }>(sql`
      select revision::int as revision from fact
      where channel = 'session' and id = ${sessionId} order by 1`);
    const named = await database.execute<{ id: PersonId }>(
      sql`select id from person where display_name <> ''`,
    );
    return {
      texts: texts.rows.map(({ text }) => text),
      revisions: facts.rows.map(({ revision }) => revision),
      named: named.rows.map(({ id }) => id),
    };
  });
  // The erased one's words are gone with them; everybody else's are there once, and nothing that nobody said.
  const texts = found.texts.filter((text) => text !== '');
  const theirs = saved.filter((text) => !text.startsWith('0: '));
  const theirsBefore = savedBefore.filter((text) => theirs.includes(text));
  expect(theirsBefore.filter((text) => !texts.includes(text))).toEqual([]);
  expect(texts.filter((text) => !theirs.includes(text))).toEqual([]);
  expect(new Set(texts).size).toBe(texts.length);
  expect(found.texts.length).toBeGreaterThan(texts.length);
  expect(found.revisions).toEqual(found.revisions.map((_, nth) => nth + 1));
  expect(found.named.sort()).toEqual(others.sort());
  expect(await fs.readFile(path.join(restored.path(), PICTURE), 'utf8')).toBe('et bilde');
  expect(await processesOn(beside)).toEqual([]);
  process.stderr.write(
    `X16: backed up in ${Math.round(tookMs)} ms while ${saved.length - savedBefore.length} messages were saved, serving ${Math.round(servingMs)} ms after the restore began\n`,
  );
});

test('F88 X16 what cannot be restored is refused in one sentence, and nothing has changed', async () => {
  await folder.onDatabase((database) => createSchool(database, Date.now()));
  const file = await backUp(folder.path());
  const whole = await fs.readFile(file);
  expect((await fs.stat(file)).mode & 0o777).toBe(0o600);

  const server = await startServer({ dataDir: folder.path(), env: { DEMO: 'off' } });
  const running = await npm('restore', folder.path(), file, '--replace');
  expect(running.said).toMatch(/^The data folder .* is in use by process .*\n$/u);
  await server.kill9();
  const orphan = await npm('restore', folder.path(), file, '--replace');
  expect(orphan.said).toMatch(/^A database still runs on .* Nothing was changed\.\n$/u);
  // A backup of what such a server has left is as good as another.
  await backUp(folder.path());
  await folder.onDatabase(async () => {});

  const before = await looksOf(folder.path());
  const full = await npm('restore', folder.path(), file);
  expect(full.said).toMatch(/ is not empty: .* Nothing was changed\.\n$/u);
  const cut = path.join(beside, 'cut.tar.gz');
  for (let nth = 0; nth < CUTS; nth++) {
    await fs.writeFile(cut, whole.subarray(0, Math.floor((whole.length - 1) * ((nth + 1) / CUTS))));
    const { code, said } = await npm('restore', folder.path(), cut, '--replace');
    expect(code).toBe(1);
    expect(said).toMatch(/^.* is not a whole backup of Mellom, .* Nothing was changed\.\n$/u);
  }
  const nowhere = path.join(beside, 'nowhere');
  expect((await npm('restore', nowhere, cut)).code).toBe(1);
  expect(await fs.readdir(beside)).not.toContain('nowhere');
  expect(await looksOf(folder.path())).toEqual(before);

  const replaced = await npm('restore', folder.path(), file, '--replace');
  expect(replaced.code, replaced.said).toBe(0);
  const [aside = ''] = (await fs.readdir(folder.path())).filter((n) =>
    n.startsWith('before-restore'),
  );
  expect(await fs.readdir(path.join(folder.path(), aside))).toContain('postgres');
  const again = await startServer({ dataDir: folder.path(), env: { DEMO: 'off' } });
  expect(await again.stop()).toBe(0);
});
