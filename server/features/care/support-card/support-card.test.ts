import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeSupportCard } from '#shared/features/care/support-card/commands.ts';
import { type SupportEntry, supportCard } from '#shared/features/care/support-card/model.ts';
import { newId } from '../../../platform/new-id.ts';
import { type AppWorld, createAppWorld } from '../../../testing/app-world.ts';
import type { Somebody } from '../../../testing/world.ts';
import { erasePersonalData, exportPersonalData } from '../personal-data.ts';

let world: AppWorld;
let admin: Somebody;
beforeAll(async () => {
  world = await createAppWorld();
  admin = await world.person({ role: 'admin', name: 'Gunnhild Strand' });
});
afterAll(() => world.close());

const TONE: SupportEntry = {
  name: 'Tone Grav, studierådgiver',
  number: '73 00 00 01',
  open: 'Hverdager 09–15',
  about: 'Når du vil snakke om studiet og livet rundt.',
};

/** As anybody reads it: without a cookie. */
async function read() {
  const answer = await fetch(`${world.url}/api/support-card`);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return supportCard.parse(await answer.json());
}

test('F41 SUPPORT-2 anybody reads the card, also without a sign-in, and an administrator changes it', async () => {
  expect(await read()).toEqual({ version: 0, entries: [] });
  const changed = await world.call(admin, changeSupportCard, { from: 0, entries: [TONE] });
  expect(changed).toMatchObject({ ok: true, value: { version: 1 } });
  expect(await read()).toEqual({ version: 1, entries: [TONE] });
});

test('SUPPORT-2 row 53: nobody but an administrator changes it', async () => {
  const before = await read();
  for (const role of ['student', 'teacher', 'studyAdviser', 'rector', 'guest'] as const) {
    const somebody = await world.person({ role });
    const input = { from: before.version, entries: [] };
    expect(await world.call(somebody, changeSupportCard, input)).toEqual({
      ok: false,
      refusal: 'not-found',
    });
  }
  expect(await read()).toEqual(before);
});

test('SUPPORT-4 of two who change the same card at once one is told, and nothing is lost', async () => {
  const { version } = await read();
  const other = await world.person({ role: 'admin' });
  const outcomes = await Promise.all(
    [admin, other].map((by, nth) =>
      world.call(by, changeSupportCard, {
        from: version,
        entries: [{ ...TONE, name: `Nummer ${nth}` }],
      }),
    ),
  );
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(outcomes).toContainEqual({ ok: false, refusal: 'changed-meanwhile' });
  expect((await read()).version).toBe(version + 1);
});

test('SUPPORT-4 a call that is sent again changes it once', async () => {
  const { version } = await read();
  const callId = newId<'call'>();
  const input = { from: version, entries: [TONE] };
  const first = await world.call(admin, changeSupportCard, input, callId);
  expect(await world.call(admin, changeSupportCard, input, callId)).toEqual(first);
  expect((await read()).version).toBe(version + 1);
});

test('SUPPORT-6 bad input is refused, and changes nothing', async () => {
  const before = await read();
  for (const bad of [
    { ...TONE, number: 'javascript:alert(1)' },
    { ...TONE, name: '' },
    { ...TONE, name: 'to\nlinjer' },
    { ...TONE, about: 'a'.repeat(161) },
  ]) {
    const input = { from: before.version, entries: [bad] };
    expect(await world.call(admin, changeSupportCard, input)).toEqual({
      ok: false,
      refusal: 'bad-input',
    });
  }
  expect(await read()).toEqual(before);
});

test('SUPPORT-3 reading the card writes nothing', async () => {
  const written = async () => {
    const { rows } = await world.test.database.execute<{ count: number }>(
      sql`select (select count(*) from support_card) + (select count(*) from call)
        + (select count(*) from fact) as count`,
    );
    return Number(rows[0]?.count);
  };
  const before = await written();
  for (let nth = 0; nth < 5; nth++) await read();
  expect(await written()).toBe(before);
});

test('what somebody changed is in their export; erased, the card stands and forgets who wrote it', async () => {
  const gone = await world.person({ role: 'admin' });
  const { version } = await read();
  await world.call(gone, changeSupportCard, { from: version, entries: [TONE] });
  const { personId } = gone;
  const held = await world.test.database.transaction((tx) => exportPersonalData(tx, personId));
  expect(held.supportCards).toMatchObject([{ version: version + 1, entries: [TONE] }]);
  await world.test.database.transaction((tx) => erasePersonalData(tx, personId));
  const after = await world.test.database.transaction((tx) => exportPersonalData(tx, personId));
  expect(after.supportCards).toEqual([]);
  expect(await read()).toEqual({ version: version + 1, entries: [TONE] });
});
