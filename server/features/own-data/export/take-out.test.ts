import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OWN_DATA_PATH } from '#shared/features/own-data/export/model.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { openSchool } from '../../../demo/open-school.ts';
import { HOLDERS } from '../../../holders.ts';
import { makeLog } from '../../../platform/log.ts';
import type { ZipEntry } from '../../../platform/zip.ts';
import { type AppWorld, createAppWorld } from '../../../testing/app-world.ts';
import { readZip } from '../../../testing/read-zip.ts';
import type { Somebody } from '../../../testing/world.ts';
import { ownEntries } from './entries.ts';
import { FIELDS } from './field-words.ts';
import { KINDS, PARTS } from './kind-words.ts';
import type { Portable } from './portable.ts';

let world: AppWorld;
let people: readonly { id: PersonId; email: string }[];
beforeAll(async () => {
  world = await createAppWorld();
  const { database } = world.test;
  // The demonstration school beside a real one's people: everybody has written something.
  await database.execute(sql`delete from school`);
  await openSchool({
    ...{ database, clock: world.clock, log: makeLog('error') },
    config: { demo: true },
  });
  const { rows } = await database.execute<{ id: PersonId; email: string }>(
    sql`select id, email from person`,
  );
  people = rows;
});
afterAll(() => world.close());

async function takenOut(personId: PersonId): Promise<ReadonlyMap<string, string>> {
  const parts = {
    database: world.test.database,
    holders: HOLDERS,
    editing: world.slices.document.editing,
    blobs: { get: async () => null },
  };
  const files = new Map<string, string>();
  const entries: AsyncIterable<ZipEntry> = ownEntries(parts, { personId, now: world.clock.now() });
  for await (const { name, bytes } of entries) files.set(name, bytes.toString('utf8'));
  return files;
}

/** Everything that somebody has written, by who it was, where it is long enough to be known again. */
async function written(): Promise<readonly { by: PersonId; text: string }[]> {
  const { rows } = await world.test.database.execute<{ by: PersonId; text: string }>(sql`
    select person_id as by, text from chat_message where length(text) > 20
    union all select by_id, text from team_message where length(text) > 20 and by_id = person_id
    union all select person_id, text from concern
    union all select owner_id, left(body, 200) from document where owner_id is not null and length(body) > 20`);
  return rows;
}

test('F81 nothing of what anybody else wrote, and no address of theirs, is in what one takes out', async () => {
  const texts = await written();
  expect(texts.length).toBeGreaterThan(20);
  let own = 0;
  for (const { id, email } of people) {
    const all = [...(await takenOut(id)).values()].join('\n');
    expect(all).toContain(email);
    const others = people.filter((each) => each.id !== id && all.includes(each.email));
    expect(others).toEqual([]);
    const said = (text: string) => all.includes(JSON.stringify(text).slice(1, -1));
    expect(texts.filter(({ by, text }) => by !== id && said(text))).toEqual([]);
    own += texts.filter(({ by, text }) => by === id && said(text)).length;
  }
  expect(own).toBe(texts.length);
}, 120_000);

test('F81 it is read by programs and by people: every kind and every field has its words, and no page runs anything', async () => {
  const names = new Set<string>();
  const gather = (value: Portable): void => {
    if (Array.isArray(value)) value.forEach(gather);
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) {
        names.add(name);
        gather(each as Portable);
      }
  };
  for (const { id } of people) {
    for (const [name, text] of await takenOut(id)) {
      if (name.startsWith('json/')) {
        expect(PARTS).toHaveProperty(name.slice('json/'.length, -'.json'.length));
        gather(JSON.parse(text));
      } else if (name.endsWith('.html')) {
        expect(text).toMatch(/<html lang="(nb|nn|en)">/);
        expect(text).toContain('default-src &#39;none&#39;');
        expect(text).not.toMatch(/<script|<iframe|javascript:| on\w+=/i);
        // Words of ours are said, not shown as they are stored.
        expect(text).not.toMatch(
          /<dd>(active|home|student|practiceCoordinator|role-given|done)<\/dd>/,
        );
      }
    }
  }
  expect(
    [...names].filter((name) => !(name in KINDS) && !(name in FIELDS) && !/Id$|_id$/.test(name)),
  ).toEqual([]);
}, 120_000);

async function ask(by: Somebody | null): Promise<Response> {
  const cookie = by ? await world.cookieOf(by) : '';
  return fetch(`${world.url}${OWN_DATA_PATH}`, {
    method: 'POST',
    headers: { 'x-mellom': '1', origin: world.url, cookie },
  });
}

test('F81 what one wrote stands escaped, the zip is whole, and the log says that it was taken out', async () => {
  const kari = await world.person({ name: '<b>Kari</b> & co' });
  const answer = await ask(kari);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const files = readZip(Buffer.from(await answer.arrayBuffer()));
  expect(JSON.parse(String(files.get('json/identity.json')))).toMatchObject({
    person: [{ display_name: '<b>Kari</b> & co' }],
  });
  expect(String(files.get('index.html'))).toContain('&lt;b&gt;Kari&lt;/b&gt; &amp; co');
  expect(String(files.get('pages/identity.html'))).not.toContain('<b>Kari');
  const { rows } = await world.test.database.execute(sql`
    select action, actor_id, outcome from audit_entry where subject_id = ${kari.personId} and action = 'data-taken-out'`);
  expect(rows).toEqual([{ action: 'data-taken-out', actor_id: kari.personId, outcome: 'done' }]);
});

test('F81 nobody takes it out who is not in, or has not shown lately who they are, or asks all the time', async () => {
  expect((await ask(null)).status).toBe(401);
  const ola = await world.person({ name: 'Ola' });
  for (let nth = 0; nth < 5; nth++) await (await ask(ola)).arrayBuffer();
  expect((await ask(ola)).status).toBe(429);
  const siri = await world.person({ name: 'Siri' });
  world.clock.advance(11 * MINUTE_MS);
  const late = await ask(siri);
  expect([late.status, await late.json()]).toEqual([403, { ok: false, refusal: 'not-fresh' }]);
});
