import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as commands from '#shared/features/session/round/commands.ts';
import { roundTemplates } from '#shared/features/session/round/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { planSession } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { erasePersonalData, exportPersonalData } from '../personal-data.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const KEPT = {
  name: 'Ett ord',
  prompt: 'Hvilket ord tar du med?',
  about: 'Ett er nok',
  minutes: 2,
};

const keep = (who: Somebody, sessionId: SessionId, part = {}) =>
  world.call(who, commands.keepRoundTemplate, { sessionId, ...KEPT, ...part });

async function keptBy(who: Somebody, sessionId: SessionId) {
  const asked = await world.ask(who, roundTemplates, { sessionId });
  return asked.ok ? asked.value.templates : asked.refusal;
}

test('F35 ROUND-20 a teacher keeps a prompt of their own, has it in any session, and takes it away again', async () => {
  const first = await planSession(world);
  const { anne, bjorn, kari, sessionId } = first;
  const kept = await keep(anne, sessionId);
  if (!kept.ok) throw new Error(kept.refusal);
  const { templateId } = kept.value;
  expect(await keptBy(anne, sessionId)).toEqual([{ id: templateId, ...KEPT }]);
  expect(await keptBy(bjorn, sessionId), 'each their own').toEqual([]);
  expect(await keptBy(kari, sessionId)).toBe('not-found');
  expect(await keep(kari, sessionId)).toMatchObject({ refusal: 'not-found' });
  expect(await keep(anne, sessionId, { prompt: 'Noe annet?' })).toMatchObject({
    refusal: 'name-taken',
  });
  expect(await keep(bjorn, sessionId), 'by another').toMatchObject({ ok: true });

  const other = await planSession(world);
  await world.test.database.execute(sql`
    update session_teacher set person_id = ${anne.personId}
    where session_id = ${other.sessionId} and position = 0`);
  expect(await keptBy(anne, other.sessionId)).toHaveLength(1);
  const drop = { sessionId, templateId };
  expect(await world.call(bjorn, commands.dropRoundTemplate, drop)).toMatchObject({ ok: true });
  expect(await keptBy(anne, sessionId), 'not by another').toHaveLength(1);
  for (const _ of [1, 2])
    expect(await world.call(anne, commands.dropRoundTemplate, drop)).toMatchObject({ ok: true });
  expect(await keptBy(anne, sessionId)).toEqual([]);
});

test('F35 ROUND-20 thirty are kept at most, and what is empty or too long is refused', async () => {
  const { anne, sessionId } = await planSession(world);
  for (const bad of [
    { name: ' ' },
    { name: 'x'.repeat(61) },
    { prompt: '' },
    { prompt: 'x'.repeat(161) },
    { about: 'x'.repeat(301) },
    { minutes: 0 },
    { minutes: 16 },
  ])
    expect(await keep(anne, sessionId, bad)).toMatchObject({ refusal: 'bad-input' });
  for (let nth = 0; nth < 30; nth += 1)
    expect(await keep(anne, sessionId, { name: `Mal ${nth}`, minutes: null })).toMatchObject({
      ok: true,
    });
  expect(await keep(anne, sessionId, { name: 'En til' })).toMatchObject({
    refusal: 'too-many-templates',
  });
  expect(await keptBy(anne, sessionId)).toHaveLength(30);
});

test('ROUND-20 it is one’s own to take out, and goes with whoever kept it', async () => {
  const { anne, sessionId } = await planSession(world);
  await keep(anne, sessionId);
  const { database } = world.test;
  const held = await database.transaction((tx) => exportPersonalData(tx, anne.personId));
  expect(held.rounds).toEqual([KEPT]);
  await database.transaction((tx) => erasePersonalData(tx, anne.personId));
  const { rows } = await database.execute(sql`
    select from round_template where person_id = ${anne.personId}`);
  expect(rows).toEqual([]);
});
