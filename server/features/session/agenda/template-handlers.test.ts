import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as commands from '#shared/features/session/agenda/commands.ts';
import { agendaBeginningsQuery, editableAgenda } from '#shared/features/session/agenda/queries.ts';
import { DAY_MS } from '#shared/kernel/duration.ts';
import { newId } from '../../../platform/new-id.ts';
import { enter, type PlannedSession, planSession } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { erasePersonalData, exportPersonalData } from '../personal-data.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const run = (statement: ReturnType<typeof sql>) => world.test.database.execute(statement);
const keep = (who: Somebody, { sessionId }: PlannedSession, name: string, ofCourse = false) =>
  world.call(who, commands.keepTemplate, { sessionId, name, ofCourse });

async function beginnings(who: Somebody, { sessionId }: PlannedSession) {
  const asked = await world.ask(who, agendaBeginningsQuery, { sessionId });
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.value;
}
async function titles({ sessionId, anne }: PlannedSession) {
  const asked = await world.ask(anne, editableAgenda, { sessionId });
  return asked.ok ? asked.value.agenda.items.map(({ title }) => title) : asked.refusal;
}

/** A later session of the same people in the same course, with one item of its own. */
async function nextOf(first: PlannedSession): Promise<PlannedSession> {
  const next = await planSession(world);
  await run(sql`
    update session set starts_at = s.starts_at + interval '1 hour', ends_at = s.ends_at + interval '1 hour',
      course_id = s.course_id, cohort_id = s.cohort_id
    from session s where s.id = ${first.sessionId} and session.id = ${next.sessionId}`);
  await run(sql`delete from agenda_item where session_id = ${next.sessionId} and position > 0`);
  return next;
}

test('AGENDA-9 an agenda begins from the last session of the same people in the same course', async () => {
  const first = await planSession(world);
  const next = await nextOf(first);
  const { last } = await beginnings(next.anne, next);
  expect(last?.items.map(({ title }) => title)).toEqual(['Innsjekk', 'Pause', 'Samtale']);
  const ask = { sessionId: next.sessionId, seen: 0, from: { kind: 'last' } } as const;
  expect(await world.call(next.anne, commands.fillAgenda, ask)).toMatchObject({ ok: true });
  expect(await titles(next)).toEqual(['Innsjekk', 'Pause', 'Samtale']);
  expect(await titles(first)).toHaveLength(3);
  expect(await world.call(next.anne, commands.fillAgenda, ask)).toMatchObject({
    refusal: 'agenda-changed',
  });
});

test('AGENDA-9 without a last session, or once an item has begun, nothing is replaced', async () => {
  const planned = await planSession(world);
  const { sessionId, anne, agenda } = planned;
  const from = { kind: 'last' } as const;
  expect((await beginnings(anne, planned)).last).toBeNull();
  expect(await world.call(anne, commands.fillAgenda, { sessionId, seen: 0, from })).toMatchObject({
    refusal: 'unknown-beginning',
  });
  const kept = await keep(anne, planned, 'Begynt');
  if (!kept.ok) throw new Error(kept.refusal);
  await enter(world, sessionId, anne);
  await world.call(anne, commands.stepAgenda, { sessionId, from: null, to: agenda[0] });
  const template = { kind: 'template', templateId: kept.value.templateId } as const;
  expect(
    await world.call(anne, commands.fillAgenda, { sessionId, seen: 0, from: template }),
  ).toMatchObject({ refusal: 'agenda-begun' });
});

test('AGENDA-10 a template of one’s own is one’s own, and one of the course is for all who teach it', async () => {
  const first = await planSession(world);
  const next = await nextOf(first);
  const elsewhere = await planSession(world);
  await keep(first.anne, first, 'Min');
  await keep(first.anne, first, 'Emnets', true);
  const names = async (who: Somebody, where: PlannedSession) =>
    (await beginnings(who, where)).templates.map(({ name, mine }) => [name, mine]);
  expect(await names(first.anne, first)).toEqual([
    ['Min', true],
    ['Emnets', true],
  ]);
  expect(await names(first.bjorn, first)).toEqual([['Emnets', false]]);
  expect(await names(next.bjorn, next)).toEqual([['Emnets', false]]);
  expect(await names(elsewhere.anne, elsewhere)).toEqual([]);

  const { templates } = await beginnings(first.anne, first);
  const from = { kind: 'template', templateId: templates[0]?.id ?? newId() } as const;
  const ask = { sessionId: first.sessionId, seen: 0, from };
  expect(await world.call(first.bjorn, commands.fillAgenda, ask)).toMatchObject({
    refusal: 'unknown-beginning',
  });
  expect(await world.call(first.anne, commands.fillAgenda, ask)).toMatchObject({ ok: true });
});

test('AGENDA-10 an empty agenda and a name that one has already make no template, and forty are enough', async () => {
  const planned = await planSession(world);
  const { anne, sessionId } = planned;
  await keep(anne, planned, 'Runde');
  expect(await keep(anne, planned, ' Runde ')).toMatchObject({ refusal: 'name-taken' });
  for (const bad of ['', ' ', 'a'.repeat(81), 'a\nb'])
    expect(await keep(anne, planned, bad)).toMatchObject({ refusal: 'bad-input' });
  await run(sql`
    insert into agenda_template (id, course_id, person_id, of_course, name, items)
    select gen_random_uuid(), course_id, ${anne.personId}, false, 'Mal ' || nth, '[]'
    from session, generate_series(1, 39) as nth where session.id = ${sessionId}`);
  expect(await keep(anne, planned, 'Enda en')).toMatchObject({ refusal: 'too-many-templates' });
  await run(sql`delete from agenda_item where session_id = ${sessionId}`);
  expect(await keep(planned.bjorn, planned, 'Tom')).toMatchObject({ refusal: 'empty-agenda' });
});

test('AGENDA-10 only who keeps a template deletes it', async () => {
  const planned = await planSession(world);
  const { anne, bjorn, sessionId } = planned;
  const kept = await keep(anne, planned, 'Emnets', true);
  if (!kept.ok) throw new Error(kept.refusal);
  const ask = { sessionId, ...kept.value };
  expect(await world.call(bjorn, commands.deleteTemplate, ask)).toMatchObject({
    refusal: 'unknown-template',
  });
  expect(await world.call(anne, commands.deleteTemplate, ask)).toMatchObject({ ok: true });
  expect((await beginnings(bjorn, planned)).templates).toEqual([]);
});

test('row 8: students and other teachers keep, see and begin from nothing', async () => {
  const planned = await planSession(world);
  const other = await planSession(world);
  const { sessionId } = planned;
  for (const who of [planned.kari, other.anne]) {
    const refused = { refusal: 'not-found' };
    expect(await keep(who, planned, 'Min')).toMatchObject(refused);
    expect(await world.ask(who, agendaBeginningsQuery, { sessionId })).toMatchObject(refused);
    const from = { kind: 'last' } as const;
    expect(await world.call(who, commands.fillAgenda, { sessionId, seen: 0, from })).toMatchObject(
      refused,
    );
    const ask = { sessionId, templateId: newId<'agenda-template'>() };
    expect(await world.call(who, commands.deleteTemplate, ask)).toMatchObject(refused);
  }
});

test('whoever is erased takes their own templates along, and leaves the course its', async () => {
  const planned = await planSession(world, { startsAt: world.clock.now() + DAY_MS });
  const { anne, bjorn } = planned;
  await keep(anne, planned, 'Min');
  await keep(anne, planned, 'Emnets', true);
  const { database } = world.test;
  const held = await database.transaction((tx) => exportPersonalData(tx, anne.personId));
  expect(held.templates).toHaveLength(2);
  await database.transaction((tx) => erasePersonalData(tx, anne.personId));
  expect(await database.transaction((tx) => exportPersonalData(tx, anne.personId))).toMatchObject({
    templates: [],
  });
  expect((await beginnings(bjorn, planned)).templates.map(({ name }) => name)).toEqual(['Emnets']);
});
