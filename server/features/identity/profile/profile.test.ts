import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveProfile } from '#shared/features/identity/profile/commands.ts';
import { ownProfile } from '#shared/features/identity/profile/queries.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { enter, planSession, read } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const save = (
  who: Somebody | null,
  name: string,
  more: { givenName?: string; pronouns?: string } = {},
) => world.call(who, saveProfile, { name, givenName: 'Kim', pronouns: '', ...more });

test('F42 PROFILE-1 PROFILE-5 what one chose is shown, and the school keeps its own names until one takes them back', async () => {
  const who = await world.person({ name: 'Kristin Aas' });
  const saved = await save(who, '  Kim   Ås ', { pronouns: 'hen' });
  expect(saved).toMatchObject({ ok: true, value: { name: 'Kim Ås', pronouns: 'hen' } });
  const own = {
    ...{ name: 'Kim Ås', givenName: 'Kim', pronouns: 'hen' },
    ...{ registeredName: 'Kristin Aas', registeredGivenName: 'Kristin' },
  };
  expect(await world.ask(who, ownProfile, {})).toMatchObject({ ok: true, value: own });
  // Changed again, the school's own is still the first.
  await save(who, 'Kim Berg Ås', { pronouns: '' });
  await save(who, 'Kristin Aas', { givenName: 'Kristin' });
  const { rows } = await world.test.database.execute(sql`
    select display_name as name, registered_name as registered, registered_given_name as given
    from person where id = ${who.personId}`);
  expect(rows).toEqual([{ name: 'Kristin Aas', registered: null, given: null }]);
});

test('F42 PROFILE-2 PROFILE-4 what is no name, or somebody else’s, is refused and changes nothing', async () => {
  const who = await world.person({ name: 'Per Olav Lie' });
  await world.person({ name: 'Tuva Vik', role: 'teacher' });
  expect(await save(who, '\u200b')).toMatchObject({ refusal: 'not-a-name' });
  expect(await save(who, 'Per\u202eeil')).toMatchObject({ refusal: 'not-a-name' });
  expect(await save(who, 'x'.repeat(200))).toMatchObject({ refusal: 'not-a-name' });
  expect(await save(who, 'Per', { givenName: '' })).toMatchObject({ refusal: 'not-a-name' });
  expect(await save(who, 'Per', { pronouns: 'x'.repeat(31) })).toMatchObject({
    refusal: 'not-pronouns',
  });
  expect(await save(who, 'tuva  VIK')).toMatchObject({ refusal: 'somebody-elses-name' });
  expect(await save(null, 'Per')).toMatchObject({ ok: false });
  expect(await world.ask(who, ownProfile, {})).toMatchObject({ value: { name: 'Per Olav Lie' } });
  // Two whom the school calls the same keep their name both.
  const first = await world.person({ name: 'Siv Holm' });
  await world.person({ name: 'Siv Holm' });
  expect(await save(first, 'Siv Holm')).toMatchObject({ ok: true });
});

test('F42 PROFILE-6 NAMES-3 those who are in see it at once, also of somebody who has not come; what was said keeps the name of then', async () => {
  const { sessionId, anne, kari, ola } = await planSession(world);
  const line = await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  const before = await read(line, sessionId);
  await save(kari, 'Kim Nord', { pronouns: 'hen' });
  await save(ola, 'Olaf Hansson', { givenName: 'Olaf' });
  const missed = await line.subscribe(sessionChannel, sessionId, before.revision);
  if (!missed.ok || !('revisions' in missed)) throw new Error('nothing was told');
  expect(missed.revisions.flatMap(({ facts }) => facts)).toEqual([
    {
      type: 'shown-as',
      personId: kari.personId,
      shown: { displayName: 'Kim Nord', calledName: 'Kim', pronouns: 'hen' },
    },
    {
      type: 'shown-as',
      personId: ola.personId,
      shown: { displayName: 'Olaf Hansson', calledName: 'Olaf' },
    },
  ]);
  const other = await planSession(world);
  const elsewhere = await enter(world, other.sessionId, other.anne);
  const unmoved = await read(elsewhere, other.sessionId);
  await save(kari, 'Kim Nordby');
  expect((await read(elsewhere, other.sessionId)).revision).toBe(unmoved.revision);
});

test('X names from right to left are isolated wherever they stand', async () => {
  const { sessionId, anne, siri } = await planSession(world);
  await save(siri, 'سارة أحمد', { givenName: 'سارة' });
  const { state } = await read(await enter(world, sessionId, anne), sessionId);
  expect(state.roster.entries.find(({ personId }) => personId === siri.personId)).toMatchObject({
    displayName: '\u2068سارة أحمد\u2069',
    calledName: '\u2068سارة\u2069',
  });
  expect(await world.ask(siri, ownProfile, {})).toMatchObject({ value: { name: 'سارة أحمد' } });
});
